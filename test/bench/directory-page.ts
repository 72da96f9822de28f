import { createSampleCustomer } from '../../demo/company/customers.ts';
import { createDirectoryIndexBuilder, type DirectoryIndex } from '../../domain/directory/directory-index.ts';
import { searchDirectory } from '../../domain/directory/directory-search.ts';
import { prefixRange } from '../../domain/directory/sorted-keys.ts';
import { customerToEntry, type DirectoryEntry } from '../../domain/directory.ts';
import { createId } from '../../domain/id.ts';
import type { Owner } from '../../domain/owner.ts';
import { createDatabase } from '../../storage/database.ts';
import { createDirectoryStore } from '../../storage/directory-store.ts';

/** What runs in the browser: the product's own code over the browser's own IndexedDB. */

const PAGE = 1_000;
const SEED = 318;
/** A search is shorter than the browser's clock can tell: it is repeated and divided. */
const REPEATED = 20;
const FOUND = 20;

/** As the server gives them: pages in order of id. */
function customerPages(count: number): DirectoryEntry[][] {
  const entries = Array.from({ length: count }, (_, at) => customerToEntry(createSampleCustomer(SEED, at)));
  entries.sort((a, b) => (a.id < b.id ? -1 : 1));
  return Array.from({ length: Math.ceil(count / PAGE) }, (_, page) =>
    entries.slice(page * PAGE, (page + 1) * PAGE),
  );
}

async function keepAll(owner: Owner, pages: readonly DirectoryEntry[][]): Promise<void> {
  const store = createDirectoryStore(createDatabase());
  const id = createId();
  await store.begin(owner, store.era(), { id, changes: '' });
  const builder = createDirectoryIndexBuilder();
  for (const page of pages) {
    await store.addPage(owner, id, page);
    builder.add(page);
  }
  await store.complete(owner, id, builder.finish(), new Date().toISOString());
}

/** Keeps so many customers; milliseconds from the downloaded pages to an index on the disk, and to the bare pages alone. */
export async function keepCustomers(owner: Owner, count: number): Promise<{ value: number; floor: number }> {
  const pages = customerPages(count);
  const bare = createDatabase({ name: 'bare' });
  const texts = pages.map((page, at) => ({ id: `${at}`, text: JSON.stringify(page) }));
  await bare.open();
  const before = performance.now();
  for (const row of texts) await bare.directory.put(row);
  const floor = performance.now() - before;
  const begun = performance.now();
  await keepAll(owner, pages);
  return { value: performance.now() - begun, floor };
}

async function readIndex(owner: Owner): Promise<DirectoryIndex> {
  const store = createDirectoryStore(createDatabase());
  const { snapshot } = await store.read(owner);
  if (snapshot === null) throw new Error('No customers are kept.');
  const [keys, words] = [await store.keys(owner, snapshot.id), await store.words(owner, snapshot.id)];
  if (keys === null || words === null) throw new Error('The index is not there.');
  return { ...keys, ...words };
}

/** What holds the index for {@link search} and for the measurement of memory. */
const held: { index: DirectoryIndex | null } = { index: null };

/** Milliseconds from a closed database to the first thing found. */
export async function reopen(owner: Owner): Promise<number> {
  const begun = performance.now();
  held.index = await readIndex(owner);
  searchDirectory(held.index, 'comercial', FOUND);
  return performance.now() - begun;
}

/** Milliseconds of each of so many searches with several words, and of looking one word up in order. */
export function search(count: number): { values: number[]; floors: number[] } {
  const { index } = held;
  if (index === null) throw new Error('Nothing was read.');
  const queries = Array.from({ length: count }, (_, at) => {
    const words = createSampleCustomer(SEED, (at * 7_919) % 100_000).name.split(' ');
    return words
      .slice(0, 3)
      .map((word) => word.slice(0, 4))
      .join(' ');
  });
  const timed = (act: (query: string) => void) =>
    queries.map((query) => {
      const begun = performance.now();
      for (let time = 0; time < REPEATED; time += 1) act(query);
      return (performance.now() - begun) / REPEATED;
    });
  return {
    values: timed((query) => searchDirectory(index, query, FOUND)),
    floors: timed((query) => prefixRange(index.tokens.keys, query.slice(0, 4).toLowerCase())),
  };
}
