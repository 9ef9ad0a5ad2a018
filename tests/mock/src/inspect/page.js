'use strict';
// Asks for the page anew every second and takes over what has changed; filters; resets. All text is put into the page by
// the browser's parser from what the service has escaped; nothing is evaluated.
const find = (id) => document.getElementById(id);
const [filter, live, reset, told] = ['filter', 'live', 'reset', 'told'].map(find);
const button = reset.querySelector('button');
const EVERY = 1000;
let version = document.body.dataset.version;

function tell(text, isBad) {
  if (told.textContent !== text) told.textContent = text;
  told.className = isBad ? 'bad' : '';
}

// Times as the clock on the wall has them.
function localise() {
  const format = { hour12: false, hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3 };
  for (const time of document.querySelectorAll('time:not([title])')) {
    time.title = time.dateTime;
    time.textContent = new Date(time.dateTime).toLocaleTimeString('en-GB', format);
  }
}

// Rows in which each of the words occurs, somewhere.
function choose() {
  const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
  for (const row of document.querySelectorAll('.row')) {
    const text = words.length ? row.textContent.toLowerCase() : '';
    row.hidden = !words.every((word) => text.includes(word));
  }
}

// Makes the rows those of the new page. Rows that stay are not touched, so what is open or marked stays so.
function merge(now, then) {
  const kept = new Map(Array.from(now.children, (row) => [row.id, row]));
  let place = now.firstElementChild;
  for (const next of Array.from(then.children)) {
    const row = kept.get(next.id);
    if (!row) {
      now.insertBefore(document.adoptNode(next), place);
      continue;
    }
    kept.delete(next.id);
    if (!('fixed' in row.dataset) && row.innerHTML !== next.innerHTML) row.replaceChildren(...next.childNodes);
    if (row === place) place = place.nextElementSibling;
    else now.insertBefore(row, place);
  }
  for (const row of kept.values()) row.remove();
}

async function refresh() {
  const answer = await fetch('/_mock', { cache: 'no-store', headers: { 'If-None-Match': `"${version}"` } });
  if (answer.status === 304) return;
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
  version = next.body.dataset.version;
  for (const now of document.querySelectorAll('[data-live]')) {
    const then = next.getElementById(now.id);
    if (now.dataset.live) merge(now, then);
    else now.textContent = then.textContent;
  }
  localise();
  choose();
}

async function attempt() {
  try {
    await refresh();
    tell('', false);
  } catch {
    tell('The mock does not answer.', true);
  }
}

async function tick() {
  if (live.checked && !document.hidden) await attempt();
  setTimeout(tick, EVERY);
}

// Twice, since it can't be undone.
reset.addEventListener('submit', async (event) => {
  event.preventDefault();
  const isSure = button.classList.toggle('sure');
  button.textContent = isSure ? 'Forget all?' : 'Reset';
  if (isSure) {
    setTimeout(() => { button.classList.remove('sure'); button.textContent = 'Reset'; }, 4000);
    return;
  }
  const answer = await fetch('/_mock/reset', { method: 'POST' }).catch(() => null);
  if (answer && answer.ok) await attempt();
  else tell('The mock was not reset.', true);
});
find('look').addEventListener('submit', (event) => event.preventDefault());
filter.addEventListener('input', () => {
  choose();
  // So that it is still there when the page is loaded again.
  history.replaceState(null, '', filter.value ? '#' + encodeURIComponent(filter.value) : location.pathname);
});
document.addEventListener('visibilitychange', () => { if (!document.hidden && live.checked) attempt(); });

try {
  filter.value = decodeURIComponent(location.hash.slice(1));
} catch {
  filter.value = '';
}
localise();
choose();
setTimeout(tick, EVERY);
