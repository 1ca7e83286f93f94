// Suggests occupations below the box while somebody types, as an ARIA combobox with a list. Without this script the box is a plain
// form, and it stays one: Enter without a chosen suggestion sends it.
const wait = 80;
const least = 1;

for (const form of document.querySelectorAll('form.trellis-occupation-box')) enhance(form);

function enhance(form) {
  const input = form.querySelector('input[name="q"]');
  const list = Object.assign(document.createElement('ul'), { id: `${input.id}-list`, className: 'trellis-occupation-box__list', hidden: true });
  const status = Object.assign(document.createElement('div'), { className: 'usa-sr-only' });
  let hits = [];
  let active = -1;
  let timer = 0;
  let asked = '';

  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', form.getAttribute('aria-label'));
  status.setAttribute('role', 'status');
  for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id })) {
    input.setAttribute(name, value);
  }
  input.parentElement.append(list, status);

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, wait);
  });
  input.addEventListener('keydown', onKey);
  input.addEventListener('blur', () => setTimeout(close, 150));
  list.addEventListener('mousedown', event => event.preventDefault());
  list.addEventListener('click', event => {
    const option = event.target.closest('[role="option"]');
    if (option) go([...list.children].indexOf(option));
  });

  async function ask() {
    const text = input.value.trim();
    asked = text;
    if (text.length < least) return close();
    try {
      const response = await fetch(`${form.dataset.suggest}?q=${encodeURIComponent(text)}`);
      const answer = response.ok ? await response.json() : null;
      // A later question may have been asked, or the field left, while this one was on its way.
      if (answer && asked === text && document.activeElement === input) show(answer.hits);
    } catch {
      close();
    }
  }

  function show(found) {
    hits = found;
    active = -1;
    list.replaceChildren(...hits.map(option));
    list.hidden = hits.length === 0;
    input.setAttribute('aria-expanded', String(hits.length > 0));
    input.removeAttribute('aria-activedescendant');
    status.textContent = hits.length === 0 ? form.dataset.none : form.dataset.some.replace('{0}', hits.length);
  }

  function option(hit, index) {
    const item = Object.assign(document.createElement('li'), { id: `${list.id}-${index}` });
    item.setAttribute('role', 'option');
    item.setAttribute('aria-selected', 'false');
    item.append(Object.assign(document.createElement('span'), { textContent: hit.title }));
    const before = form.getAttribute(`data-before-${hit.kind.toLowerCase()}`);
    item.append(Object.assign(document.createElement('span'), {
      className: 'trellis-occupation-box__why',
      textContent: before ? `${before} ${hit.reason}` : hit.onetSoc,
    }));
    return item;
  }

  function onKey(event) {
    if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) ask();
      else choose(event.key === 'ArrowDown' ? active + 1 : active - 1);
    } else if (event.key === 'Enter' && active >= 0 && !list.hidden) {
      event.preventDefault();
      go(active);
    }
  }

  // One step past either end leaves the list for the text that was typed.
  function choose(index) {
    list.children[active]?.setAttribute('aria-selected', 'false');
    active = index >= hits.length ? -1 : index < -1 ? hits.length - 1 : index;
    const item = list.children[active];
    if (!item) return input.removeAttribute('aria-activedescendant');
    item.setAttribute('aria-selected', 'true');
    item.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', item.id);
  }

  function go(index) {
    location.assign(form.dataset.page.replace('{code}', hits[index].onetSoc));
  }

  function close() {
    clearTimeout(timer);
    asked = '';
    hits = [];
    active = -1;
    list.hidden = true;
    list.replaceChildren();
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }
}
