import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textToCode } from '../../../detect/customer-code.ts';

describe('the code in a text that a rule read', () => {
  it.each([
    ['000318', '000318'],
    ['  318\n', '318'],
    ['AB12', 'AB12'],
    ['', null],
    ['12345678901', null],
    ['000318 - Comercial', null],
    ['12.864.073/0001-00', null],
    ['<b>1</b>', null],
  ])('%j without an expression is %j', (text, code) => {
    expect(textToCode(text)).toBe(code);
  });

  it.each([
    ['Cliente 000318 ativo', 'Cliente (\\w+)', '000318'],
    ['Cliente ativo', 'Cliente (\\d+)', null],
    ['000318', '(\\d+)-(\\d+)', null],
  ])('%j with the expression %j is %j', (text, expression, code) => {
    expect(textToCode(text, expression)).toBe(code);
  });

  it.each([
    ['000318', '000318'],
    ['000318 - Comercial Rio Pardo', '000318'],
    ['000318 | Comercial', '000318'],
    ['Comercial', null],
    ['Ativo', null],
    ['09/03/2017', null],
    ['(16) 3610-0140', null],
    ['20.000,00', null],
    ['12.864.073/0001-00', null],
    ['Rua 7', null],
  ])('%j beside a label is guessed to be %j', (text, code) => {
    expect(textToCode(text, undefined, true)).toBe(code);
  });

  it('is never anything but 1 to 10 letters or digits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.boolean(), (text, guess) => {
        const code = textToCode(text, undefined, guess);
        expect(code === null || /^[A-Za-z0-9]{1,10}$/.test(code)).toBe(true);
      }),
    );
  });
});
