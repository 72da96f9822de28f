import { z } from 'zod';
import { instantSchema } from '../domain/instant.ts';
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

/** Protocol numbers that this device may tell. `owner` names server and device: a block is good for them only. */
export interface ProtocolStore {
  /** Takes the next number, for ever; null where none is left. Two tabs never get the same one. */
  take(owner: string): Promise<string | null>;
  /** A number that was told to nobody is the next one again. */
  giveBack(owner: string, protocol: string): Promise<void>;
  countFree(owner: string): Promise<number>;
  /** Adds a block; the same block again changes nothing. */
  add(owner: string, block: LeasedBlock): Promise<void>;
  /** Id of the request for a block that is under way, to be repeated until it is answered. */
  pendingRequest(owner: string, createId: () => string): Promise<string>;
}

const leaseRowSchema = z.object({
  id: z.string(),
  owner: z.string(),
  year: z.number().int(),
  first: z.number().int(),
  last: z.number().int(),
  /** The lowest number never taken. */
  next: z.number().int(),
  returned: z.array(z.number().int()),
  grantedAt: instantSchema,
});

type LeaseRow = z.infer<typeof leaseRowSchema>;

export function createProtocolStore(database: ParecerDatabase): ProtocolStore {
  const { leases, meta } = database;
  return {
    take: (owner) =>
      database.transaction('rw', leases, async () => {
        for (const lease of await leasesOf(owner)) {
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

    async countFree(owner) {
      const all = await leasesOf(owner);
      return all.reduce((sum, lease) => sum + lease.returned.length + lease.last + 1 - lease.next, 0);
    },

    add: (owner, block) =>
      database.transaction('rw', leases, meta, async () => {
        if ((await leases.get(block.id)) === undefined) {
          await leases.add({ ...block, owner, next: block.first, returned: [] });
        }
        const pending = await meta.get(requestKey(owner));
        if (pending?.value === block.id) await meta.delete(requestKey(owner));
      }),

    pendingRequest: (owner, createId) =>
      database.transaction('rw', meta, async () => {
        const pending = await meta.get(requestKey(owner));
        if (typeof pending?.value === 'string') return pending.value;
        const id = createId();
        await meta.put({ key: requestKey(owner), value: id });
        return id;
      }),
  };

  /** Oldest block first: its numbers are used up before those of the next. */
  async function leasesOf(owner: string): Promise<LeaseRow[]> {
    const { items } = readRows(leaseRowSchema, await leases.toArray());
    return items
      .filter((lease) => lease.owner === owner)
      .sort((a, b) => a.year - b.year || a.first - b.first);
  }
}

function requestKey(owner: string): string {
  return `lease-request ${owner}`;
}
