import { compareText } from '../domain/compare-text.ts';
import { type DiscardedDraft, type Draft, draftSchema } from '../domain/draft.ts';
import { type Instant, toInstant } from '../domain/instant.ts';
import type { Owner } from '../domain/owner.ts';
import { problemOf } from '../domain/problem-texts.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { ParecerDatabase, RawRow } from './database.ts';
import { isRowOf, rowsOf, serverOf } from './owned-rows.ts';
import { type ReadRows, readRows } from './read-rows.ts';
import { type KeepingOptions, keepWords } from './write-failure.ts';

export interface DraftOptions extends KeepingOptions {
  now(): number;
}

/** What a user has begun: to be finished, and thrown away lately. */
export interface DraftList extends ReadRows<Draft> {
  /** The one thrown away last first. */
  discarded: DiscardedDraft[];
}

/** Drafts of the users of this machine. Each method sees those of one user of one server only. */
export interface DraftStore {
  /** All of the user's, the one changed last first. */
  list(owner: Owner): Promise<DraftList>;
  /** Null where there is none, it was thrown away, it is another user's, or it cannot be read. */
  get(owner: Owner, id: string): Promise<Draft | null>;
  /**
   * Resolves when the draft is on disk. `already-sent` where it became a command meanwhile, in another tab perhaps:
   * keeping it again would bring a sent text back as one being written. `too-large` where it is on disk but over the
   * limits of a document, so that it has to be shortened before it can be resumed. A draft that is on disk stays with the server
   * that it was begun for.
   */
  keep(owner: Owner, draft: Draft): Promise<Result<void>>;
  /** Puts it aside: it stays in its place until it is restored, kept again or forgotten. */
  discard(owner: Owner, id: string): Promise<Result<void>>;
  /** Brings back what was put aside; null where it is not there any more. */
  restore(owner: Owner, id: string): Promise<Result<Draft | null>>;
  /** Removes a draft in which nothing was written. */
  remove(owner: Owner, id: string): Promise<void>;
  /** Removes everybody's that was put aside before this instant. */
  forgetDiscarded(before: Instant): Promise<void>;
}

/** A row says when it was put aside; a draft that is written on does not. */
export function discardedAtOf(row: RawRow | undefined): Instant | null {
  return typeof row?.discardedAt === 'string' ? row.discardedAt : null;
}

export function createDraftStore(database: ParecerDatabase, options: DraftOptions): DraftStore {
  const { drafts, outbox } = database;
  return {
    async list(owner) {
      const { begun = [], aside = [] } = Object.groupBy(await rowsOf(drafts, owner).toArray(), (row) =>
        discardedAtOf(row) === null ? 'begun' : 'aside',
      );
      const rows = readRows(draftSchema, begun);
      rows.items.sort((a, b) => compareText(b.updatedAt, a.updatedAt));
      const discarded = aside.flatMap((row) => {
        const draft = draftSchema.safeParse(row);
        return draft.success ? [{ draft: draft.data, discardedAt: discardedAtOf(row) ?? '' }] : [];
      });
      discarded.sort((a, b) => compareText(b.discardedAt, a.discardedAt));
      return { ...rows, discarded };
    },
    async get(owner, id) {
      const row = await drafts.get(id);
      const draft = draftSchema.safeParse(row);
      return draft.success && isRowOf(row, owner) && discardedAtOf(row) === null ? draft.data : null;
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
    discard: (owner, id) =>
      keepWords(options, () =>
        database.transaction('rw', drafts, async () => {
          const row = await drafts.get(id);
          if (isRowOf(row, owner)) await drafts.update(id, { discardedAt: toInstant(options.now()) });
        }),
      ),
    restore: (owner, id) =>
      keepWords(options, () =>
        database.transaction('rw', drafts, async () => {
          const row = await drafts.get(id);
          const draft = draftSchema.safeParse(row);
          if (!draft.success || !isRowOf(row, owner)) return null;
          const { discardedAt: _, ...kept } = row ?? {};
          await drafts.put(kept);
          return draft.data;
        }),
      ),
    async remove(owner, id) {
      await database.transaction('rw', drafts, async () => {
        if (isRowOf(await drafts.get(id), owner)) await drafts.delete(id);
      });
    },
    async forgetDiscarded(before) {
      await database.transaction('rw', drafts, async () => {
        await drafts
          .filter((row) => {
            const at = discardedAtOf(row);
            return at !== null && at < before;
          })
          .delete();
      });
    },
  };
}
