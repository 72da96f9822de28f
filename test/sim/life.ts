import { problems as texts } from '../../locales/pt-BR/problems.ts';
import { createCursorStore } from '../../storage/cursor-store.ts';
import { createDraftStore } from '../../storage/draft-store.ts';
import { createOutboxStore } from '../../storage/outbox-store.ts';
import { createProtocolStore } from '../../storage/protocol-store.ts';
import { createMemoryDatabase } from '../support/crm/memory-database.ts';
import type { Scheduler } from './scheduler.ts';

/** One life of a context (the background, a panel): what it reaches of the storage, until it ends in whatever state it is. */
export interface Life {
  readonly name: string;
  readonly isOver: boolean;
  drafts: ReturnType<typeof createDraftStore>;
  outbox: ReturnType<typeof createOutboxStore>;
  protocols: ReturnType<typeof createProtocolStore>;
  cursors: ReturnType<typeof createCursorStore>;
  /** Waits for its turn; never comes back once the life is over. */
  pass(label: string): Promise<void>;
  /** Ends it as a crash does: what is committed stays, what is under way is rolled back, and no code of it runs on. */
  end(): void;
}

export function startLife(name: string, scheduler: Scheduler, disk: IDBFactory): Life {
  let isOver = false;
  const database = createMemoryDatabase(disk);
  const underWay = new Set<IDBTransaction>();
  database.on('ready', () => {
    const connection = database.backendDB();
    const begin = connection.transaction.bind(connection);
    connection.transaction = (...about) => {
      const transaction = begin(...about);
      underWay.add(transaction);
      transaction.addEventListener('complete', () => underWay.delete(transaction));
      transaction.addEventListener('abort', () => underWay.delete(transaction));
      return transaction;
    };
  });
  const keeping = { texts, makeRoom: async () => {}, now: scheduler.now };

  const never = () => new Promise<never>(() => {});
  const pass = async (label: string) => {
    await scheduler.turn(`${name} ${label}`);
    if (isOver) await never();
  };
  /** Lets each method of a store begin and return at a moment of its own. */
  const guarded = <T extends object>(store: T): T =>
    Object.fromEntries(
      Object.entries(store).map(([method, act]: [string, (...about: unknown[]) => Promise<unknown>]) => [
        method,
        async (...about: unknown[]) => {
          await pass(`${method} begins`);
          try {
            return await act(...about);
          } catch (error) {
            if (!isOver) throw error;
            return never();
          } finally {
            await pass(`${method} returns`);
          }
        },
      ]),
    ) as T;

  return {
    name,
    get isOver() {
      return isOver;
    },
    drafts: guarded(createDraftStore(database, keeping)),
    outbox: guarded(createOutboxStore(database, keeping)),
    protocols: guarded(createProtocolStore(database, keeping)),
    cursors: guarded(createCursorStore(database)),
    pass,
    end() {
      isOver = true;
      for (const transaction of underWay) {
        try {
          transaction.abort();
        } catch (error) {
          // It was about to be committed already.
          if (!(error instanceof Error && error.name === 'InvalidStateError')) throw error;
        }
      }
      database.close();
    },
  };
}
