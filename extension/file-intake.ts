import { ATTACHMENT_LIMIT, type Attachment } from '../domain/attachment.ts';
import { ATTACHMENTS_FIELD, fileProblem, invalid } from '../domain/attachment-rules.ts';
import { createId } from '../domain/id.ts';
import { toLine } from '../domain/line.ts';
import type { Owner } from '../domain/owner.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { attachments as words } from '../locales/pt-BR/attachments.ts';
import { attachmentRules } from '../locales/pt-BR/rules-attachments.ts';
import type { FileStore } from '../storage/file-store.ts';

/**
 * Checks a file that the agent picked and keeps its bytes on this machine. What knows contents is brought with the first file: nobody
 * who attaches nothing pays for it.
 */
export async function takeFile(
  file: File,
  limit: number,
  owner: Owner,
  files: Pick<FileStore, 'keep'>,
): Promise<Result<Attachment>> {
  const name = toLine(file.name);
  // Before it is read: a video of a gigabyte need not be.
  const problem = fileProblem({ name, size: file.size }, Math.min(limit, ATTACHMENT_LIMIT));
  if (problem !== null) return err(problem);
  const bytes = await readBytes(file);
  if (bytes === null) return err(invalid(attachmentRules.unreadable(name)));
  const { readFileContent } = await import('../domain/attachment-content.ts');
  const content = await readFileContent(name, bytes, limit);
  if (!content.ok) return content;
  const { mediaType } = content.value;
  const sha256 = await sha256Of(bytes);
  const kept = await files.keep(owner, { sha256, mediaType, bytes });
  if (kept.ok) return ok({ id: createId(), name, size: bytes.length, mediaType, sha256 });
  const isFull = kept.error.code === 'quota-exceeded';
  const message = isFull ? words.noRoom(name) : words.notKept(name);
  return err({ ...kept.error, message, field: ATTACHMENTS_FIELD });
}

/** Null where it went away or may not be read since it was picked. */
async function readBytes(file: File): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    // The browser's only way to say so; a folder that was dropped ends here too.
    return null;
  }
}

/** Hexadecimal, lower case. */
export async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
