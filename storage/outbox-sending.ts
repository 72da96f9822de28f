import { type Command, type Receipt, withoutContactPerson } from '../domain/command.ts';
import type { Postponement } from '../domain/delivery.ts';
import { type Instant, toInstant } from '../domain/instant.ts';
import type { Owner } from '../domain/owner.ts';
import type { Problem } from '../domain/result.ts';
import type { ParecerDatabase } from './database.ts';
import { outboxRowSchema, type WaitingRow, waitingRowSchema } from './outbox-entry.ts';
import { rowsOf } from './owned-rows.ts';
import { readRows } from './read-rows.ts';
import { uploadRowsOf } from './upload-store.ts';

/** The outbox as its sender uses it. Each method is one transaction, so that a stop in between leaves a state that is meant. */
export interface OutboxSending {
  /** What was under way when its sender died is queued again: the server knows ids that it has applied. */
  recover(owner: Owner): Promise<void>;
  /** The owner's unconfirmed entries without their words, and the tickets of rows that cannot be read. */
  waiting(owner: Owner): Promise<{ items: WaitingRow[]; blockedTicketIds: string[] }>;
  /** Takes a queued entry for sending and gives its command; null where it is not queued any more or not readable. */
  claim(id: string): Promise<Command | null>;
  /** Without a receipt where another command had done it before. */
  confirm(id: string, receipt: Receipt | null): Promise<void>;
  /** Back to the queue, with why the try failed. */
  postpone(id: string, failure: Postponement): Promise<void>;
  /** The server refused it for good: the agent decides. `mayBeApplied`: an earlier try may have arrived all the same. */
  refuse(id: string, problem: Problem, mayBeApplied: boolean): Promise<void>;
  /** Removes what was confirmed before this instant. */
  forgetConfirmed(before: Instant): Promise<void>;
  /** Makes all that is queued due now, but not before the server asked for it, and leaves what needs the agent. */
  hasten(owner: Owner): Promise<void>;
}

export function createOutboxSending(database: ParecerDatabase, options: { now(): number }): OutboxSending {
  const { outbox, uploads } = database;
  return {
    recover: (owner) =>
      database.transaction('rw', outbox, async () => {
        const left = await rowsOf(outbox, owner).toArray();
        for (const row of left) {
          if (row.state === 'sending')
            await outbox.update(row.id as string, { state: 'queued', retryAt: null });
        }
      }),

    async waiting(owner) {
      const { items, unreadable } = readRows(waitingRowSchema, await rowsOf(outbox, owner).toArray());
      return {
        items: items.filter((row) => row.state !== 'confirmed'),
        blockedTicketIds: unreadable
          .filter((row) => row.state !== 'confirmed')
          .map((row) => row.ticketId)
          .filter((id) => typeof id === 'string'),
      };
    },

    claim: (id) =>
      database.transaction('rw', outbox, async () => {
        const row = outboxRowSchema.safeParse(await outbox.get(id));
        if (!row.success || row.data.state !== 'queued') return null;
        // The contact person that it names needs the agent: the words do not wait for that, they go on with the name alone. What may have
        // arrived stays as it is.
        const { waitsForId, mayBeApplied } = row.data;
        const awaited = waitsForId === undefined ? undefined : await outbox.get(waitsForId);
        const isCut = awaited !== undefined && awaited.state !== 'confirmed' && mayBeApplied !== true;
        const command = isCut ? withoutContactPerson(row.data.command) : row.data.command;
        await outbox.update(id, {
          state: 'sending',
          mayBeApplied: true,
          ...(isCut ? { command, waitsForId: undefined } : {}),
        });
        return command;
      }),

    confirm: (id, receipt) =>
      database.transaction('rw', outbox, uploads, async () => {
        const confirmedAt = toInstant(options.now());
        const row = outboxRowSchema.safeParse(await outbox.get(id));
        await outbox.update(id, {
          ...{ state: 'confirmed', receipt, confirmedAt },
          ...{ problem: null, retryAt: null, draft: null },
        });
        // From here on its files are on their way; those that are so already stay as they are.
        for (const file of row.success ? uploadRowsOf(row.data, confirmedAt) : []) {
          if ((await uploads.get(file.id)) === undefined) await uploads.add(file);
        }
      }),

    postpone: async (id, failure) => {
      await outbox.update(id, { state: 'queued', ...failure });
    },

    refuse: async (id, problem, mayBeApplied) => {
      await outbox.update(id, { state: 'needs', problem, retryAt: null, askedUntil: null, mayBeApplied });
    },

    forgetConfirmed: (before) =>
      database.transaction('rw', outbox, async () => {
        await outbox
          .filter(
            (row) =>
              row.state === 'confirmed' && typeof row.confirmedAt === 'string' && row.confirmedAt < before,
          )
          .delete();
      }),

    hasten: (owner) =>
      database.transaction('rw', outbox, async () => {
        const now = toInstant(options.now());
        await rowsOf(outbox, owner)
          .filter(({ state, retryAt, askedUntil }) => {
            const isAsked = typeof askedUntil === 'string' && askedUntil > now;
            return state === 'queued' && retryAt !== null && !isAsked;
          })
          .modify({ retryAt: null });
      }),
  };
}
