// The ERP as an application of one page: people follow each other without a load, fields change by their value only.
const base = '/spa';
const link = (id) => document.getElementById(id);

async function show(code, { isNew }) {
  const answer = await fetch(`/dados/${encodeURIComponent(code)}${location.search}`);
  if (!answer.ok) {
    link('rodape').textContent = `Código ${code} não encontrado`;
    return;
  }
  const view = await answer.json();
  if (isNew) history.pushState(null, '', `${base}/${view.fields.codigo}${location.search}`);
  document.title = `${view.fields.razao} · SIGEMP`;
  for (const [name, value] of Object.entries(view.fields)) link(name).value = value;
  link('titulos').tBodies[0].replaceChildren(...view.receivables.map(row));
  link('rodape').replaceChildren(...view.foot.map((text) => cell('span', text)));
  link('anterior').href = `${base}/${view.previous}${location.search}`;
  link('proximo').href = `${base}/${view.next}${location.search}`;
}

function row({ cells, isLate }) {
  const line = document.createElement('tr');
  if (isLate) line.className = 'v';
  line.append(...cells.map((text) => cell('td', text)));
  return line;
}

function cell(name, text) {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

const codeOf = (address) =>
  decodeURIComponent(new URL(address, location.href).pathname.slice(base.length + 1));

for (const id of ['anterior', 'proximo']) {
  link(id).addEventListener('click', (event) => {
    event.preventDefault();
    show(codeOf(event.currentTarget.href), { isNew: true });
  });
}
link('ir').addEventListener('submit', (event) => {
  event.preventDefault();
  show(new FormData(event.currentTarget).get('para'), { isNew: true });
});
addEventListener('popstate', () => show(codeOf(location.href), { isNew: false }));
