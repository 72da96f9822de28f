import { html } from 'hono/html';
import type { SampleCaller } from './sample-callers.ts';

/** Calls of this morning; each number can be dialled by a click. */
const RECENT: readonly (readonly [number: string, kind: string, at: string, took: string])[] = [
  ['(16) 3610-0142', 'Recebida', '14:02', '6:41'],
  ['(16) 99100-5500', 'Efetuada', '13:37', '2:18'],
  ['(17) 3231-0876', 'Perdida', '13:20', ''],
  ['(16) 98833-1290', 'Recebida', '11:58', '12:05'],
  ['(16) 3610-0140', 'Recebida', '11:31', '0:52'],
];

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];

/** The softphone's one page. The script does the rest. */
export function drawSoftphone(callers: readonly SampleCaller[]) {
  return html`<!doctype html>
<html lang="pt-BR">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>FoneWeb</title>
<link rel="stylesheet" href="/telefone/telefone.css">
<script src="/telefone/telefone.js" defer></script>
</head>
<body>
<header><b>FoneWeb</b><span>Ramal 214 · Jonas Ferreira</span><em>Disponível</em></header>
<main>
<section class="historico">
<h2>Chamadas recentes</h2>
<ul id="recentes">${RECENT.map(
    ([number, kind, at, took]) =>
      html`<li class="${kind === 'Perdida' ? 'perdida' : ''}"><a href="tel:${number.replace(/\D/g, '')}">${number}</a><span>${kind}</span><span>${at}</span><span>${took}</span></li>`,
  )}</ul>
</section>
<div class="discador">
<section id="chamada" data-estado="livre" aria-live="polite">
<small id="situacao">Sem chamada</small>
<strong id="numero"></strong>
<p id="nome"></p>
<p class="botoes"><button type="button" id="atender">Atender</button><button type="button" id="desligar">Desligar</button></p>
</section>
<div class="teclado">${KEYS.map((key) => html`<button type="button">${key}</button>`)}</div>
<label class="nota">Anotação da chamada<textarea id="nota" rows="3"></textarea></label>
</div>
<form id="simulador">
<h2>Simular uma chamada</h2>
<label>Quem liga<select id="quem">${callers.map(
    ({ number, name, about }) =>
      html`<option data-numero="${number}" data-nome="${name}">${number || 'Anônimo'} · ${about}</option>`,
  )}</select></label>
<label>Outro número<input id="outro" autocomplete="off"></label>
<button>Tocar</button>
</form>
</main>
</body>
</html>`;
}
