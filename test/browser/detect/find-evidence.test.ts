import { afterEach, describe, expect, it } from 'vitest';
import { createBuiltInRules } from '../../../detect/built-in-rules.ts';
import { builtInExamples } from '../../../detect/built-in-rules-examples.ts';
import { findEvidence } from '../../../detect/find-evidence.ts';
import type { HostRule } from '../../../detect/host-rule.ts';
import { WALK_BUDGET, walk } from '../../../detect/walk.ts';

const url = 'https://erp.exemplo.com.br/pessoas/318';
const builtIn = createBuiltInRules({ declared: 'marca da página', field: (label) => `campo “${label}”` });

function show(html: string): void {
  document.body.innerHTML = html;
}
function found(rules: readonly HostRule[] = builtIn): string[] {
  return findEvidence(document, url, rules).evidence.map(({ value, certainty }) => `${value} ${certainty}`);
}
function rule(change: Partial<HostRule>): HostRule {
  return { id: 'own', name: 'regra', urlPattern: 'https://erp.exemplo.com.br/*', source: 'value', ...change };
}
function rows(count: number): string {
  const row = (index: number) =>
    `<tr><td>Cliente</td><td>${index}</td><td data-customer-code="${index}">NF</td><td>Código</td><td>${index}</td></tr>`;
  return `<table><tbody>${Array.from({ length: count }, (_, index) => row(index)).join('')}</tbody></table>`;
}

afterEach(() => {
  document.body.innerHTML = '';
  for (const meta of document.head.querySelectorAll('meta[name="customer-code"]')) meta.remove();
});

describe('the rules that come with the extension', () => {
  it.each(builtInExamples)('read $title', ({ html, found: codes }) => {
    show(html);
    expect(found()).toEqual(codes);
  });

  it.each([
    '<label for="o">Código</label><input id="o" type="password" value="482913">',
    '<label for="o">Código</label><input id="o" autocomplete="one-time-code" value="482913">',
    '<label for="o">Código</label><input id="o" autocomplete="billing cc-csc" value="482">',
  ])('leave a field for a secret alone: %s', (html) => {
    show(html);
    expect(found()).toEqual([]);
    expect(found([rule({ selector: '#o' }), rule({ label: 'Código' })])).toEqual([]);
  });

  it('never read two cells as one code', () => {
    show('<table><tr><th>Cliente</th><th>Código</th></tr><tr><td>3</td><td>18</td></tr></table>');
    expect(found()).toEqual([]);
    show('<p id="o"><b>3</b><b>18</b></p>');
    expect(found([rule({ selector: '#o', source: 'text' })])).toEqual([]);
    show('<p id="o"><b>000</b></p>');
    document.querySelector('b')?.append('318');
    expect(found([rule({ selector: '#o', source: 'text' })])).toEqual(['000318 certain']);
  });

  it('read what the head declares', () => {
    const meta = document.createElement('meta');
    meta.name = 'customer-code';
    meta.content = '000318';
    document.head.append(meta);
    expect(found()).toEqual(['000318 certain']);
  });
});

describe('rules that contradict each other', () => {
  afterEach(() => document.head.querySelector('meta[name="customer-code"]')?.remove());

  it('make neither certain, also where one of them needs no search', () => {
    const meta = document.createElement('meta');
    meta.name = 'customer-code';
    meta.content = '318';
    document.head.append(meta);
    show('<p class="cod">319</p>');
    expect(found([rule({ selector: '.cod', source: 'text' }), ...builtIn])).toEqual([
      '319 offered',
      '318 offered',
    ]);
    show('<input id="codigo" value="317"><p class="cod">319</p>');
    expect(
      found([rule({ selector: '#codigo' }), rule({ id: 'other', selector: '.cod', source: 'text' })]),
    ).toEqual(['317 offered', '319 offered']);
  });
});

describe('a rule of one’s own', () => {
  it.each([
    ['a field by its id', '<input id="codigo" value="318">', { selector: '#codigo' }, ['318 certain']],
    ['text by its class', '<p class="cod"> 318 </p>', { selector: 'p.cod', source: 'text' }, ['318 certain']],
    [
      'an attribute',
      '<div id="x" data-pessoa="318"></div>',
      { selector: '#x', source: 'data-pessoa' },
      ['318 certain'],
    ],
    [
      'a part of a text',
      '<h1 class="t">Ficha de 318 (ativo)</h1>',
      { selector: '.t', source: 'text', expression: 'de (\\w+)' },
      ['318 certain'],
    ],
    ['beside a label', '<dl><dt>Matrícula</dt><dd>A318</dd></dl>', { label: 'matricula' }, ['A318 certain']],
    [
      'nothing where the address is another',
      '<input id="codigo" value="318">',
      { selector: '#codigo', urlPattern: 'https://outro/*' },
      [],
    ],
    ['nothing by a selector that is none', '<input value="318">', { selector: '##' }, []],
    [
      'a field of type hidden',
      '<input type="hidden" id="codigo" value="318">',
      { selector: '#codigo' },
      ['318 certain'],
    ],
    [
      'a field that is off screen, as a guess',
      '<p hidden><input id="codigo" value="318"></p>',
      { selector: '#codigo' },
      ['318 offered'],
    ],
  ])('reads %s', (_, html, change, codes) => {
    show(html);
    expect(found([rule(change)])).toEqual(codes);
  });

  it('is heard before the guesses', () => {
    show('<label>Código <input value="77"></label><input id="codigo" value="318">');
    expect(found([rule({ selector: '#codigo' }), ...builtIn])).toEqual(['318 certain']);
  });

  it('that disagrees with another makes both of them guesses', () => {
    show('<input id="a" value="318"><input id="b" value="319">');
    const rules = [rule({ selector: '#a' }), rule({ id: 'other', selector: '#b' })];
    expect(found(rules)).toEqual(['318 offered', '319 offered']);
  });
});

describe('hostile pages', () => {
  it.each([
    ['<img src=x onerror=alert(1)>'],
    ['318<script>alert(1)</script>'],
    ['javascript:alert(1)'],
    ['٣١٨'],
    ['3\u200b18'],
    ['318\u0000'],
    ['x'.repeat(100_000)],
  ])('give no code by %j', (value) => {
    show('<input id="codigo"><p class="cod"></p>');
    document.querySelector('input')?.setAttribute('value', value);
    for (const part of document.querySelectorAll('.cod')) part.textContent = value;
    expect(
      found([rule({ selector: '#codigo' }), rule({ id: 'text', selector: '.cod', source: 'text' })]),
    ).toEqual([]);
  });

  it('cannot make the text of a wrong element be copied whole', () => {
    show(`<div id="codigo">${'<p>318</p>'.repeat(20_000)}</div>`);
    expect(found([rule({ selector: '#codigo', source: 'text' })])).toEqual([]);
  });

  it('whose fields hide the properties of their form are read all the same', () => {
    const names = [
      ...['getAttribute', 'matches', 'closest', 'localName', 'children', 'firstChild', 'firstElementChild'],
      ...[
        'nextSibling',
        'nextElementSibling',
        'parentElement',
        'parentNode',
        'checkVisibility',
        'ownerDocument',
      ],
    ];
    const fields = names.map((name) => `<input name="${name}"><input name="${name}">`).join('');
    show(`<form data-customer-code="318">Cliente ${fields}</form><p>Cliente</p>`);
    expect(found()).toEqual(['318 certain']);
    show(`<form>Cliente ${fields}<b>Código</b></form><dl><dt>Pessoa</dt><dd>319</dd></dl>`);
    expect(found()).toEqual(['319 offered']);
    show(`<form id="codigo">${fields}</form>`);
    expect(found([rule({ selector: '#codigo' }), rule({ selector: '#codigo', source: 'text' })])).toEqual([]);
  });
});

describe('the search', () => {
  it('looks at no row of a long table, and at as many elements for 50,000 rows as for none', () => {
    const looks = [0, 5_000, 50_000].map((count) => {
      show(`<main><label for="c">Código</label><input id="c" value="318">${rows(count)}<p>fim</p></main>`);
      let seen = 0;
      walk(document.body, () => {
        seen += 1;
        return false;
      });
      expect(found()).toEqual(['318 offered']);
      return seen;
    });
    expect(new Set(looks).size).toBe(1);
    // Making such a page takes a busy machine long.
  }, 120_000);

  it('ends at its budget on a page without end', () => {
    show('<div><p>a</p></div>'.repeat(5_000));
    let seen = 0;
    walk(document.body, () => {
      seen += 1;
      return false;
    });
    expect(seen).toBe(WALK_BUDGET);
  });

  it('reads the rows of a short table', () => {
    show(rows(1));
    expect(found()).toEqual(['0 certain']);
  });
});
