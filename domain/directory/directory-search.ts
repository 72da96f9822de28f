import { customerCodeKey, isCustomerCode } from '../customer-code.ts';
import { customerSearchTerms, type SearchTerm, searchKey } from '../customer-search.ts';
import type { DirectoryIndex, DirectoryKeys, Postings } from './directory-index.ts';
import { eachLineBeginningWith, positionsOfPhone } from './phone-lines.ts';
import { equalRange, prefixRange } from './sorted-keys.ts';

/** Customers that a search found, the likeliest first. */
export interface Found {
  /** Place in the list that the index is of. */
  place: number;
  /** 0: has this very code; 1: its name begins with the query; 2: has all of the words. */
  rank: 0 | 1 | 2;
}

/**
 * Finds as the server does (`server/db/customer-search.ts`), in the same order.
 * @param isLeftOut places that something newer stands in for
 */
export function searchDirectory(
  index: DirectoryIndex,
  query: string,
  limit: number,
  isLeftOut: (place: number) => boolean = () => false,
): Found[] {
  const terms = customerSearchTerms(query);
  if (terms.length === 0) return [];
  const isGone = (position: number) => isLeftOut(placeAt(index, position));
  const taken = new Set<number>();
  const take = (positions: number[], rank: Found['rank']): Found[] => {
    const fresh = positions.filter((position) => !taken.has(position));
    for (const position of fresh) taken.add(position);
    const isActive = (position: number) => index.inactive[position] === 0;
    const ordered = [...fresh.filter(isActive), ...fresh.filter((position) => !isActive(position))];
    return ordered.map((position) => ({ place: placeAt(index, position), rank }));
  };
  const coded = isCustomerCode(query.trim()) ? positionsOfCode(index, query.trim()) : [];
  const found = take(
    coded.filter((position) => !isGone(position)),
    0,
  );
  const [from, to] = prefixRange(index.names, searchKey(query));
  const named: number[] = [];
  for (let position = from; position < to && named.length < limit; position += 1) {
    if (!isGone(position)) named.push(position);
  }
  found.push(...take(named, 1));
  // Those that were taken already come up again.
  if (found.length < limit) found.push(...take(firstWithAll(index, terms, isGone, limit + taken.size), 2));
  return found.slice(0, limit);
}

/** Places of the customers of a code, with or without its leading zeros. */
export function placesOfCode(index: DirectoryKeys, code: string): number[] {
  return positionsOfCode(index, code).map((position) => placeAt(index, position));
}

/** Places of the customers that may have this telephone, in E.164. */
export function placesOfPhone(index: DirectoryKeys, number: string): number[] {
  const digits = number.replace(/[^0-9]/gu, '');
  const positions = [
    ...positionsOfPhone(index.lines, number),
    ...positionsOf(index.otherPhones, equalRange(index.otherPhones.keys, digits)),
  ];
  return [...new Set(positions)].map((position) => placeAt(index, position));
}

function positionsOfCode({ codes }: DirectoryKeys, code: string): number[] {
  return [...positionsOf(codes, equalRange(codes.keys, customerCodeKey(code)))];
}

function positionsOf({ starts, positions }: Postings, [from, to]: [number, number]): Uint32Array {
  return positions.subarray(starts[from], starts[to]);
}

function placeAt({ places }: DirectoryKeys, position: number): number {
  return places[position] as number;
}

/** Positions that have all terms, in order of name: `limit` active ones, and as many of the others. */
function firstWithAll(
  index: DirectoryIndex,
  terms: readonly SearchTerm[],
  isGone: (position: number) => boolean,
  limit: number,
): number[] {
  const count = index.places.length;
  // How many of the terms so far each has: one pass per term, and order comes from the numbering.
  const had = new Uint8Array(count);
  for (const [at, term] of terms.entries()) {
    for (const words of term) markAll(index, words, had, at);
  }
  const found: number[] = [];
  let active = 0;
  for (let position = 0; position < count && active < limit; position += 1) {
    if (had[position] !== terms.length || isGone(position)) continue;
    found.push(position);
    if (index.inactive[position] === 0) active += 1;
  }
  return found;
}

/** Raises from `at` to `at + 1` whoever has a token for each of the words. */
function markAll(index: DirectoryIndex, words: readonly string[], had: Uint8Array, at: number): void {
  const [only] = words;
  if (words.length === 1 && only !== undefined) {
    raise(index, only, had, at);
    return;
  }
  const counts = new Uint8Array(had.length);
  for (const [place, word] of words.entries()) {
    raise(index, word, counts, place);
  }
  for (let position = 0; position < had.length; position += 1) {
    if (counts[position] === words.length && had[position] === at) had[position] = at + 1;
  }
}

/** Raises from `at` to `at + 1` whoever has a token that begins with the word. */
function raise(index: DirectoryIndex, word: string, had: Uint8Array, at: number): void {
  const { tokens } = index;
  const positions = positionsOf(tokens, prefixRange(tokens.keys, word));
  for (let place = 0; place < positions.length; place += 1) {
    const position = positions[place] as number;
    if (had[position] === at) had[position] = at + 1;
  }
  eachLineBeginningWith(index.lines, word, (position) => {
    if (had[position] === at) had[position] = at + 1;
  });
}
