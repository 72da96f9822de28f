import type { Page, Worker } from '@playwright/test';
import type { RichTextDocument } from '../../../domain/rich-text/document.ts';
import { richTextToPlainText } from '../../../domain/rich-text/plain-text.ts';

/** What a test asks of a draft that is kept on the machine. */
export interface KeptDraft {
  id: string;
  selection: { anchor: number; head: number } | null;
  body: RichTextDocument;
}

/** What a test asks of a command that is on its way. */
export interface KeptEntry {
  id: string;
  state: string;
}

/** Drafts as they are on the disk of the agent's machine, read past the product's own code. */
export function readDrafts(context: Worker | Page): Promise<KeptDraft[]> {
  return readStore<KeptDraft>(context, 'drafts');
}

/** The words of all drafts on the disk. */
export async function draftTexts(context: Worker | Page): Promise<string[]> {
  return (await readDrafts(context)).map(({ body }) => richTextToPlainText(body));
}

/** How far each command is, as the disk of the agent's machine has it. */
export async function deliveryStates(context: Worker | Page): Promise<string[]> {
  return (await readStore<KeptEntry>(context, 'outbox')).map(({ state }) => state);
}

function readStore<T>(context: Worker | Page, name: string): Promise<T[]> {
  const read = (store: string) =>
    new Promise<unknown[]>((resolve, reject) => {
      const opening = indexedDB.open('parecer');
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const database = opening.result;
        const reading = database.transaction(store).objectStore(store).getAll();
        reading.onerror = () => reject(reading.error);
        reading.onsuccess = () => {
          database.close();
          resolve(reading.result);
        };
      };
    });
  // Page and worker take the same function, each by a signature of its own.
  return (context as Worker).evaluate(read, name) as Promise<T[]>;
}

/**
 * Keeps everybody else from writing a store until the function that it returns is called: a transaction of ours goes on in a
 * page of the extension, and the others stand behind it as behind any.
 */
export async function lockStore(page: Page, name: string): Promise<() => Promise<void>> {
  await page.evaluate(
    (store) =>
      new Promise<void>((resolve, reject) => {
        Object.assign(globalThis, { isStoreLocked: true });
        const opening = indexedDB.open('parecer');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const transaction = database.transaction(store, 'readwrite');
          transaction.oncomplete = () => database.close();
          const goOn = () => {
            resolve();
            if (!(globalThis as unknown as { isStoreLocked: boolean }).isStoreLocked) return;
            transaction.objectStore(store).count().onsuccess = goOn;
          };
          transaction.objectStore(store).count().onsuccess = goOn;
        };
      }),
    name,
  );
  return () => page.evaluate(() => void Object.assign(globalThis, { isStoreLocked: false }));
}
