(function () {
  var root = document.documentElement;
  root.className = 'js';
  function each(selector, action) {
    document.querySelectorAll(selector).forEach(action);
  }
  function choose(language) {
    root.lang = language;
    each('[data-language]', function (button) {
      button.setAttribute('aria-pressed', String(button.getAttribute('data-language') === language));
    });
    each('main', function (main) {
      if (main.lang === language) {
        document.title = main.getAttribute('data-title');
      }
    });
  }
  function filter(verdict) {
    function fits(element) {
      return verdict === 'all' || element.getAttribute('data-verdict') === verdict;
    }
    each('[data-filter]', function (button) {
      button.setAttribute('aria-pressed', String(button.getAttribute('data-filter') === verdict));
    });
    each('[data-verdict]', function (element) {
      element.hidden = !fits(element);
    });
    each('.attainment tbody', function (body) {
      body.hidden = body.querySelectorAll('tr.target:not([hidden])').length === 0;
    });
    each('main', function (main) {
      var shown = main.querySelectorAll('tr.target:not([hidden])').length;
      var status = main.querySelector('[data-status]');
      status.textContent = verdict === 'all' ? '' : status.getAttribute('data-status').replace('{shown}', String(shown));
    });
  }
  document.addEventListener('DOMContentLoaded', function () {
    each('[data-language]', function (button) {
      button.addEventListener('click', function () {
        choose(button.getAttribute('data-language'));
      });
    });
    each('[data-filter]', function (button) {
      button.disabled = false;
      button.addEventListener('click', function () {
        filter(button.getAttribute('data-filter'));
      });
    });
    window.addEventListener('hashchange', reveal);
    reveal();
  });
  function reveal() {
    var place = document.getElementById(location.hash.slice(1));
    if (place === null) {
      return;
    }
    choose(place.closest('main').lang);
    if (place.hidden) {
      filter('all');
    }
    place.scrollIntoView();
  }
})();
