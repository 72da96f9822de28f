import type { ChangePage } from '../contract/changes.ts';
import type { DirectoryPage } from '../contract/directory.ts';
import type { Customer } from '../domain/customer.ts';
import {
  createDirectoryIndexBuilder,
  type DirectoryIndex,
  type DirectoryIndexBuilder,
} from '../domain/directory/directory-index.ts';
import { customerToEntry, type DirectoryEntry } from '../domain/directory.ts';
import { createId } from '../domain/id.ts';
import { type Instant, toInstant } from '../domain/instant.ts';
import { ok, type Result } from '../domain/result.ts';
import { failureKind } from './outcome.ts';
import type { Clock } from './ports.ts';

/** What keeping the directory asks of the server. */
export interface DirectoryTransport {
  directory(after?: string): Promise<Result<DirectoryPage>>;
  changes(after: string): Promise<Result<ChangePage>>;
  customer(id: string): Promise<Result<Customer>>;
}

/** A customer to be read again; `noting` is another where it was noted once more. */
interface Noted {
  id: string;
  noting: number;
}

/** One owner's directory on this machine. What is meant for a download or snapshot that is gone answers false. */
export interface DirectoryCopy {
  read(): Promise<{
    snapshot: { id: string } | null;
    download: { id: string; changes: string; after: string | null; chunks: readonly unknown[] } | null;
    changed: readonly Noted[];
    outdated: boolean;
  }>;
  begin(download: { id: string; changes: string }): Promise<void>;
  addPage(downloadId: string, entries: readonly DirectoryEntry[]): Promise<boolean>;
  chunk(downloadId: string, number: number): Promise<DirectoryEntry[]>;
  complete(downloadId: string, index: DirectoryIndex, asOf: Instant): Promise<boolean>;
  abandon(downloadId: string): Promise<void>;
  note(customerIds: readonly string[]): Promise<void>;
  merge(snapshotId: string, asked: readonly Noted[], entries: readonly DirectoryEntry[]): Promise<boolean>;
  confirm(snapshotId: string, asOf: Instant): Promise<void>;
}

export interface DirectoryParts {
  transport: DirectoryTransport;
  copy: DirectoryCopy;
  clock: Clock;
}

/** Records asked for at once. */
const TOGETHER = 4;

/**
 * Brings the directory to the state of the server: goes on with the download where it stopped, or begins one, then reads
 * again what changed since. What it did stays done when it ends in a failure. Gone meanwhile (somebody signed out), it ends.
 * @param pulledAt when the last pull that worked was asked for, whose changes were noted; undefined where there was none
 */
export async function keepDirectory(parts: DirectoryParts, pulledAt?: Instant): Promise<Result<void>> {
  const { copy } = parts;
  const { snapshot, download, outdated } = await copy.read();
  if (download !== null || snapshot === null || outdated) {
    const downloaded = await finishDownload(parts);
    if (!downloaded.ok) return downloaded;
  }
  const read = await readChanged(parts);
  if (!read.ok) return read;
  const current = await copy.read();
  const isConfirmed = current.snapshot !== null && snapshot?.id === current.snapshot.id;
  if (isConfirmed && current.changed.length === 0 && pulledAt !== undefined) {
    await copy.confirm(snapshot.id, pulledAt);
  }
  return ok(undefined);
}

/** The index of the pages so far, made while the next ones come; a background that was stopped begins it anew from the pages it kept. */
interface IndexUnderWay {
  downloadId: string;
  builder: DirectoryIndexBuilder;
  /** How many of the kept chunks are in it. */
  chunks: number;
}

async function finishDownload({ transport, copy, clock }: DirectoryParts): Promise<Result<void>> {
  let index = null as IndexUnderWay | null;
  for (;;) {
    const { download } = await copy.read();
    const page = await transport.directory(download?.after ?? undefined);
    if (!page.ok) return page;
    const { items, next, changes } = page.value;
    const id = download?.id ?? createId();
    if (download === null) await copy.begin({ id, changes });
    if (index?.downloadId !== id)
      index = { downloadId: id, builder: createDirectoryIndexBuilder(), chunks: 0 };
    if (items.length > 0) {
      const before = download?.chunks.length ?? 0;
      if (!(await copy.addPage(id, items))) return ok(undefined);
      await catchUp(copy, index, before);
      index.builder.add(items);
      index.chunks += 1;
    }
    if (next !== null) continue;
    return completeDownload({ transport, copy, clock }, index, download?.changes ?? changes);
  }
}

/** All pages are there: notes what changed while they came, and makes them searchable. */
async function completeDownload(
  { transport, copy, clock }: DirectoryParts,
  index: IndexUnderWay,
  since: string,
): Promise<Result<void>> {
  const asOf = toInstant(clock.now());
  for (let after = since; ; ) {
    const page = await transport.changes(after);
    if (!page.ok) {
      // The log goes on no more from where this began: the pages are of nobody knows when.
      if (failureKind(page.error) === 'refused') await copy.abandon(index.downloadId);
      return page;
    }
    await copy.note(page.value.items.filter(({ kind }) => kind === 'customer').map((item) => item.id));
    if (!page.value.more || page.value.cursor === after) break;
    after = page.value.cursor;
  }
  await catchUp(copy, index, (await copy.read()).download?.chunks.length ?? 0);
  await copy.complete(index.downloadId, index.builder.finish(), asOf);
  return ok(undefined);
}

/** Takes in the chunks up to this one that are kept and not yet in the index. */
async function catchUp(copy: DirectoryCopy, index: IndexUnderWay, chunks: number): Promise<void> {
  for (; index.chunks < chunks; index.chunks += 1)
    index.builder.add(await copy.chunk(index.downloadId, index.chunks));
}

async function readChanged({ transport, copy }: DirectoryParts): Promise<Result<void>> {
  for (;;) {
    const { snapshot, changed } = await copy.read();
    if (snapshot === null || changed.length === 0) return ok(undefined);
    const asked = changed.slice(0, TOGETHER);
    const answers = await Promise.all(asked.map(({ id }) => transport.customer(id)));
    const entries: DirectoryEntry[] = [];
    for (const answer of answers) {
      if (answer.ok) entries.push(customerToEntry(answer.value));
      else if (answer.error.code !== 'not-found') return answer;
    }
    if (!(await copy.merge(snapshot.id, asked, entries))) return ok(undefined);
  }
}
