import { describe, expect, it } from 'vitest';
import { textToCallerNumber } from '../../../detect/caller-number.ts';

describe('the number that a telephone shows', () => {
  it.each([
    ['(16) 99100-5500', '(16) 99100-5500'],
    ['  +55 16 9100 5500 ', '+55 16 9100 5500'],
    ['0XX16991005500', '0XX16991005500'],
    ['(16) 3610-0140 r. 21', '(16) 3610-0140'],
  ])('is %s as it is written', (text, number) => {
    expect(textToCallerNumber(text)).toBe(number);
  });

  it.each(['Anônimo', '', 'Privado', 'JOSE ALMEIDA', 'XXXX-XXXX', 'Segredo 123'])(
    'is none where it is withheld, and no other word of the page leaves it: %s',
    (text) => {
      expect(textToCallerNumber(text)).toBe('');
    },
  );

  it('is the group of the rule’s expression', () => {
    expect(textToCallerNumber('JOSE <(16) 99100-5500>', '<([^>]+)>')).toBe('(16) 99100-5500');
    expect(textToCallerNumber('JOSE', '<([^>]+)>')).toBe('');
  });
});
