import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSampleCompany } from '../../../../demo/company/sample-company.ts';
import { isSameCustomerCode } from '../../../../domain/customer-code.ts';
import { customerSearchTerms, customerSearchTokens, searchKey } from '../../../../domain/customer-search.ts';
import { createDirectoryIndexBuilder } from '../../../../domain/directory/directory-index.ts';
import {
  placesOfCode,
  placesOfPhone,
  searchDirectory,
} from '../../../../domain/directory/directory-search.ts';
import { customerToEntry, type DirectoryEntry } from '../../../../domain/directory.ts';
import { phoneKeys } from '../../../../domain/phone.ts';
import { queriesFor } from '../../../support/directory-queries.ts';

const customers = [...createSampleCompany({ customers: 80 }).customers()];
const entries = customers.map((customer, at) => customerToEntry({ ...customer, active: at % 7 !== 0 }));

function indexOf(list: readonly DirectoryEntry[]) {
  const builder = createDirectoryIndexBuilder();
  builder.add(list.slice(0, 50));
  builder.add(list.slice(50));
  return builder.finish();
}
const index = indexOf(entries);

const known = new Map<DirectoryEntry, { tokens: string[]; name: string }>();
function wordsOf(entry: DirectoryEntry) {
  const words = known.get(entry) ?? { tokens: customerSearchTokens(entry), name: searchKey(entry.name) };
  known.set(entry, words);
  return words;
}

/** Every customer looked at by itself, without any index. */
function findOneByOne(list: readonly DirectoryEntry[], query: string, limit = 1000): string[] {
  const terms = customerSearchTerms(query);
  if (terms.length === 0) return [];
  const byName = list.toSorted((a, b) => (wordsOf(a).name < wordsOf(b).name ? -1 : 1));
  const beginning = byName.filter((entry) => wordsOf(entry).name.startsWith(searchKey(query)));
  const named = new Set(beginning.slice(0, limit));
  const ranked = list.flatMap((entry) => {
    const { tokens, name } = wordsOf(entry);
    const begins = (word: string) => tokens.some((token) => token.startsWith(word));
    if (isSameCustomerCode(entry.code, query.trim())) return [{ entry, name, rank: 0 }];
    if (named.has(entry)) return [{ entry, name, rank: 1 }];
    const hasAll = terms.every((term) => term.some((words) => words.every(begins)));
    return hasAll ? [{ entry, name, rank: 2 }] : [];
  });
  ranked.sort(
    (a, b) =>
      a.rank - b.rank ||
      Number(b.entry.active) - Number(a.entry.active) ||
      (a.name < b.name ? -1 : a.name > b.name ? 1 : a.entry.id < b.entry.id ? -1 : 1),
  );
  return ranked.slice(0, limit).map(({ entry }) => entry.id);
}

const searched = (query: string, limit = 1000) =>
  searchDirectory(index, query, limit).map(({ place }) => entries[place]?.id);

describe('searching the directory', () => {
  test('finds what looking at each customer finds, in the same order', () => {
    for (const customer of customers) {
      for (const query of queriesFor(customer)) {
        expect([query, searched(query)]).toEqual([query, findOneByOne(entries, query)]);
      }
    }
  });

  test('finds the same for any pieces of texts that are there', () => {
    const pieces = entries.flatMap((entry) => customerSearchTokens(entry));
    const piece = fc
      .tuple(fc.constantFrom(...pieces), fc.nat(14))
      .map(([text, cut]) => text.slice(0, cut + 1));
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(' ', '-', '/'),
        (words, by) => {
          const query = words.join(by);
          expect(searched(query)).toEqual(findOneByOne(entries, query));
        },
      ),
      { numRuns: 400 },
    );
  });

  test('gives the first ones where more are found than asked for', () => {
    for (const query of ['a', 'c', '1', 'com']) {
      expect(searched(query, 5)).toEqual(findOneByOne(entries, query, 5));
    }
  });

  test('leaves out what something newer stands in for', () => {
    const all = searched('a');
    const gone = new Set([0, 3, 5].map((at) => entries.findIndex((entry) => entry.id === all[at])));
    const found = searchDirectory(index, 'a', 1000, (place) => gone.has(place));
    expect(found.map(({ place }) => entries[place]?.id)).toEqual(
      all.filter((id) => !gone.has(entries.findIndex((entry) => entry.id === id))),
    );
  });

  test('finds nothing for a query without letters or digits, and in an empty list', () => {
    expect(searched(' - ')).toEqual([]);
    expect(searchDirectory(indexOf([]), 'a', 10)).toEqual([]);
  });
});

test('a code is found with and without its zeros, and no other', () => {
  for (const [place, { code }] of entries.entries()) {
    expect(placesOfCode(index, code)).toEqual([place]);
    expect(placesOfCode(index, `00${code.replace(/^0+/, '')}`)).toEqual([place]);
  }
  expect(placesOfCode(index, '999999')).toEqual([]);
});

test('a telephone gives every customer that has it', () => {
  const numbers = entries.flatMap((entry) => [
    ...entry.phones.map((phone) => phone.number),
    ...entry.contactPersons.flatMap((person) => person.phone ?? []),
  ]);
  for (const number of [...numbers, '+5511900000000']) {
    const keys = phoneKeys(number, '11');
    const having = entries.flatMap((entry, place) => {
      const own = [
        ...entry.phones.map((phone) => phone.number),
        ...entry.contactPersons.map((p) => p.phone ?? ''),
      ];
      return own.some((one) => phoneKeys(one, '11').some((key) => keys.includes(key))) ? [place] : [];
    });
    const found = placesOfPhone(index, number).toSorted((a, b) => a - b);
    expect(found).toEqual(expect.arrayContaining(having));
    if (having.length === 0) expect(found).toEqual([]);
  }
});

test('a telephone of another country is found too', () => {
  const abroad = {
    ...(entries[0] as DirectoryEntry),
    phones: [{ number: '+351912345678', label: null, shared: false }],
  };
  expect(placesOfPhone(indexOf([abroad]), '+351912345678')).toEqual([0]);
});
