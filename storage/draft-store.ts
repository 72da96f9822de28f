import { type Draft, draftSchema } from '../domain/draft.ts';
import { problemOf } from '../domain/problem-texts.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { ParecerDatabase } from './database.ts';
import { type ReadRows, readRows } from './read-rows.ts';
import { type KeepingOptions, keepWords } from './write-failure.ts';

/** Drafts of the users of this machine. Each method sees those of one user only. */
export interface DraftStore {
  /** All of the user's, the one changed last first. */
  list(userId: string): Promise<ReadRows<Draft>>;
  /** Null where there is none, it is another user's, or it cannot be read. */
  get(userId: string, id: string): Promise<Draft | null>;
  /**
   * Resolves when the draft is on disk. `already-sent` where it became a command meanwhile, in another tab perhaps:
   * keeping it again would bring a sent text back as one being written. `too-large` where it is on disk but over the
   * limits of a document, so that it has to be shortened before it can be resumed.
   */
  keep(draft: Draft): Promise<Result<void>>;
  discard(userId: string, id: string): Promise<void>;
}

export function createDraftStore(database: ParecerDatabase, options: KeepingOptions): DraftStore {
  const { drafts, outbox } = database;
  return {
    async list(userId) {
      const rows = readRows(draftSchema, await drafts.where('userId').equals(userId).toArray());
      rows.items.sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : 0));
      return rows;
    },
    async get(userId, id) {
      const row = await drafts.get(id);
      const draft = draftSchema.safeParse(row);
      return draft.success && draft.data.userId === userId ? draft.data : null;
    },
    async keep(draft) {
      const kept = await keepWords(options, () =>
        database.transaction('rw', drafts, outbox, async () => {
          if ((await outbox.where('draftId').equals(draft.id).count()) > 0) return false;
          await drafts.put({ ...draft });
          return true;
        }),
      );
      if (!kept.ok) return kept;
      if (!kept.value) return err(problemOf(options.texts, 'already-sent'));
      // Kept all the same: too long a text is better on the disk than nowhere.
      return draftSchema.safeParse(draft).success
        ? ok(undefined)
        : err(problemOf(options.texts, 'too-large', { field: 'body' }));
    },
    async discard(userId, id) {
      await database.transaction('rw', drafts, async () => {
        const row = await drafts.get(id);
        if (row?.userId === userId) await drafts.delete(id);
      });
    },
  };
}
