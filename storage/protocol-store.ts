import { z } from 'zod';
import { instantSchema, toInstant } from '../domain/instant.ts';
import { createProtocol } from '../domain/protocol.ts';
import type { ParecerDatabase } from './database.ts';
import { readRows } from './read-rows.ts';

/** A block of numbers that the server gave to this device. */
export interface LeasedBlock {
  id: string;
  year: number;
  first: number;
  last: number;
  grantedAt: string;
}

/**
 * Protocol numbers that this device may tell. `owner` names server and device: a block is good for them only. `year` is the one
 * that it is at the company: a number says the year in which its ticket was begun, so those left from another one stay unused.
 */
export interface ProtocolStore {
  /** Takes the next number, for ever; null where none is left. Two tabs never get the same one. */
  take(owner: string, year: number): Promise<string | null>;
  /** A number that was told to nobody is the next one again. */
  giveBack(owner: string, protocol: string): Promise<void>;
  /**
   * How many numbers need not be asked for: those of the year, and for some hours those of another year that were asked for just
   * now. The server knows the year better than this machine's clock, and would give the same again.
   */
  countFree(owner: string, year: number): Promise<number>;
  /** Whether the server wants to be left alone by this user for now. */
  isToWait(asker: { owner: string; userId: string }): Promise<boolean>;
  /** The server wants to be left alone by this user for so long (ms). */
  wait(asker: { owner: string; userId: string }, duration: number): Promise<void>;
  /** Adds a block that was just given; the same block again changes nothing. */
  add(owner: string, block: LeasedBlock): Promise<void>;
  /** Id of the request for a block that is under way, to be repeated until it is answered, in the same year. */
  pendingRequest(owner: string, year: number, createId: () => string): Promise<string>;
}

/** How long (ms) a server that gave numbers of another year is not asked again. */
const PATIENCE = 6 * 60 * 60_000;

/** The longest (ms) that a server is left alone: numbers are counted by the day, and clocks may be set back. */
const LONGEST_WAIT = 24 * 60 * 60_000;

const leaseRowSchema = z.object({
  id: z.string(),
  owner: z.string(),
  year: z.number().int(),
  /** By this machine's clock; absent in rows of the first version. */
  addedAt: instantSchema.optional(),
  first: z.number().int(),
  last: z.number().int(),
  /** The lowest number never taken. */
  next: z.number().int(),
  returned: z.array(z.number().int()),
  grantedAt: instantSchema,
});

const requestSchema = z.object({ id: z.string(), year: z.number().int() });

type LeaseRow = z.infer<typeof leaseRowSchema>;

export function createProtocolStore(database: ParecerDatabase, options: { now(): number }): ProtocolStore {
  const { leases, meta } = database;
  return {
    take: (owner, year) =>
      database.transaction('rw', leases, async () => {
        for (const lease of await leasesOf(owner)) {
          if (lease.year !== year) continue;
          const [returned, ...others] = lease.returned;
          const sequence = returned ?? lease.next;
          if (sequence > lease.last) continue;
          const change = returned === undefined ? { next: sequence + 1 } : { returned: others };
          await leases.put({ ...lease, ...change });
          return createProtocol(lease.year, sequence);
        }
        return null;
      }),

    giveBack: (owner, protocol) =>
      database.transaction('rw', leases, async () => {
        const year = Number(protocol.slice(0, 4));
        const sequence = Number(protocol.slice(4, 12));
        const lease = (await leasesOf(owner)).find(
          (each) => each.year === year && each.first <= sequence && sequence < each.next,
        );
        if (lease === undefined || lease.returned.includes(sequence)) return;
        await leases.put({ ...lease, returned: [...lease.returned, sequence].sort((a, b) => a - b) });
      }),

    async countFree(owner, year) {
      const all = (await leasesOf(owner)).filter((lease) => lease.year === year || wasJustAdded(lease));
      return all.reduce((sum, lease) => sum + lease.returned.length + lease.last + 1 - lease.next, 0);
    },

    async isToWait(asker) {
      const until = instantSchema.safeParse((await meta.get(waitKey(asker)))?.value);
      const left = until.success ? Date.parse(until.data) - options.now() : 0;
      return left > 0 && left <= LONGEST_WAIT;
    },

    async wait(asker, duration) {
      const until = toInstant(options.now() + Math.min(duration, LONGEST_WAIT));
      await meta.put({ key: waitKey(asker), value: until });
    },

    add: (owner, block) =>
      database.transaction('rw', leases, meta, async () => {
        if ((await leases.get(block.id)) === undefined) {
          await leases.add({
            ...block,
            owner,
            addedAt: toInstant(options.now()),
            next: block.first,
            returned: [],
          });
        }
        const pending = await meta.get(requestKey(owner));
        if (requestSchema.safeParse(pending?.value).data?.id === block.id)
          await meta.delete(requestKey(owner));
      }),

    pendingRequest: (owner, year, createId) =>
      database.transaction('rw', meta, async () => {
        const pending = requestSchema.safeParse((await meta.get(requestKey(owner)))?.value);
        if (pending.success && pending.data.year === year) return pending.data.id;
        const id = createId();
        await meta.put({ key: requestKey(owner), value: { id, year } });
        return id;
      }),
  };

  function wasJustAdded({ addedAt }: LeaseRow): boolean {
    return addedAt !== undefined && Math.abs(options.now() - Date.parse(addedAt)) < PATIENCE;
  }

  /** Oldest block first: its numbers are used up before those of the next. */
  async function leasesOf(owner: string): Promise<LeaseRow[]> {
    const { items } = readRows(leaseRowSchema, await leases.toArray());
    return items
      .filter((lease) => lease.owner === owner)
      .sort((a, b) => a.year - b.year || a.first - b.first);
  }
}

function waitKey({ owner, userId }: { owner: string; userId: string }): string {
  return `lease-wait ${owner} ${userId}`;
}

function requestKey(owner: string): string {
  return `lease-request ${owner}`;
}
