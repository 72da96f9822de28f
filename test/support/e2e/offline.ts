import { type BrowserContext, expect, type Worker } from '@playwright/test';
import type { ServerProcess } from '../server-process.ts';
import type { PanelPage } from './panel.ts';

/** A way in which the server gets out of reach, and back. */
export interface Outage {
  name: string;
  begin(parts: OutageParts): Promise<void>;
  end(parts: OutageParts): Promise<void>;
}

export interface OutageParts {
  context: BrowserContext;
  server: ServerProcess;
}

/** The network of the agent's machine is gone, as the browser itself emulates it: pages and background alike. */
const networkCut: Outage = {
  name: 'the network cut',
  begin: ({ context }) => context.setOffline(true),
  end: ({ context }) => context.setOffline(false),
};

const serverStopped: Outage = {
  name: 'the server stopped',
  begin: ({ server }) => server.stop(),
  end: ({ server }) => server.start(),
};

export const outages = [networkCut, serverStopped] as const;

/** Waits until the panel says that there is no connection. */
export async function expectOffline(panel: PanelPage): Promise<void> {
  await expect(panel.banner('Sem conexão.')).toBeVisible();
}

/** The connection is back: waits until the panel says that everything was sent, trying at once as an agent would. */
export async function sendEverything(panel: PanelPage): Promise<void> {
  const sendNow = panel.button('Tentar agora');
  const isSent = panel.sync.getByText('Tudo enviado');
  await expect
    .poll(async () => {
      // It goes away by itself where the connection was noticed first.
      if (await sendNow.isVisible()) await sendNow.click({ timeout: 1_000 }).catch(() => undefined);
      return isSent.isVisible();
    })
    .toBe(true);
}

/** Takes the rows of a store off the disk of the agent's machine, past the product's own code. */
export function emptyStore(worker: Worker, name: string): Promise<void> {
  return worker.evaluate(
    (store) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('parecer');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const writing = database.transaction(store, 'readwrite');
          writing.objectStore(store).clear();
          writing.onerror = () => reject(writing.error);
          writing.oncomplete = () => {
            database.close();
            resolve();
          };
        };
      }),
    name,
  );
}

/** How many rows a store on the disk of the agent's machine has. */
export function countRows(worker: Worker, name: string): Promise<number> {
  return worker.evaluate(
    (store) =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('parecer');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const counting = database.transaction(store).objectStore(store).count();
          counting.onerror = () => reject(counting.error);
          counting.onsuccess = () => {
            database.close();
            resolve(counting.result);
          };
        };
      }),
    name,
  );
}
