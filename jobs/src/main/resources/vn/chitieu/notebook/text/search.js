(function () {
  function plain(text) {
    return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[\u0111\u0110]/g, 'd').toLowerCase();
  }
  document.querySelectorAll('main').forEach(function (main) {
    var box = main.querySelector('.search');
    var input = box.querySelector('input');
    var status = box.querySelector('[data-found]');
    var targets = {};
    main.querySelectorAll('article[data-programme]').forEach(function (programme) {
      targets[programme.getAttribute('data-programme')] = Array.from(programme.querySelectorAll('.targets li'))
        .map(function (item) { return { name: item.querySelector('a').textContent, text: plain(item.textContent) }; });
    });
    var items = Array.from(main.querySelectorAll('.targets li')).map(function (item) {
      var one = { item: item, text: plain(item.textContent), judged: [], hits: null };
      if (item.hasAttribute('data-programme')) {
        var lacks = item.getAttribute('data-lacks').split(' ');
        var place = item.querySelector('a').getAttribute('href') + '-';
        (targets[item.getAttribute('data-programme')] || []).forEach(function (target, i) {
          if (!lacks.includes(String(i))) {
            one.judged.push({ name: target.name, text: one.text + ' ' + target.text, href: place + i });
          }
        });
        one.hits = document.createElement('ul');
        item.appendChild(one.hits);
      }
      return one;
    });
    function showHits(one, judged) {
      one.hits.replaceChildren();
      judged.forEach(function (target) {
        var link = document.createElement('a');
        link.setAttribute('href', target.href);
        link.textContent = target.name;
        one.hits.appendChild(document.createElement('li')).appendChild(link);
      });
    }
    box.hidden = false;
    input.addEventListener('input', function () {
      var words = plain(input.value).split(/\s+/).filter(Boolean);
      var found = 0;
      items.forEach(function (one) {
        function fitsIn(text) {
          return words.every(function (word) { return text.includes(word); });
        }
        var fits = fitsIn(one.text);
        if (one.hits !== null) {
          var judged = fits ? [] : one.judged.filter(function (target) { return fitsIn(target.text); });
          showHits(one, judged);
          fits = fits || judged.length !== 0;
        }
        one.item.hidden = !fits;
        found += fits ? 1 : 0;
      });
      main.querySelectorAll('.programme').forEach(function (programme) {
        var details = programme.querySelector('details');
        var none = details === null || details.querySelector('li:not([hidden])') === null;
        programme.hidden = words.length === 0 ? false : none;
        if (details !== null) {
          details.open = words.length !== 0;
        }
      });
      main.querySelectorAll('section').forEach(function (section) {
        section.hidden = section.querySelector('.programme:not([hidden])') === null;
      });
      status.textContent = words.length === 0 ? '' : status.getAttribute('data-found').replace('{found}', String(found));
    });
  });
})();
