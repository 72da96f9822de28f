import { type Command, contactPersonOf, queueIdOf, withoutContactPerson } from '../domain/command.ts';
import type { CustomerSummary } from '../domain/customer.ts';
import { type OutboxEntry, waitingChangeOf, wayBackOf } from '../domain/delivery.ts';
import type { Draft } from '../domain/draft.ts';
import { draftAsNew } from '../domain/draft-rules.ts';
import { type Instant, toInstant } from '../domain/instant.ts';
import type { Owner } from '../domain/owner.ts';
import { problemOf } from '../domain/problem-texts.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { ParecerDatabase } from './database.ts';
import { type OutboxRow, outboxRowSchema, rowToEntry } from './outbox-entry.ts';
import { createOutboxSending, type OutboxSending } from './outbox-sending.ts';
import { rowsOf, serverOf } from './owned-rows.ts';
import { type ReadRows, readRows } from './read-rows.ts';
import { type KeepingOptions, keepWords } from './write-failure.ts';

export interface OutboxOptions extends KeepingOptions {
  now(): number;
}

/** The table of commands on their way, as the agent and, with {@link OutboxSending}, the sender see it. */
export interface OutboxStore extends OutboxSending {
  /** The owner's entries in the order in which they were accepted. */
  list(owner: Owner): Promise<ReadRows<OutboxEntry>>;
  /** Removes the draft and queues its commands, in one transaction: both or neither. */
  accept(owner: Owner, draft: Draft, commands: readonly Command[], title: string): Promise<Result<void>>;
  /** Queues a command without text; `already-waiting` behind another closing or reopening of its ticket. */
  acceptAct(
    owner: Owner,
    command: Command,
    about: { customer: CustomerSummary; title: string },
  ): Promise<Result<void>>;
  /** Sends what was refused after all, behind this command of the same ticket, which makes it possible. */
  sendAfter(owner: Owner, id: string, command: Command): Promise<Result<void>>;
  /**
   * The agent tries again: the entry, or all that wait or need the agent, are as if just accepted. What the server asked for
   * holds no more: a person decides otherwise.
   */
  retry(owner: Owner, id?: string): Promise<void>;
  /**
   * Puts the draft back and removes its commands; `not-recallable` once the server has or may have any of them,
   * `has-followers` while later ones stand on the ticket that it opens.
   * @param atRisk the agent was told that the server may have it: then what is stuck comes back too, under new ids
   */
  recall(owner: Owner, id: string, atRisk?: boolean): Promise<Result<Draft>>;
  /** As `recall`, but the draft is put aside: the agent does not want it sent, and can still bring it back. */
  giveUp(owner: Owner, id: string, atRisk?: boolean): Promise<Result<Draft>>;
  /**
   * Removes an act without text that waits or needs the agent; `not-recallable` once the server has or may have it. What names a contact
   * person that is dropped with it keeps the name alone.
   * @param atRisk as for `recall`
   */
  drop(owner: Owner, id: string, atRisk?: boolean): Promise<Result<void>>;
  /** Puts what the agent decided in the place of a change that was refused; null: nothing is left of it. */
  replaceAct(owner: Owner, id: string, command: Command | null): Promise<Result<void>>;
}

interface TakingBack {
  atRisk?: boolean | undefined;
  discardedAt?: Instant;
}

export function createOutboxStore(database: ParecerDatabase, options: OutboxOptions): OutboxStore {
  const { drafts, outbox } = database;
  const refuse = (code: 'not-recallable' | 'has-followers' | 'already-waiting') =>
    err(problemOf(options.texts, code));

  return {
    ...createOutboxSending(database, options),

    async list(owner) {
      const rows = await readAll(owner);
      return { items: rows.items.map(rowToEntry), unreadable: rows.unreadable };
    },

    accept: (owner, draft, commands, title) =>
      keepWords(options, () =>
        database.transaction('rw', drafts, outbox, async () => {
          // A second OK for the same draft, from another tab, finds the first one's entries.
          if ((await outbox.where('draftId').equals(draft.id).count()) > 0) return;
          // It was begun for this server, whatever is set by now.
          const serverUrl = serverOf(await drafts.get(draft.id)) ?? owner.serverUrl;
          await drafts.delete(draft.id);
          await add(commands, (command, index) => ({
            ...newRow(command, { serverUrl, userId: draft.userId }, { customer: draft.customer, title }),
            draftId: draft.id,
            draft: index === 0 ? draft : null,
          }));
        }),
      ),

    async acceptAct(owner, command, about) {
      const accepted = await keepWords(options, () =>
        database.transaction('rw', outbox, async () => {
          if ((await outbox.get(command.id)) !== undefined) return ok(undefined);
          // Asked for in another tab, or twice in this one.
          if (waitingChangeOf((await readAll(owner)).items, queueIdOf(command)) !== null)
            return refuse('already-waiting');
          await add([command], () => newRow(command, owner, about));
          return ok(undefined);
        }),
      );
      return accepted.ok ? accepted.value : accepted;
    },

    sendAfter: (owner, id, command) =>
      keepWords(options, () =>
        database.transaction('rw', outbox, async () => {
          const { items } = await readAll(owner);
          const refused = items.find((row) => row.id === id);
          if (refused?.state !== 'needs') return;
          await add([command], () => newRow(command, owner, refused));
          // Behind it, in their own order, what stood behind the refused one too.
          const behind = items.filter(
            (row) => row.ticketId === refused.ticketId && row.sequence >= refused.sequence,
          );
          let sequence = await lastSequence();
          for (const row of behind) {
            sequence += 1;
            await outbox.update(row.id, { sequence });
          }
          await outbox.update(id, { state: 'queued', retryAt: null, attempts: 0, problem: null });
        }),
      ),

    retry: (owner, id) =>
      database.transaction('rw', outbox, async () => {
        for (const row of (await readAll(owner)).items) {
          if (row.askedUntil) await outbox.update(row.id, { askedUntil: null });
          if (id !== undefined && row.id !== id) continue;
          if (row.state !== 'queued' && row.state !== 'needs') continue;
          await outbox.update(row.id, { state: 'queued', retryAt: null, attempts: 0, problem: null });
        }
      }),

    recall: (owner, id, atRisk) => takeBack(owner, id, { atRisk }),

    giveUp: (owner, id, atRisk) => takeBack(owner, id, { atRisk, discardedAt: toInstant(options.now()) }),

    drop: (owner, id, atRisk = false) =>
      database.transaction('rw', drafts, outbox, async () => {
        const { items } = await readAll(owner);
        const row = items.find((each) => each.id === id);
        if (row === undefined) return ok(undefined);
        const way = wayBackOf(row);
        // A text has a draft to go back to.
        if (row.draft !== null || way === 'none' || (way === 'at-risk' && !atRisk))
          return refuse('not-recallable');
        await outbox.delete(id);
        if (row.command.kind === 'createContactPerson') await forgetPerson(id, items);
        return ok(undefined);
      }),

    async replaceAct(owner, id, command) {
      const replaced = await keepWords(options, () =>
        database.transaction('rw', outbox, async () => {
          const row = (await readAll(owner)).items.find((each) => each.id === id);
          if (row?.state !== 'needs' || row.draft !== null) return refuse('not-recallable');
          await outbox.delete(id);
          // In its place: what stands behind it was asked for after it.
          if (command !== null) await outbox.add({ ...newRow(command, owner, row), sequence: row.sequence });
          return ok(undefined);
        }),
      );
      return replaced.ok ? replaced.value : replaced;
    },
  };

  /** Nobody will be created under this id: what names it, and has not left, keeps the name. */
  async function forgetPerson(id: string, rows: readonly OutboxRow[]) {
    for (const row of rows) {
      if (contactPersonOf(row.command) !== id || row.mayBeApplied === true) continue;
      await outbox.update(row.id, { command: withoutContactPerson(row.command), waitsForId: undefined });
    }
    await drafts.filter((row) => row.contactPersonId === id).modify({ contactPersonId: null });
  }

  async function takeBack(owner: Owner, id: string, how: TakingBack): Promise<Result<Draft>> {
    const taken = await keepWords(options, () => takeOut(owner, id, how));
    return taken.ok ? taken.value : taken;
  }

  function takeOut(owner: Owner, id: string, how: TakingBack): Promise<Result<Draft>> {
    const { atRisk = false, ...more } = how;
    return database.transaction('rw', drafts, outbox, async () => {
      const { items } = await readAll(owner);
      const group = items.filter((row) => row.draftId === items.find((each) => each.id === id)?.draftId);
      const draft = group.find((row) => row.draft !== null)?.draft ?? null;
      const ways = group.map(wayBackOf);
      const isClosed = ways.some((way) => way === 'none' || (way === 'at-risk' && !atRisk));
      if (draft === null || isClosed) return refuse('not-recallable');
      // Later commands of a ticket that would then not exist have to be recalled before.
      const opened = group.find((row) => row.command.kind === 'openTicket')?.ticketId;
      if (opened !== undefined && items.some((row) => row.ticketId === opened && row.draftId !== draft.id)) {
        return refuse('has-followers');
      }
      const back = ways.includes('at-risk') ? draftAsNew(draft) : draft;
      await drafts.put({ ...back, ...more, serverUrl: owner.serverUrl });
      await outbox.bulkDelete(group.map((row) => row.id));
      return ok(back);
    });
  }

  async function readAll(owner: Owner): Promise<ReadRows<OutboxRow>> {
    const rows = readRows(outboxRowSchema, await rowsOf(outbox, owner).toArray());
    rows.items.sort((a, b) => a.sequence - b.sequence);
    return rows;
  }

  async function add(
    commands: readonly Command[],
    toRow: (command: Command, index: number) => Omit<OutboxRow, 'sequence'>,
  ) {
    const first = (await lastSequence()) + 1;
    for (const [index, command] of commands.entries()) {
      const waitsForId = await personUnderWay(contactPersonOf(command));
      const row = { ...toRow(command, index), sequence: first + index };
      await outbox.add(waitsForId === null ? row : { ...row, waitsForId });
    }
  }

  /** The contact person, where the server is still to be told of it. */
  async function personUnderWay(id: string | null): Promise<string | null> {
    const row = id === null ? undefined : await outbox.get(id);
    return row === undefined || row.state === 'confirmed' ? null : id;
  }

  async function lastSequence(): Promise<number> {
    const last = await outbox.orderBy('sequence').lastKey();
    return typeof last === 'number' ? last : 0;
  }

  function newRow(command: Command, owner: Owner, about: { customer: CustomerSummary; title: string }) {
    return {
      id: command.id,
      ...owner,
      ticketId: queueIdOf(command),
      draftId: command.id,
      command,
      draft: null,
      customer: about.customer,
      title: about.title,
      state: 'queued' as const,
      attempts: 0,
      retryAt: null,
      problem: null,
      receipt: null,
      acceptedAt: toInstant(options.now()),
      confirmedAt: null,
    };
  }
}
