import { searchWords } from '../../domain/ticket-search.ts';
import type { Database } from './connect.ts';

/** From how many letters on the beginning of a word is looked for. */
const LEAST_BEGINNING = 3;

/**
 * Each word as a query of its own, by its stem; words that are in every text are left out. The fold has taken everything out
 * that means something in a query, so that what is left can stand in one. The word that is still being typed counts as a
 * beginning too.
 */
const STATEMENT = `
select case when word.number = $2 and bare.word !~ '\\s' and length(bare.word) >= ${LEAST_BEGINNING}
    then stem.query || ('''' || bare.word || ''':*')::tsquery else stem.query end::text as query
from unnest($1::text[]) with ordinality as word (word, number)
cross join lateral (select trim(public.search_fold(word.word)) as word) as bare
cross join lateral (select plainto_tsquery('pg_catalog.portuguese', public.search_fold(word.word)) as query) as stem
where numnode(stem.query) > 0
order by word.number`;

/** The words of a search as queries of PostgreSQL, in order. */
export async function readWords(database: Database, text: string): Promise<string[]> {
  const words = searchWords(text);
  if (words.length === 0) return [];
  const isOpen = /[\p{L}\p{N}]$/u.test(text);
  const { rows } = await database.$client.query<{ query: string }>({
    name: 'search-words',
    text: STATEMENT,
    values: [words, isOpen ? words.length : 0],
  });
  return [...new Set(rows.map(({ query }) => query))];
}

/** One query for texts that have any of the words. */
export function anyOf(words: readonly string[]): string {
  return words.map((word) => `(${word})`).join(' | ');
}
