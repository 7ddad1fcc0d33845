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
  function coloured(value, style) {
    if (typeof value === 'string') {
      return value.indexOf('--') === 0 ? style.getPropertyValue(value).trim() : value;
    }
    if (Array.isArray(value)) {
      return value.map(function (part) { return coloured(part, style); });
    }
    if (value !== null ? typeof value === 'object' : false) {
      Object.keys(value).forEach(function (key) {
        if (!['text', 'hovertext', 'ticktext', 'name', 'x', 'y'].includes(key)) {
          value[key] = coloured(value[key], style);
        }
      });
    }
    return value;
  }
  function plot(place) {
    var graph = place.parentNode;
    if (graph.clientWidth === 0) {
      return;
    }
    var source = document.getElementById(place.getAttribute('data-figure'));
    var figure = coloured(JSON.parse(source.textContent), getComputedStyle(root));
    var margin = figure.layout.margin;
    // Too little would be left for marks between names and numbers; the drawing has the names above them.
    if (Math.max(480, margin.l + margin.r + 240) > graph.clientWidth) {
      place.hidden = true;
      graph.classList.remove('plotted');
      return;
    }
    figure.layout.font.family = getComputedStyle(document.body).fontFamily;
    figure.layout.width = graph.clientWidth;
    place.hidden = false;
    window.Plotly.newPlot(place, figure.data, figure.layout, { displayModeBar: false }).then(function () {
      graph.classList.add('plotted');
    });
  }
  function plots() {
    var seen = new IntersectionObserver(function (entries) {
      entries.forEach(function (entry) {
        if (entry.isIntersecting) {
          seen.unobserve(entry.target);
          entry.target.classList.add('seen');
          plot(entry.target.querySelector('.plot'));
        }
      });
    }, { rootMargin: '300px' });
    each('.plot', function (place) {
      seen.observe(place.parentNode);
    });
    var again = function () {
      each('.seen .plot', plot);
    };
    window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', again);
    var waiting = 0;
    window.addEventListener('resize', function () {
      clearTimeout(waiting);
      waiting = setTimeout(again, 200);
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
    plots();
  });
  function reveal() {
    if (document.querySelector('button[data-language="' + CSS.escape(location.hash.slice(1)) + '"]') !== null) {
      choose(location.hash.slice(1));
      return;
    }
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
