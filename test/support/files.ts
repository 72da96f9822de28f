import type { Attachment } from '../../domain/attachment.ts';
import type { FileUpload } from '../../domain/file-upload.ts';
import { createId } from '../../domain/id.ts';
import { NOW, rioPardoSummary, testId, users } from './screens/fixtures.ts';

/** An attachment of a name and size, with a hash of its own. */
export function anAttachment(more: Partial<Attachment> = {}): Attachment {
  const id = createId();
  const sha256 = id.replaceAll('-', '').padEnd(64, '0');
  return { id, name: 'tela.png', size: 1000, mediaType: 'image/png', sha256, ...more };
}

/** A file on its way. */
export function anUpload(more: Partial<FileUpload> = {}): FileUpload {
  const file = more.file ?? anAttachment();
  return {
    ...{ id: file.id, userId: users.me.id, ticketId: testId(40), opinionId: testId(41), file },
    ...{ customer: rioPardoSummary, title: 'Um atendimento', state: 'waiting', sent: 0, attempts: 0 },
    ...{ retryAt: null, problem: null, since: NOW, doneAt: null },
    ...more,
  };
}

/** A PNG by its signature and first chunks, of exactly so many bytes; with another seed, others. */
export function aPng(size: number, seed = 1): Uint8Array<ArrayBuffer> {
  const head = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52];
  const rest = [
    0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 0x1f, 0x15, 0xc4, 0x89, 0, 0, 0, 1, 0x49, 0x44, 0x41, 0x54,
  ];
  const bytes = new Uint8Array(size);
  bytes.set([...head, ...rest].slice(0, size));
  let state = seed + size;
  for (let at = head.length + rest.length; at < size; at += 1) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    bytes[at] = state >> 16;
  }
  return bytes;
}
