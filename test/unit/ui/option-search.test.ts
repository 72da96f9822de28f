import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ComboboxOption,
  createOptionIndex,
  fold,
  rangesOf,
} from '../../../components/ui/option-search.ts';

const TREE: ComboboxOption[] = [
  { value: 'g1', code: '1', label: 'Suporte', group: true },
  { value: 'g12', code: '1.2', label: 'Dúvidas', depth: 1, group: true },
  { value: 'a', code: '1.2.1', label: 'Dúvida fiscal', depth: 2 },
  { value: 'b', code: '1.2.2', label: 'Estoque', depth: 2, keywords: 'almoxarifado' },
  { value: 'g3', code: '3', label: 'Fiscal', group: true },
  { value: 'c', code: '3.1', label: 'Conferência', depth: 1 },
];

const values = (query: string, recent: string[] = [], limit = 100) => {
  const rows = createOptionIndex(TREE).find(query, recent, limit);
  return {
    recent: rows.recent.map((row) => row.option.value),
    all: rows.all.map((row) => row.option.value),
    hidden: rows.hidden,
  };
};

describe('searching options', () => {
  test.each([
    ['', ['g1', 'g12', 'a', 'b', 'g3', 'c']],
    ['duvida fiscal', ['g1', 'g12', 'a']],
    ['ALMOXARIFADO', ['g1', 'g12', 'b']],
    ['3.1', ['g3', 'c']],
    ['nada disso', []],
  ])('“%s” finds its options under their headings', (query, found) => {
    expect(values(query).all).toEqual(found);
  });

  test('a heading that matches brings what it holds', () => {
    expect(values('suporte').all).toEqual(['g1', 'g12', 'a', 'b']);
  });

  test('recents that match come first, in their own order, and headings and unknown ones never', () => {
    expect(values('', ['c', 'g1', 'gone', 'a']).recent).toEqual(['c', 'a']);
    expect(values('conf', ['c', 'a']).recent).toEqual(['c']);
  });

  test('what is over the limit is counted, not drawn', () => {
    expect(values('', [], 2)).toMatchObject({ all: ['g1', 'g12', 'a', 'b'], hidden: 1 });
  });

  test('marks lie inside the label, in order, without overlap, and on what was typed', () => {
    const label = fc.string({ unit: 'grapheme', maxLength: 20 });
    fc.assert(
      fc.property(
        label,
        fc.array(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 3 }),
        (text, words) => {
          let end = 0;
          for (const [from, to] of rangesOf(text, words.map(fold).filter(Boolean))) {
            expect(from).toBeGreaterThanOrEqual(end);
            expect(to).toBeLessThanOrEqual(text.length);
            expect(to).toBeGreaterThanOrEqual(from);
            end = to;
          }
        },
      ),
    );
    expect(rangesOf('Conferência', ['encia'])).toEqual([[6, 11]]);
  });
});
