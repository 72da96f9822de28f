import { type Draft, draftSchema } from '../domain/draft.ts';
import type { Owner } from '../domain/owner.ts';
import { problemOf } from '../domain/problem-texts.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { ParecerDatabase } from './database.ts';
import { isRowOf, rowsOf, serverOf } from './owned-rows.ts';
import { type ReadRows, readRows } from './read-rows.ts';
import { type KeepingOptions, keepWords } from './write-failure.ts';

/** Drafts of the users of this machine. Each method sees those of one user of one server only. */
export interface DraftStore {
  /** All of the user's, the one changed last first. */
  list(owner: Owner): Promise<ReadRows<Draft>>;
  /** Null where there is none, it is another user's, or it cannot be read. */
  get(owner: Owner, id: string): Promise<Draft | null>;
  /**
   * Resolves when the draft is on disk. `already-sent` where it became a command meanwhile, in another tab perhaps:
   * keeping it again would bring a sent text back as one being written. `too-large` where it is on disk but over the
   * limits of a document, so that it has to be shortened before it can be resumed. A draft that is on disk stays with the server
   * that it was begun for.
   */
  keep(owner: Owner, draft: Draft): Promise<Result<void>>;
  discard(owner: Owner, id: string): Promise<void>;
}

export function createDraftStore(database: ParecerDatabase, options: KeepingOptions): DraftStore {
  const { drafts, outbox } = database;
  return {
    async list(owner) {
      const rows = readRows(draftSchema, await rowsOf(drafts, owner).toArray());
      rows.items.sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : 0));
      return rows;
    },
    async get(owner, id) {
      const row = await drafts.get(id);
      const draft = draftSchema.safeParse(row);
      return draft.success && isRowOf(row, owner) ? draft.data : null;
    },
    async keep(owner, draft) {
      const kept = await keepWords(options, () =>
        database.transaction('rw', drafts, outbox, async () => {
          if ((await outbox.where('draftId').equals(draft.id).count()) > 0) return false;
          await drafts.put({ ...draft, serverUrl: serverOf(await drafts.get(draft.id)) ?? owner.serverUrl });
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
    async discard(owner, id) {
      await database.transaction('rw', drafts, async () => {
        const row = await drafts.get(id);
        if (isRowOf(row, owner)) await drafts.delete(id);
      });
    },
  };
}
