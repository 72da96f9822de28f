import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cnpjCheckDigits,
  cpfCheckDigits,
  formatDocument,
  parseCnpj,
  parseCpf,
  parseDocument,
} from '../../../domain/documents.ts';

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
const places = fc.stringMatching(/^[0-9A-Z]{12}$/);

describe('CPF and CNPJ', () => {
  test('the alphanumeric example of the tax authority has the check digits 35', () => {
    expect(cnpjCheckDigits('12ABC34501DE')).toBe('35');
    expect(parseDocument('12.ABC.345/01DE-35')).toEqual({ kind: 'cnpj', value: '12ABC34501DE35' });
    expect(formatDocument('12ABC34501DE35')).toBe('12.ABC.345/01DE-35');
  });

  test.each([
    ['390.533.447-05', { kind: 'cpf', value: '39053344705' }],
    ['39053344705', { kind: 'cpf', value: '39053344705' }],
    ['12.864.073/0001-00', { kind: 'cnpj', value: '12864073000100' }],
    ['12abc34501de35', { kind: 'cnpj', value: '12ABC34501DE35' }],
    ['390.533.447-06', null],
    ['111.111.111-11', null],
    ['00.000.000/0000-00', null],
    ['12.864.073/0001-01', null],
    ['12ABC34501DE3A', null],
    ['12ÁBC34501DE35', null],
    ['3905334470', null],
    ['', null],
  ])('%j gives %j', (text, expected) => {
    expect(parseDocument(text)).toEqual(expected);
  });

  test('a made CPF is read back from its writing, and no other check digits are', () => {
    fc.assert(
      fc.property(digits(9), fc.integer({ min: 1, max: 99 }), (base, shift) => {
        const right = cpfCheckDigits(base);
        const wrong = String((Number(right) + shift) % 100).padStart(2, '0');
        expect(parseCpf(base + wrong)).toBeNull();
        fc.pre(new Set(base + right).size > 1);
        expect(parseCpf(formatDocument(base + right))).toBe(base + right);
      }),
    );
  });

  test('a made CNPJ, with letters or without, is read back from its writing in either case', () => {
    fc.assert(
      fc.property(places, (base) => {
        const whole = base + cnpjCheckDigits(base);
        fc.pre(new Set(whole).size > 1);
        expect(parseCnpj(formatDocument(whole).toLowerCase())).toBe(whole);
      }),
    );
  });

  test('what is no document keeps its writing', () => {
    expect(formatDocument('AB-1')).toBe('AB-1');
  });
});
