import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cnpjCheckDigits, cpfCheckDigits, formatDocument } from '../../../domain/documents.ts';
import { findSensitiveNumbers, isCardNumber } from '../../../domain/sensitive-numbers.ts';

const found = (text: string) =>
  findSensitiveNumbers(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

describe('numbers that should not be shown', () => {
  test.each([
    ['CPF 390.533.447-05', ['cpf 390.533.447-05']],
    ['CPF39053344705,', ['cpf 39053344705']],
    ['390 533 447 05', ['cpf 390 533 447 05']],
    ['de 12.864.073/0001-00 a', ['cnpj 12.864.073/0001-00']],
    ['12ABC34501DE35', ['cnpj 12ABC34501DE35']],
    ['12.abc.345/01de-35', ['cnpj 12.abc.345/01de-35']],
    ['4111 1111 1111 1111 12/28 123', ['card 4111 1111 1111 1111']],
    ['5555-5555-5555-4444', ['card 5555-5555-5555-4444']],
    ['4111111111111111', ['card 4111111111111111']],
    ['3782 822463 10005', ['card 3782 822463 10005']],
    ['390.533.447-05 e 4111111111111111', ['cpf 390.533.447-05', 'card 4111111111111111']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test.each([
    'CPF 390.533.447-06',
    '111.111.111-11',
    'R$ 1.872,35',
    '(16) 98100-5500',
    '4111 1111 1111 1112',
    '0000000000000000',
    '3519 1207 0142 9800 0164 5500 1000 0001 2310 0000 1230',
    '2026 0004 2319-7',
  ])('%s is none', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('every valid CPF and CNPJ is found, written either way and amid words', () => {
    const digits = (length: number) =>
      fc
        .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
        .map((list) => list.join(''));
    fc.assert(
      fc.property(digits(9), digits(12), fc.boolean(), (nine, twelve, isWritten) => {
        fc.pre(!/^(.)\1*$/.test(nine) && !/^(.)\1*$/.test(twelve));
        for (const [kind, value] of [
          ['cpf', nine + cpfCheckDigits(nine)],
          ['cnpj', twelve + cnpjCheckDigits(twelve)],
        ]) {
          const text = isWritten ? formatDocument(value as string) : (value as string);
          expect(found(`Doc.: ${text}; fim`)).toContain(`${kind} ${text}`);
        }
      }),
    );
  });

  test('one changed digit is no card any more', () => {
    expect(isCardNumber('4111111111111111')).toBe(true);
    for (let place = 0; place < 16; place += 1) {
      const digits = [...'4111111111111111'];
      digits[place] = `${(Number(digits[place]) + 1) % 10}`;
      expect(isCardNumber(digits.join(''))).toBe(false);
    }
  });
});
