import type { OpinionContent } from '../domain/command.ts';
import type { Postponement } from '../domain/delivery.ts';
import { type FileUpload, fileUploadSchema } from '../domain/file-upload.ts';
import { type Instant, toInstant } from '../domain/instant.ts';
import type { Owner } from '../domain/owner.ts';
import type { Problem } from '../domain/result.ts';
import type { ParecerDatabase } from './database.ts';
import type { OutboxRow } from './outbox-entry.ts';
import { isRowOf, rowsOf } from './owned-rows.ts';
import { readRows } from './read-rows.ts';

/** Attachments whose text was confirmed and whose bytes follow. Each method is one transaction. */
export interface UploadStore {
  /** The owner's, the oldest first; those that are done too, for a day. */
  list(owner: Owner): Promise<FileUpload[]>;
  /** What was under way when its sender died waits again; the server knows how far it came. */
  recover(owner: Owner): Promise<void>;
  /** Takes one that waits, or is to be called off, for sending; null where that is over. */
  claim(id: string): Promise<FileUpload | null>;
  /** Notes how much the server has; false where it is not to be sent on: paused, or called off. */
  progress(id: string, sent: number): Promise<boolean>;
  finish(id: string): Promise<void>;
  postpone(id: string, failure: Pick<Postponement, 'attempts' | 'retryAt' | 'problem'>): Promise<void>;
  /** The server refused it for good: the agent decides. */
  refuse(id: string, problem: Problem): Promise<void>;
  remove(id: string): Promise<void>;
  /** Makes all that waits for a time due now. */
  hasten(owner: Owner): Promise<void>;
  pause(owner: Owner, id: string): Promise<void>;
  /** Goes on with one that was paused, refused or waits for a time. */
  resume(owner: Owner, id: string): Promise<void>;
  /** The agent does not want it sent: the server is told. */
  giveUp(owner: Owner, id: string): Promise<void>;
  forgetDone(before: Instant): Promise<void>;
}

export function createUploadStore(database: ParecerDatabase, options: { now(): number }): UploadStore {
  const { uploads } = database;
  const change = (owner: Owner, id: string, from: readonly string[], to: Record<string, unknown>) =>
    database.transaction('rw', uploads, async () => {
      const row = await uploads.get(id);
      if (isRowOf(row, owner) && from.includes(row?.state as string)) await uploads.update(id, to);
    });
  return {
    async list(owner) {
      const { items } = readRows(fileUploadSchema, await rowsOf(uploads, owner).toArray());
      return items.sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
    },
    async recover(owner) {
      await rowsOf(uploads, owner)
        .filter((row) => row.state === 'sending')
        .modify({ state: 'waiting', retryAt: null });
    },
    claim: (id) =>
      database.transaction('rw', uploads, async () => {
        const row = fileUploadSchema.safeParse(await uploads.get(id));
        if (!row.success) return null;
        if (row.data.state === 'giving-up') return row.data;
        if (row.data.state !== 'waiting') return null;
        await uploads.update(id, { state: 'sending' });
        return row.data;
      }),
    progress: (id, sent) =>
      database.transaction('rw', uploads, async () => {
        const row = await uploads.get(id);
        if (row === undefined) return false;
        await uploads.update(id, { sent, problem: null, attempts: 0 });
        return row.state === 'sending';
      }),
    async finish(id) {
      const doneAt = toInstant(options.now());
      await uploads
        .where('id')
        .equals(id)
        .modify((row) => {
          const { size } = row.file as FileUpload['file'];
          Object.assign(row, { state: 'done', sent: size, doneAt, problem: null, retryAt: null });
        });
    },
    postpone: (id, failure) =>
      database.transaction('rw', uploads, async () => {
        const row = await uploads.get(id);
        // Paused or called off meanwhile, it stays so.
        const state = row?.state === 'sending' ? { state: 'waiting' } : {};
        await uploads.update(id, { ...failure, ...state });
      }),
    async refuse(id, problem) {
      await uploads.update(id, { state: 'needs', problem, retryAt: null });
    },
    remove: (id) => uploads.delete(id),
    async hasten(owner) {
      await rowsOf(uploads, owner)
        .filter((row) => row.state === 'waiting' || row.state === 'giving-up')
        .modify({ retryAt: null });
    },
    pause: (owner, id) => change(owner, id, ['waiting', 'sending'], { state: 'paused' }),
    resume: (owner, id) =>
      change(owner, id, ['waiting', 'paused', 'needs'], {
        ...{ state: 'waiting', retryAt: null, attempts: 0, problem: null },
      }),
    giveUp: (owner, id) =>
      change(owner, id, ['waiting', 'sending', 'paused', 'needs'], {
        ...{ state: 'giving-up', retryAt: null, attempts: 0, problem: null },
      }),
    async forgetDone(before) {
      await uploads.filter((row) => row.state === 'done' && String(row.doneAt) < before).delete();
    },
  };
}

/** The uploads that follow a confirmed command, as rows. */
export function uploadRowsOf(row: OutboxRow, since: Instant) {
  const { command, serverUrl, userId, ticketId, customer, title } = row;
  if (command.kind !== 'openTicket' && command.kind !== 'addOpinion') return [];
  const opinion: OpinionContent = command.opinion;
  return (opinion.attachments ?? []).map((file) => ({
    ...{ id: file.id, serverUrl, userId, ticketId, opinionId: opinion.id, file, customer, title },
    ...{ state: 'waiting', sent: 0, attempts: 0, retryAt: null, problem: null, since, doneAt: null },
  }));
}
