import { createReadStream } from 'node:fs';
import { mkdir, open, rename, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';

/** Bytes on disk under their SHA-256: the same content is kept once. */
export interface BlobStore {
  /** Moves a finished file in; durable when it resolves. The same content may come twice at once. */
  take(file: string, sha256: string): Promise<void>;
  /** Null where it is not there. */
  open(sha256: string): Promise<{ size: number; stream: ReadableStream } | null>;
}

/** @param directory on the same file system as the files that are moved in */
export function createBlobStore(directory: string): BlobStore {
  // Folders of two digits keep directories short.
  const pathOf = (sha256: string) => join(directory, sha256.slice(0, 2), sha256);
  return {
    async take(file, sha256) {
      const target = pathOf(sha256);
      if (await exists(target)) return void (await unlink(file).catch(ignoreMissing));
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      await flush(file);
      await rename(file, target);
      await flush(dirname(target));
    },
    async open(sha256) {
      const path = pathOf(sha256);
      const found = await stat(path).catch(ignoreMissing);
      if (found === undefined) return null;
      return { size: found.size, stream: Readable.toWeb(createReadStream(path)) as ReadableStream };
    },
  };
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(ignoreMissing)) !== undefined;
}

/** Waits until the disk has it; of a folder: the names in it. */
async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** For `catch`: a file that is not there is no failure. */
export function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}
