// A softphone without an exchange: the form at the side stands for it.
const at = (id) => document.getElementById(id);
const STATES = {
  livre: 'Sem chamada',
  tocando: 'Chamada de entrada',
  discando: 'Discando',
  'em-curso': 'Em chamada',
  encerrada: 'Chamada encerrada',
};
const TITLE = document.title;

function show(state, number, name) {
  at('chamada').dataset.estado = state;
  at('situacao').textContent = STATES[state];
  if (number !== undefined) at('numero').textContent = number || 'Anônimo';
  if (name !== undefined) at('nome').textContent = name;
  at('desligar').textContent = state === 'tocando' ? 'Recusar' : 'Desligar';
  document.title = state === 'tocando' ? `Chamada: ${at('numero').textContent}` : TITLE;
}

const stateNow = () => at('chamada').dataset.estado;

at('simulador').addEventListener('submit', (event) => {
  event.preventDefault();
  const chosen = at('quem').selectedOptions[0];
  const typed = at('outro').value.trim();
  if (typed) show('tocando', typed, '');
  else show('tocando', chosen.dataset.numero, chosen.dataset.nome);
});
at('atender').addEventListener('click', () => {
  if (stateNow() === 'tocando') show('em-curso');
});
at('desligar').addEventListener('click', () => {
  if (stateNow() !== 'livre') show('encerrada');
});
at('recentes').addEventListener('click', (event) => {
  const link = event.target.closest('a');
  if (!link) return;
  event.preventDefault();
  show('discando', link.textContent, '');
});
