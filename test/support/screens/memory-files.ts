import { signal } from '@preact/signals';
import type { Attachment } from '../../../domain/attachment.ts';
import { readFileContent } from '../../../domain/attachment-content.ts';
import type { FileUpload } from '../../../domain/file-upload.ts';
import { createId } from '../../../domain/id.ts';
import { err, ok, type Problem } from '../../../domain/result.ts';
import type { FileKeeper } from '../../../state/file-keeper.ts';

/** Attachments in memory, checked by the real rules. */
export function createMemoryFiles(given: FileUpload[], calls: string[]) {
  const uploads = signal(given);
  const bytes = new Map<string, Blob>();
  const trouble: { now: Problem | null } = { now: null };
  const port: FileKeeper = {
    uploads,
    async take(file, limit) {
      if (trouble.now !== null) return err(trouble.now);
      const content = new Uint8Array(await file.arrayBuffer());
      const read = await readFileContent(file.name, content, limit);
      if (!read.ok) return read;
      const id = createId();
      const sha256 = id.replaceAll('-', '').padEnd(64, '0');
      const taken: Attachment = {
        ...{ id, name: file.name, size: content.length },
        ...{ mediaType: read.value.mediaType, sha256 },
      };
      bytes.set(sha256, new Blob([content], { type: taken.mediaType }));
      return ok(taken);
    },
    async open({ sha256, name }) {
      calls.push(`open ${name}`);
      if (trouble.now !== null) return err(trouble.now);
      const found = bytes.get(sha256);
      return found === undefined ? err({ code: 'not-found', message: 'Não há.' }) : ok(found);
    },
    async showInTab({ name }) {
      calls.push(`show ${name}`);
      return trouble.now === null ? ok(undefined) : err(trouble.now);
    },
    pause: async (id) => void calls.push(`pause ${id}`),
    resume: async (id) => void calls.push(`resume ${id}`),
    giveUp: async (id) => void calls.push(`give up file ${id}`),
  };
  return { port, uploads, bytes, trouble };
}
