import { z } from 'zod';
import { toInstant } from '../domain/instant.ts';
import type { Owner } from '../domain/owner.ts';
import type { Result } from '../domain/result.ts';
import type { ParecerDatabase, RawRow } from './database.ts';
import { type KeepingOptions, keepWords } from './write-failure.ts';

/** A file's bytes under their SHA-256. */
export interface KeptFile {
  sha256: string;
  mediaType: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Bytes of attachments on this machine, for those who wrote them: by content, so that the same file is kept once per user. */
export interface FileStore {
  /** Resolves when they are on disk; `quota-exceeded` without room. A copy can be read again from the server, and goes at sign-out. */
  keep(owner: Owner, file: KeptFile, isCopy?: boolean): Promise<Result<void>>;
  read(owner: Owner, sha256: string): Promise<KeptFile | null>;
  /** Removes what no draft, no command and no upload refers to and was kept before this instant. */
  collect(before: string): Promise<void>;
  /** Removes everybody's copies. */
  clearCopies(): Promise<void>;
}

const rowSchema = z.object({
  sha256: z.string(),
  mediaType: z.string(),
  bytes: z.custom<Uint8Array<ArrayBuffer>>((value) => value instanceof Uint8Array),
});

export function createFileStore(
  database: ParecerDatabase,
  options: KeepingOptions & { now(): number },
): FileStore {
  const { drafts, outbox, uploads, files } = database;
  return {
    keep: (owner, file, isCopy = false) =>
      keepWords(options, () =>
        database.transaction('rw', files, async () => {
          const id = rowId(owner, file.sha256);
          // What somebody wrote stays what it is, also when it is read again from the server.
          const known = await files.get(id);
          const staysOwn = known !== undefined && known.isCopy !== true;
          const keptAt = toInstant(options.now());
          await files.put({ id, ...owner, ...file, isCopy: isCopy && !staysOwn, keptAt });
        }),
      ),
    async read(owner, sha256) {
      const row = rowSchema.safeParse(await files.get(rowId(owner, sha256)));
      return row.success ? row.data : null;
    },
    async collect(before) {
      // Nearly always there is nothing: the words need not be read then.
      if ((await files.where('keptAt').below(before).count()) === 0) return;
      await database.transaction('rw', [drafts, outbox, uploads, files], async () => {
        const wanted = new Set<unknown>();
        await drafts.each((row) => note(row.attachments, wanted));
        await outbox.each((row) => {
          if (row.state === 'confirmed') return;
          note(fieldOf(fieldOf(row.command, 'opinion'), 'attachments'), wanted);
          note(fieldOf(row.draft, 'attachments'), wanted);
        });
        await uploads.each((row) => {
          if (row.state !== 'done') note([row.file], wanted);
        });
        await files
          .where('keptAt')
          .below(before)
          .filter(({ sha256 }) => !wanted.has(sha256))
          .delete();
      });
    },
    async clearCopies() {
      await files.filter((row) => row.isCopy === true).delete();
    },
  };
}

/** Rows that no schema reads any more still hold on to their files. */
function note(attachments: unknown, wanted: Set<unknown>): void {
  if (!Array.isArray(attachments)) return;
  for (const file of attachments) wanted.add(fieldOf(file, 'sha256'));
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as RawRow)[name] : undefined;
}

function rowId({ serverUrl, userId }: Owner, sha256: string): string {
  return `${serverUrl} ${userId} ${sha256}`;
}
