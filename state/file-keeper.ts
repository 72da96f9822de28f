import type { ReadonlySignal } from '@preact/signals';
import type { Attachment } from '../domain/attachment.ts';
import type { FileUpload } from '../domain/file-upload.ts';
import type { Result } from '../domain/result.ts';

/** Attachments of the signed-in user: their bytes on this machine, and on their way. */
export interface FileKeeper {
  /** Those on their way, and those of the last day that arrived, the oldest first; follows changes. */
  readonly uploads: ReadonlySignal<FileUpload[]>;
  /** Checks a file that was picked by name, size and content, and keeps its bytes here. @param limit in bytes */
  take(file: File, limit: number): Promise<Result<Attachment>>;
  /** Its bytes, from here or else from the server. */
  open(file: Attachment): Promise<Result<Blob>>;
  /** Shows it in a tab of its own, where the browser's own viewer draws it. */
  showInTab(file: Attachment): Promise<Result<void>>;
  pause(id: string): Promise<void>;
  /** Goes on with one that was paused, or tries again with one that was refused. */
  resume(id: string): Promise<void>;
  /** Does not send it; the server is told that it does not come. */
  giveUp(id: string): Promise<void>;
}
