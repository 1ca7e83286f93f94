// Saves each cell at once by the address of the form, and shows what others wrote meanwhile. Without this script the buttons save the
// whole block.
const form = document.getElementById('fill-form');
const said = document.getElementById('fill-said');
const every = 15_000;
const pause = 250;
const changed = new Set();
let timer = 0;
let turn = Promise.resolve();

form.addEventListener('change', event => {
  if (!event.target.matches('.sheet-level')) return;
  changed.add(event.target.name);
  clearTimeout(timer);
  timer = setTimeout(() => { turn = turn.then(save); }, pause);
});
setInterval(() => document.visibilityState === 'visible' && changed.size === 0 && (turn = turn.then(save)), every);

// What is sent is what a form without script would send of these cells; an empty one only asks how the block is now.
async function save() {
  const sent = new Map([...changed].map(name => [name, form.elements[name].value]));
  changed.clear();
  const data = new URLSearchParams({ __RequestVerificationToken: form.elements['__RequestVerificationToken'].value });
  for (const [name, value] of sent) {
    data.set(name, value);
    data.set(seenOf(name).name, seenOf(name).value);
  }
  try {
    const answer = await fetch(form.action, { method: 'POST', body: data, headers: { Accept: 'application/json' } });
    if (!answer.ok) throw new Error(answer.statusText);
    show(await answer.json(), sent);
    if (sent.size > 0 && !form.querySelector('.sheet-other')) said.textContent = form.dataset.saved;
  } catch {
    for (const name of sent.keys()) changed.add(name);
    if (sent.size > 0) said.textContent = form.dataset.failed;
  }
}

function seenOf(name) {
  return form.elements[`s-${name.slice(2)}`];
}

function show(cells, sent) {
  for (const [key, now] of Object.entries(cells)) {
    const select = form.elements[`c-${key}`];
    const seen = seenOf(`c-${key}`);
    if (!select || seen.value === now) continue;
    const value = now.split('.')[1];
    seen.value = now;
    if (changed.has(select.name)) continue;
    const isMine = sent.get(select.name) === value;
    select.value = value;
    mark(select, isMine ? null : form.dataset.late.replace('{0}', value || form.dataset.empty));
  }
}

function mark(select, text) {
  const cell = select.parentElement;
  cell.querySelector('.sheet-other')?.remove();
  if (text === null) return;
  cell.append(Object.assign(document.createElement('span'), { className: 'sheet-other', textContent: text }));
  said.textContent = text;
}
