import { toInstant } from '../../domain/instant.ts';
import type { Owner } from '../../domain/owner.ts';
import { refillLeases } from '../../sync/leases.ts';
import { pullChanges } from '../../sync/pull.ts';
import { createSender } from '../../sync/sender.ts';
import { type Life, startLife } from './life.ts';
import type { Network } from './network.ts';
import type { Random } from './random.ts';
import type { Scheduler } from './scheduler.ts';

/** The device that protocol numbers are leased to, and the year of their tickets. */
export const LESSEE = { name: 'device', year: 2026 } as const;

/** As long as in the product (ms): looked at again after a command was taken, and when nothing else wakes. */
const LOOK_AGAIN = 30_000;
const PERIOD = 60_000;
const SHOWN_FOR = 24 * 60 * 60_000;

/** The service worker: started by whatever wakes it, stopped at any moment. */
export interface Background {
  /** Sends and pulls. */
  wake(): void;
  /** Wakes it where an alarm is due. */
  tick(): void;
  stop(): void;
  /** Tickets that the pages of this owner were told of, or have read anew. */
  told(owner: Owner): ReadonlySet<string>;
  /** Where the owner's first pull began. */
  firstCursor(owner: Owner): number | null;
}

export interface BackgroundParts {
  scheduler: Scheduler;
  random: Random;
  disk: IDBFactory;
  network: Network;
  currentOwner(): Owner | null;
  /** Everything that there is on the server at this moment, as a page finds it that reads anew. */
  readAnew(): string[];
}

export function createBackground(parts: BackgroundParts): Background {
  const { scheduler, network } = parts;
  let life: Life | null = null;
  let run = () => {};
  let lives = 0;
  // Alarms are the browser's: they outlive the worker.
  let alarmAt: number | null = null;
  let wokenAt = scheduler.now();
  const told = new Map<string, Set<string>>();
  const firstCursors = new Map<string, number>();
  const toldTo = ({ userId }: Owner) => {
    const known = told.get(userId) ?? new Set<string>();
    told.set(userId, known);
    return known;
  };

  function start(): void {
    lives += 1;
    const mine = startLife(`background ${lives}`, scheduler, parts.disk);
    life = mine;
    const arrivesAt = async <T>(answer: Promise<T>): Promise<T> => {
      const value = await answer;
      await mine.pass('hears the answer');
      return value;
    };
    const sender = createSender({
      outbox: {
        ...mine.outbox,
        async claim(id) {
          alarmAt = scheduler.now() + LOOK_AGAIN;
          return mine.outbox.claim(id);
        },
      },
      transport: {
        reach: (owner) => arrivesAt(network.reach(owner)),
        send: (command, owner) => arrivesAt(network.send(command, owner)),
      },
      lock: (task) => task(),
      clock: scheduler,
      random: () => parts.random.next(),
      currentOwner: async () => parts.currentOwner(),
    });
    let isPulling = false;

    async function send(): Promise<void> {
      await mine.outbox.forgetConfirmed(toInstant(scheduler.now() - SHOWN_FOR));
      const nextAt = await sender.run();
      if (nextAt !== null) alarmAt = nextAt;
    }

    async function pull(owner: Owner): Promise<void> {
      isPulling = true;
      await pullChanges({
        transport: { changes: (after) => arrivesAt(network.changes(after)) },
        cursor: {
          async read() {
            const cursor = await mine.cursors.read(owner);
            if (cursor !== null && !firstCursors.has(owner.userId))
              firstCursors.set(owner.userId, Number(cursor));
            return cursor;
          },
          write: (cursor) => mine.cursors.write(owner, cursor),
        },
        async apply({ tickets, everything }) {
          await mine.pass('tells the pages');
          for (const id of everything ? parts.readAnew() : tickets) toldTo(owner).add(id);
        },
      });
      isPulling = false;
    }

    run = () => {
      void send();
      const owner = parts.currentOwner();
      if (owner === null || isPulling) return;
      void pull(owner);
      const asker = { owner: LESSEE.name, userId: owner.userId };
      void refillLeases(asker, LESSEE.year, mine.protocols, {
        leaseProtocols: (id, count) => arrivesAt(network.leaseProtocols(id, count)),
      });
    };
  }

  const background: Background = {
    wake() {
      if (life === null) start();
      wokenAt = scheduler.now();
      run();
    },
    tick() {
      const now = scheduler.now();
      const isDue = (alarmAt !== null && alarmAt <= now) || Math.abs(now - wokenAt) >= PERIOD;
      if (!isDue) return;
      alarmAt = null;
      background.wake();
    },
    stop() {
      life?.end();
      life = null;
    },
    told: toldTo,
    firstCursor: ({ userId }) => firstCursors.get(userId) ?? null,
  };
  return background;
}
