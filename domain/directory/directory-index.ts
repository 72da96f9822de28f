import { customerCodeKey } from '../customer-code.ts';
import { brazilianLine, customerPhones, phoneTokens, searchKey, tellWordTokens } from '../customer-search.ts';
import type { DirectoryEntry } from '../directory.ts';
import { type PhoneLines, type PhoneOf, toPhoneLines } from './phone-lines.ts';
import { type SortedKeys, toSortedKeys } from './sorted-keys.ts';

/**
 * What a list of customers is searched with, without the customers themselves. A customer's *position* is its place in order of name and
 * id, so that what is found comes in order; its *place* is where it stands in the list.
 */
export type DirectoryIndex = DirectoryKeys & DirectoryWords;

/** The part that finds by a whole code or telephone: small, because a ringing call waits until it is read. */
export interface DirectoryKeys {
  /** By position. */
  places: Uint32Array;
  codes: Postings;
  /** Telephones of Brazil. */
  lines: PhoneLines;
  /** Digits of all others. */
  otherPhones: Postings;
}

/** The part that only a search needs. */
export interface DirectoryWords {
  names: SortedKeys;
  inactive: Uint8Array;
  /** Everything that customers are found by, but telephones of Brazil. */
  tokens: Postings;
}

/** Keys in order, and for each the positions of those who have it. */
export interface Postings {
  keys: SortedKeys;
  /** Where the positions of each key begin, and the end of the last. */
  starts: Uint32Array;
  positions: Uint32Array;
}

/** Takes customers in the order of their list, in as many parts as one likes, and gives the index of all. */
export interface DirectoryIndexBuilder {
  add(entries: readonly DirectoryEntry[]): void;
  finish(): DirectoryIndex;
}

export function createDirectoryIndexBuilder(): DirectoryIndexBuilder {
  const customers: { name: string; id: string; active: boolean }[] = [];
  const tokens = createPostingsBuilder();
  const codes = createPostingsBuilder();
  const otherPhones = createPostingsBuilder();
  const phones: PhoneOf[] = [];

  return {
    add(entries) {
      for (const entry of entries) {
        const place = customers.length;
        customers.push({ name: searchKey(entry.name), id: entry.id, active: entry.active });
        codes.add(customerCodeKey(entry.code), place);
        tellWordTokens(entry, (word) => tokens.add(word, place));
        for (const number of new Set(customerPhones(entry))) {
          phones.push({ number, position: place });
          if (brazilianLine(number) !== null) continue;
          for (const digits of phoneTokens(number)) {
            otherPhones.add(digits, place);
            tokens.add(digits, place);
          }
        }
      }
    },
    finish() {
      const places = Uint32Array.from(customers.keys());
      places.sort((a, b) => compare(customers[a], customers[b]));
      const positionOf = new Uint32Array(places.length);
      for (const [position, place] of places.entries()) positionOf[place] = position;
      const ordered = Array.from(places, (place) => customers[place] as (typeof customers)[number]);
      return {
        places,
        names: toSortedKeys(ordered.map(({ name }) => name)),
        inactive: Uint8Array.from(ordered, ({ active }) => (active ? 0 : 1)),
        tokens: tokens.finish(positionOf),
        codes: codes.finish(positionOf),
        otherPhones: otherPhones.finish(positionOf),
        lines: toPhoneLines(
          phones.map(({ number, position }) => ({ number, position: positionOf[position] as number })),
        ),
      };
    },
  };
}

function compare(
  one: { name: string; id: string } | undefined,
  other: { name: string; id: string } | undefined,
): number {
  if (one === undefined || other === undefined) return 0;
  if (one.name !== other.name) return one.name < other.name ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}

/** Collects (key, place), each pair once, and gives them in order of key, with positions for places. */
function createPostingsBuilder() {
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  /** Whose key each was last: places come in order, so a key of the same customer comes again at once or never. */
  const lastPlaces: number[] = [];
  // Number of the key and place, one after the other; doubled when full: a list of millions of numbers is copied again and again.
  let pairs = new Uint32Array(1_024);
  let length = 0;
  return {
    add(key: string, place: number) {
      let number = numbers.get(key);
      if (number === undefined) {
        number = counts.length;
        numbers.set(key, number);
        counts.push(0);
        lastPlaces.push(-1);
      }
      if (lastPlaces[number] === place) return;
      lastPlaces[number] = place;
      counts[number] = (counts[number] as number) + 1;
      if (length === pairs.length) {
        const larger = new Uint32Array(length * 2);
        larger.set(pairs);
        pairs = larger;
      }
      pairs[length] = number;
      pairs[length + 1] = place;
      length += 2;
    },
    finish(positionOf: Uint32Array): Postings {
      const keys = [...numbers.keys()].sort();
      const starts = new Uint32Array(keys.length + 1);
      const next = new Uint32Array(keys.length);
      for (const [rank, key] of keys.entries()) {
        const number = numbers.get(key) as number;
        next[number] = starts[rank] as number;
        starts[rank + 1] = (starts[rank] as number) + (counts[number] as number);
      }
      const positions = new Uint32Array(length / 2);
      for (let at = 0; at < length; at += 2) {
        const number = pairs[at] as number;
        positions[next[number] as number] = positionOf[pairs[at + 1] as number] as number;
        next[number] = (next[number] as number) + 1;
      }
      return { keys: toSortedKeys(keys), starts, positions };
    },
  };
}
