import { html, raw } from 'hono/html';
import type { FieldName, PersonView } from './person-view.ts';

/** Markup that is safe to send: every value in it was escaped. */
export type Markup = ReturnType<typeof html>;

const MENU = [
  'Cadastros',
  'Vendas',
  'Compras',
  'Estoque',
  'Financeiro',
  'Fiscal',
  'Relatórios',
  'Janela',
  'Ajuda',
];
const COLUMNS = [
  'Documento',
  'Parc.',
  'Emissão',
  'Vencimento',
  'Valor original',
  'Valor atual',
  'Situação',
  'Portador',
  'Nosso número',
];
const FIELDS: readonly [name: FieldName, label: string, width?: 'wide' | 'short'][] = [
  ['codigo', 'Código:'],
  ['situacao', 'Situação:'],
  ['cadastro', 'Cadastro:', 'short'],
  ['razao', 'Razão social:', 'wide'],
  ['vendedor', 'Vendedor:', 'short'],
  ['fantasia', 'Fantasia:', 'wide'],
  ['regiao', 'Região:', 'short'],
  ['documento', 'CNPJ/CPF:'],
  ['inscricao', 'Insc. est.:'],
  ['ramo', 'Ramo:', 'short'],
  ['endereco', 'Endereço:', 'wide'],
  ['cep', 'CEP:', 'short'],
  ['telefone', 'Telefone:'],
  ['celular', 'Celular:'],
  ['limite', 'Limite:', 'short'],
];

export interface Frame {
  title: string;
  /** Shown at the right of the top bar. */
  status: string;
  /** Address of the script, for the pages that have one. */
  script?: string | undefined;
}

/** The window that every page of the ERP has. */
export function drawPage(frame: Frame, main: Markup): Markup {
  const script = frame.script === undefined ? '' : html`<script src="${frame.script}" defer></script>`;
  return html`<!doctype html>
<html lang="pt-BR">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${frame.title} · SIGEMP</title>
<link rel="stylesheet" href="/erp.css">
${script}
</head>
<body>
<div class="erp">
<div class="erp__top">SIGEMP · Gestão Empresarial<span>${frame.status}</span></div>
<nav class="erp__menu" aria-label="Menu">${MENU.map((name) => html`<a href="/sem-cliente">${name}</a>`)}</nav>
${main}
</div>
</body>
</html>`;
}

/** Cadastro de pessoa. `base` is where the pages of people lie, `query` what their addresses carry on. */
export function drawPerson(view: PersonView, base: string, query: string): Markup {
  return html`<div class="erp__tool">
<b>Novo</b><b>Alterar</b><b>Gravar</b><b>Cancelar</b><b>Imprimir</b>
<a id="anterior" rel="prev" href="${base}/${view.previous}${query}">&lt; Anterior</a>
<a id="proximo" rel="next" href="${base}/${view.next}${query}">Próximo &gt;</a>
<form id="ir" action="/ir"><input name="para" aria-label="Ir para" size="11" maxlength="10"><input type="hidden" name="em" value="${base}"><button>Ir</button></form>
</div>
<main class="erp__main">
<fieldset>
<legend>Cadastro de pessoa</legend>
<div class="erp__g">${FIELDS.map(
    ([name, label, width]) =>
      html`<label for="${name}">${label}</label><input id="${name}" name="${name}" class="${width ?? ''}" value="${view.fields[name]}" readonly>`,
  )}</div>
</fieldset>
<div>
<div class="erp__tabs"><span>Títulos</span><span>Pedidos</span><span>Notas fiscais</span><span>Contatos</span><span>Observações</span></div>
<table id="titulos">
<thead><tr>${COLUMNS.map((name) => html`<th>${name}</th>`)}</tr></thead>
<tbody>${raw(view.receivables.map(drawRow).join(''))}</tbody>
</table>
</div>
</main>
<footer class="erp__foot" id="rodape">${view.foot.map((text) => html`<span>${text}</span>`)}</footer>`;
}

/** A message in place of a person. */
export function drawMessage(title: string, text: string): Markup {
  return html`<main class="erp__main"><fieldset><legend>${title}</legend><p>${text}</p><p><a href="/">Voltar ao início</a></p></fieldset></main>`;
}

/** A page that is about nobody. */
export function drawCashFlow(rows: readonly (readonly string[])[]): Markup {
  return html`<main class="erp__main">
<fieldset><legend>Fluxo de caixa previsto</legend>
<table><thead><tr><th>Semana</th><th>Entradas</th><th>Saídas</th><th>Saldo</th></tr></thead>
<tbody>${rows.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table>
</fieldset>
</main>
<footer class="erp__foot"><span>${rows.length} semanas</span></footer>`;
}

/** By hand: there may be 50,000 of them. */
function drawRow(row: PersonView['receivables'][0]): string {
  const cells = row.cells.map((cell) => `<td>${escapeText(cell)}</td>`).join('');
  return `<tr${row.isLate ? ' class="v"' : ''}>${cells}</tr>`;
}

function escapeText(text: string): string {
  return text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}
