// Edits a draft in place: every button and form of the page sends the same small request as without this script, and only the part
// that changed is put in. An answer from elsewhere (somebody was faster) is opened as a page.
const page = document.getElementById('edit-page');
const pause = 400;
const presenceEvery = 20_000;
const view = sessionStorage.getItem('edit-window') ?? crypto.randomUUID?.() ?? String(Math.random()).slice(2);
sessionStorage.setItem('edit-window', view);

let busy = false;
let checking = 0;
let dragged = null;
let known = null;

page.addEventListener('submit', event => {
  const form = event.target;
  if (form.enctype === 'multipart/form-data' || form.method !== 'post') return;
  event.preventDefault();
  send(form, event.submitter);
});

page.addEventListener('click', event => {
  const link = event.target.closest('a[data-act], #edit-cancel, .edit-nav a, .edit-bar a');
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  show(fetch(link.href), link.href);
});

page.addEventListener('keydown', event => {
  if (event.key === 'Enter' && event.ctrlKey && event.target.form) {
    event.preventDefault();
    event.target.form.requestSubmit(event.target.form.querySelector('button[type="submit"]'));
  } else if (event.key === 'Escape' && document.getElementById('edit-cancel')) {
    document.getElementById('edit-cancel').click();
  } else if (event.altKey && event.key.startsWith('Arrow')) {
    const act = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'out', ArrowRight: 'in' }[event.key];
    const button = event.target.closest('.edit-row')?.querySelector(`button[data-act="${act}"]`);
    if (!button) return;
    event.preventDefault();
    button.click();
  }
});

page.addEventListener('input', event => {
  const form = event.target.form;
  if (!form?.dataset.check) return;
  clearTimeout(checking);
  checking = setTimeout(() => check(form), pause);
});

page.addEventListener('dragstart', event => {
  dragged = event.target.closest?.('.edit-row');
  if (dragged) event.dataTransfer.effectAllowed = 'move';
});
page.addEventListener('dragover', event => {
  const row = event.target.closest?.('.edit-row');
  if (!dragged || !row || row === dragged) return;
  event.preventDefault();
  mark(row);
});
page.addEventListener('dragend', () => {
  dragged = null;
  mark(null);
});
page.addEventListener('drop', event => {
  const row = event.target.closest?.('.edit-row');
  if (!dragged || !row || row === dragged) return;
  event.preventDefault();
  drop(dragged, row);
  mark(null);
});

setInterval(() => document.visibilityState === 'visible' && meet(), presenceEvery);
meet();

function mark(row) {
  for (const other of page.querySelectorAll('.edit-row--over')) other.classList.remove('edit-row--over');
  row?.classList.add('edit-row--over');
}

// Dropped on a heading a statement comes into it, dropped on another statement it comes after it.
function drop(row, target) {
  const form = document.getElementById('acts');
  const into = target.classList.contains('edit-heading') && !row.classList.contains('edit-heading');
  const data = new FormData(form);
  data.set('do', `move:${row.dataset.id}:${row.dataset.seen}`);
  data.set('parent', into ? target.dataset.id : target.dataset.parent ?? '');
  data.set('after', into ? 'first' : target.dataset.id);
  post(form.action, data, { act: 'edit', id: row.dataset.id });
}

function send(form, button) {
  const data = new FormData(form, button);
  const row = button?.closest('.edit-row');
  post(form.action, data, { act: button?.dataset.act, id: row?.dataset.id });
}

function post(address, data, focus) {
  if (busy) return;
  busy = true;
  show(fetch(address, { method: 'POST', body: new URLSearchParams(data) }), null, focus).finally(() => { busy = false; });
}

async function show(answer, address, focus) {
  let response;
  try {
    response = await answer;
  } catch {
    return address ? location.assign(address) : location.reload();
  }
  const url = new URL(response.url);
  if (!response.ok || url.pathname !== location.pathname) return location.assign(response.url);
  const next = new DOMParser().parseFromString(await response.text(), 'text/html');
  const part = next.getElementById('edit-part');
  if (!part) return location.assign(response.url);
  page.dataset.edits = next.getElementById('edit-page').dataset.edits;
  // The field is focused below; a browser refuses to do so for a part that comes later.
  const field = part.querySelector('[autofocus]');
  field?.removeAttribute('autofocus');
  document.getElementById('edit-part').replaceWith(part);
  if (known) tell(known);
  url.searchParams.delete('note');
  url.searchParams.delete('fault');
  history.replaceState(null, '', url);
  settle(field, url.hash.slice(1), focus);
}

// The eye and the keyboard stay where the edit was.
function settle(field, hash, focus) {
  const row = focus?.id ? document.getElementById(`s-${focus.id}`) : hash ? document.getElementById(hash) : null;
  const target = field ?? row?.querySelector(`[data-act="${focus?.act ?? 'edit'}"]`) ?? row?.querySelector('[data-act]');
  target?.focus({ preventScroll: true });
  (target ?? row)?.scrollIntoView({ block: 'nearest' });
}

async function check(form) {
  const list = form.querySelector('.edit-findings');
  try {
    const response = await fetch(page.dataset.check, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
    if (!response.ok) return;
    list.replaceChildren(...(await response.json()).map(text => Object.assign(document.createElement('li'), { textContent: text })));
  } catch {
    // The next keystroke asks again.
  }
}

async function meet() {
  const data = new FormData(document.getElementById('acts'));
  data.set('window', view);
  data.set('at', page.querySelector('#edit-form input[name="id"]')?.value ?? '');
  try {
    const response = await fetch(page.dataset.presence, { method: 'POST', body: new URLSearchParams(data) });
    if (!response.ok) return;
    tell(await response.json());
  } catch {
    // The next turn asks again.
  }
}

function tell(answer) {
  known = answer;
  const line = document.getElementById('edit-presence');
  const names = [...new Set(answer.others.map(o => o.who))];
  line.textContent = names.length ? page.dataset.here.replace('{0}', names.join(', ')) : '';
  if (answer.edits > Number(page.dataset.edits)) {
    const link = Object.assign(document.createElement('a'), { href: location.href, textContent: page.dataset.reload });
    line.append(` ${page.dataset.changed} `, link);
  }
}
