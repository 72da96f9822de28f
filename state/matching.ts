import { searchKey } from '../domain/customer-search.ts';

/** Whether each word of the query is in one of the texts, without accents and case; a number is found with and without its spaces. */
export function matchesWords(query: string, texts: readonly string[]): boolean {
  const haystack = texts.map(searchKey).join('\n');
  const digits = query.replace(/[\s-]/g, '');
  if (/^\d{5,}$/.test(digits) && haystack.includes(digits)) return true;
  return searchKey(query)
    .split(' ')
    .every((word) => haystack.includes(word));
}
