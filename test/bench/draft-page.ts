import type { Draft } from '../../domain/draft.ts';
import { plainTextToRichText } from '../../domain/rich-text/document.ts';
import { createClientStorage } from '../../extension/client-storage.ts';
import { createWriting } from '../../state/writing.ts';
import { aWrittenDraft, writer } from '../support/crm/words.ts';

/** Times of one kind, ms. */
export interface DraftTimes {
  /** From the end of the debounce to the draft that is shown as kept. */
  kept: number[];
  /** The same draft put into a store of its own, as strictly. */
  put: number[];
}

const WARM_UP = 10;
/** The text of a draft of 2 KB. */
const TEXT = 'Cliente relata que a nota foi rejeitada; conferido o cadastro do produto. '
  .repeat(28)
  .slice(0, 2_048);

/** Keeps a draft as the panel does and puts the same one raw, in turns. Runs in a page. */
async function timeDrafts(rounds: number): Promise<DraftTimes> {
  const storage = createClientStorage({ name: 'bench' });
  const first = aWrittenDraft('');
  const writing = createWriting(
    first,
    {
      drafts: {
        keep: (draft) => storage.drafts.keep(writer, draft),
        unforeseen: (cause) => {
          throw cause;
        },
      },
      now: () => new Date(),
    },
    false,
  );
  const raw = await openRaw();
  const times: DraftTimes = { kept: [], put: [] };
  for (let round = -WARM_UP; round < rounds; round += 1) {
    const body = plainTextToRichText(`${TEXT}${round}`);
    writing.typed(() => body, false);
    const begun = performance.now();
    const state = await writing.flush();
    const kept = performance.now() - begun;
    if (state.kind !== 'kept') throw new Error(`The draft is ${state.kind}.`);
    const put = await timePut(raw, { ...first, body });
    if (round < 0) continue;
    times.kept.push(kept);
    times.put.push(put);
  }
  return times;
}

function openRaw(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('bench-raw', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('drafts', { keyPath: 'id' });
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
}

function timePut(database: IDBDatabase, draft: Draft): Promise<number> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const transaction = database.transaction('drafts', 'readwrite', { durability: 'strict' });
    transaction.objectStore('drafts').put(draft);
    transaction.oncomplete = () => resolve(performance.now() - begun);
    transaction.onabort = () => reject(transaction.error);
  });
}

Object.assign(globalThis, { timeDrafts });
