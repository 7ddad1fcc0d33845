(function () {
  function plain(text) {
    return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[\u0111\u0110]/g, 'd').toLowerCase();
  }
  document.querySelectorAll('main').forEach(function (main) {
    var box = main.querySelector('.search');
    var input = box.querySelector('input');
    var status = box.querySelector('[data-found]');
    var items = Array.from(main.querySelectorAll('.targets li')).map(function (item) {
      return { item: item, text: plain(item.textContent) };
    });
    box.hidden = false;
    input.addEventListener('input', function () {
      var words = plain(input.value).split(/\s+/).filter(Boolean);
      var found = 0;
      items.forEach(function (one) {
        var fits = words.every(function (word) { return one.text.includes(word); });
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
