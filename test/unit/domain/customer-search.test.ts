import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { customerSearchTerms, customerSearchTokens, searchKey } from '../../../domain/customer-search.ts';

const nobody = { code: '7', name: '', tradeName: null, document: null, phones: [], emails: [] };

/** As the database decides it: each term has an alternative whose words all begin some token. */
function finds(query: string, tokens: readonly string[]): boolean {
  const terms = customerSearchTerms(query);
  const begins = (word: string) => tokens.some((token) => token.startsWith(word));
  return terms.length > 0 && terms.every((term) => term.some((words) => words.every(begins)));
}

describe('a customer is found', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'abcçãéíôuxyzÁÉ'), minLength: 1, maxLength: 12 });

  test('by the beginnings of the words of its name, in any order, case and accents', () => {
    fc.assert(
      fc.property(fc.array(letters, { minLength: 1, maxLength: 4 }), fc.nat(), (words, cut) => {
        const tokens = customerSearchTokens({ ...nobody, name: words.join(' ') });
        const query = words
          .map((word) =>
            word
              .normalize('NFD')
              .replace(/\p{M}/gu, '')
              .slice(0, 1 + (cut % word.length)),
          )
          .reverse()
          .join(' ');
        expect(finds(query, tokens)).toBe(true);
        expect(finds(query.toUpperCase(), tokens)).toBe(true);
      }),
    );
  });

  test('by its telephone in every way of writing it', () => {
    const tokens = customerSearchTokens({ ...nobody, phones: [{ number: '+5511981005500' }] });
    for (const query of [
      '+55 (11) 98100-5500',
      '5511981005500',
      '011 98100-5500',
      '11981005500',
      '98100-5500',
      '8100-5500',
    ]) {
      expect(`${query} ${finds(query, tokens)}`).toBe(`${query} true`);
    }
    expect(finds('98100-5501', tokens)).toBe(false);
  });

  test('by telephone and e-mail of a contact person', () => {
    const contactPersons = [{ phone: '+551133334444', email: 'Ana.Souza@Acme.example' }];
    const tokens = customerSearchTokens({ ...nobody, contactPersons });
    expect(
      ['1133334444', '3333-4444', 'ana.souza@acme', 'souza ana'].map((query) => finds(query, tokens)),
    ).toEqual(Array(4).fill(true));
  });

  test('by its code as shown and without zeros, and by a document with punctuation', () => {
    const tokens = customerSearchTokens({ ...nobody, code: '000318', document: '12ABC34501DE35' });
    for (const query of ['318', '000318', '0318', '12.abc.345/01de-35', '12.ABC'])
      expect(finds(query, tokens)).toBe(true);
    expect(finds('3180', tokens)).toBe(false);
  });
});

test('words that only connect others count only by themselves', () => {
  expect(customerSearchTerms('Padaria e Confeitaria do Rio')).toEqual([
    [['padaria']],
    [['confeitaria']],
    [['rio']],
  ]);
  expect(customerSearchTerms('de')).toEqual([[['de']]]);
});

test('a query without letters or digits has no terms', () => {
  for (const query of ['', ' ', '%', '---', '()', '@', '🙂']) expect(customerSearchTerms(query)).toEqual([]);
});

test('terms hold only letters, digits and what e-mails are made of', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (query) => {
      for (const word of customerSearchTerms(query).flat(2)) expect(word).toMatch(/^[\p{L}\p{N}@._+-]+$/u);
    }),
  );
});

test('a search key is without accents, case and punctuation', () => {
  expect(searchKey('  José  da Conceição & Filhos – S/A ')).toBe('jose da conceicao filhos s a');
});
