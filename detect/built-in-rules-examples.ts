/** A piece of a page, and what the rules that come with the extension find in it: code and certainty, in this order. */
export interface RuleExample {
  title: string;
  html: string;
  found: readonly string[];
}

/** Each kind of page that the built-in rules were written for, and the neighbours that they must leave alone. */
export const builtInExamples: readonly RuleExample[] = [
  {
    title: 'an attribute of the record',
    html: '<section data-customer-code="000318"><h1>Comercial Rio Pardo</h1></section>',
    found: ['000318 certain'],
  },
  {
    title: 'the same code declared twice',
    html: '<main data-customer-code="000318"><div data-customer-code="318"></div></main>',
    found: ['000318 certain'],
  },
  {
    title: 'two records side by side: neither is certain',
    html: '<div data-customer-code="318">A</div><div data-customer-code="319">B</div>',
    found: ['318 offered', '319 offered'],
  },
  {
    title: 'a list of records: none of them',
    html: ['1', '2', '3', '4'].map((code) => `<li data-customer-code="${code}">Cliente</li>`).join(''),
    found: [],
  },
  {
    title: 'a record left hidden beside the one on screen',
    html: '<div data-customer-code="318" style="display:none">A</div><div data-customer-code="319">B</div>',
    found: ['319 certain'],
  },
  {
    title: 'nothing but a hidden record',
    html: '<div data-customer-code="318" style="display:none">A</div>',
    found: ['318 offered'],
  },
  {
    title: 'a label for a field',
    html: '<label for="a">Código:</label><input id="a" value="000318">',
    found: ['000318 offered'],
  },
  {
    title: 'a label around its field',
    html: '<label>Cód. Cliente * <input value="000318"></label>',
    found: ['000318 offered'],
  },
  {
    title: 'a label before its field, in a grid',
    html: '<div><label>CÓDIGO DO CLIENTE</label></div><div><span><input value="000318"></span></div>',
    found: ['000318 offered'],
  },
  {
    title: 'a definition list',
    html: '<dl><dt>Código da pessoa</dt><dd>000318</dd><dt>Cidade</dt><dd>Franca</dd></dl>',
    found: ['000318 offered'],
  },
  {
    title: 'two cells',
    html: '<table><tr><td><b>Cliente:</b></td><td>000318 - COMERCIAL RIO PARDO</td></tr></table>',
    found: ['000318 offered'],
  },
  {
    title: 'a heading cell and its cell',
    html: '<table><tr><th>Código</th><td>000318</td></tr></table>',
    found: ['000318 offered'],
  },
  {
    title: 'a heading row is not a value',
    html: '<table><thead><tr><th>Código</th><th>318</th></tr></thead></table>',
    found: [],
  },
  {
    title: 'text right after the label',
    html: '<p><strong>Cliente:</strong> 000318</p>',
    found: ['000318 offered'],
  },
  {
    title: 'the value inside of the labelled line',
    html: '<p>Cliente: <b>000318</b></p>',
    found: ['000318 offered'],
  },
  {
    title: 'a field named for screen readers',
    html: '<input aria-label="Código do cliente" value="318">',
    found: ['318 offered'],
  },
  {
    title: 'a select',
    html: '<label for="a">Cliente</label><select id="a"><option value="">-</option><option value="318" selected>Rio Pardo</option></select>',
    found: ['318 offered'],
  },
  {
    title: 'the more telling label first',
    html: '<label>Código <input value="77"></label><label>Código do cliente <input value="318"></label>',
    found: ['318 offered', '77 offered'],
  },
  {
    title: 'a name beside the label is no code',
    html: '<p><b>Cliente</b> <span>COMERCIAL</span></p>',
    found: [],
  },
  {
    title: 'a date, an amount and a document are no codes',
    html: '<p><b>Cliente</b> <i>09/03/2017</i></p><p><b>Pessoa</b> <i>20.000,00</i></p><p><b>Código</b> <i>12.864.073/0001-00</i></p>',
    found: [],
  },
  {
    title: 'an empty field',
    html: '<label>Código <input value=""></label>',
    found: [],
  },
  {
    title: 'a hidden guess is none',
    html: '<div hidden><label>Código <input value="318"></label></div>',
    found: [],
  },
  {
    title: 'what the page declares before what stands beside a label',
    html: '<label>Código <input value="77"></label><div data-customer-code="318"></div>',
    found: ['318 certain'],
  },
];
