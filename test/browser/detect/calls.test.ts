import { afterEach, expect, test } from 'vitest';
import { findEvidence } from '../../../detect/find-evidence.ts';
import type { HostRule } from '../../../detect/host-rule.ts';
import { rulesToAttributes } from '../../../detect/rule-attributes.ts';

const url = 'https://fone.exemplo.com.br/ramal';
const telephone = (change: Partial<HostRule> = {}): HostRule => ({
  ...{ id: 'fone', name: 'telefone', urlPattern: 'https://fone.exemplo.com.br/*' },
  ...{ selector: '#numero', source: 'text' },
  call: { ringing: '[data-estado="tocando"]', answered: '.em-curso' },
  ...change,
});

afterEach(() => {
  document.body.innerHTML = '';
});

function callOn(html: string, ...rules: HostRule[]) {
  document.body.innerHTML = html;
  return findEvidence(document, url, rules.length > 0 ? rules : [telephone()]);
}

test.each([
  ['<section data-estado="tocando"><b id="numero">(16) 99100-5500</b></section>', 'ringing'],
  ['<section class="em-curso"><b id="numero">(16) 99100-5500</b></section>', 'answered'],
  ['<b id="numero" class="em-curso">(16) 99100-5500</b>', 'answered'],
])('the state stands on the number’s element or around it: %s', (html, state) => {
  expect(callOn(html).call).toEqual({ number: '(16) 99100-5500', state });
});

test('a number that neither rings nor was answered is no call', () => {
  expect(callOn('<section data-estado="livre"><b id="numero">(16) 99100-5500</b></section>').call).toBeNull();
  expect(callOn('<p>nada</p>').call).toBeNull();
});

test('a call that is left hidden is none', () => {
  const html = '<section hidden data-estado="tocando"><b id="numero">(16) 99100-5500</b></section>';
  expect(callOn(html).call).toBeNull();
});

test('who withholds the number calls all the same, and no word of the page goes with it', () => {
  const html = '<section data-estado="tocando"><b id="numero">Anônimo</b></section>';
  expect(callOn(html).call).toEqual({ number: '', state: 'ringing' });
});

test('the number may stand beside a label, in a field or in an attribute, and be part of a text', () => {
  const state = '<div data-estado="tocando">';
  const byLabel = telephone({ selector: undefined, label: 'Chamador' });
  expect(callOn(`${state}<p>Chamador: <i>3610-0140</i></p></div>`, byLabel).call?.number).toBe('3610-0140');
  const byAttribute = telephone({ selector: '.fone', source: 'data-de' });
  expect(callOn(`${state}<i class="fone" data-de="3610-0140"></i></div>`, byAttribute).call?.number).toBe(
    '3610-0140',
  );
  const byExpression = telephone({ expression: '<([^>]+)>' });
  expect(callOn(`${state}<b id="numero">JOSE &lt;3610-0140&gt;</b></div>`, byExpression).call?.number).toBe(
    '3610-0140',
  );
});

test('a caller is no customer, and a page without such a rule says nothing of calls', () => {
  const html = '<section data-estado="tocando"><b id="numero">318</b></section>';
  expect(callOn(html).evidence).toEqual([]);
  const code: HostRule = { ...telephone(), id: 'codigo', call: undefined };
  expect(callOn(html, code).call).toBeUndefined();
  expect(callOn(html, code).evidence).toMatchObject([{ value: '318' }]);
});

test('a selector that the browser does not understand finds no state and breaks nothing', () => {
  const rule = telephone({ call: { ringing: '##', answered: '.em-curso' } });
  expect(callOn('<b id="numero" class="em-curso">3610-0140</b>', rule).call?.state).toBe('answered');
});

test('attributes that tell the state are watched', () => {
  expect(rulesToAttributes([telephone()])).toContain('data-estado');
});
