import type { Worker } from '@playwright/test';

/** What a test asks of a draft that is kept on the machine. */
export interface KeptDraft {
  id: string;
  selection: { anchor: number; head: number } | null;
}

/** Drafts as they are on the disk of the agent's machine, read past the product's own code. */
export function readDrafts(worker: Worker): Promise<KeptDraft[]> {
  return worker.evaluate(
    () =>
      new Promise<KeptDraft[]>((resolve, reject) => {
        const opening = indexedDB.open('parecer');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const reading = database.transaction('drafts').objectStore('drafts').getAll();
          reading.onerror = () => reject(reading.error);
          reading.onsuccess = () => {
            database.close();
            resolve(reading.result as KeptDraft[]);
          };
        };
      }),
  );
}
