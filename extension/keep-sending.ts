import { computed, effect, type ReadonlySignal } from '@preact/signals';
import type { OutboxEntry } from '../domain/delivery.ts';
import { type FileUpload, isUploadMoving } from '../domain/file-upload.ts';
import { dueEntries } from '../sync/queue.ts';
import { dueUploads } from '../sync/uploader.ts';

/** In ms. Its alarm would wake the background only after up to a minute. */
const EVERY = 5_000;

/**
 * Wakes the background while something should be on its way: the browser may have stopped it in the middle of sending, and
 * an open page is there to notice. What waits for its time, for an earlier command or for the agent wakes nobody.
 */
export function keepSending(parts: {
  entries: ReadonlySignal<OutboxEntry[]>;
  /** Attachments, which follow their texts. */
  uploads: ReadonlySignal<FileUpload[]>;
  isSignedIn: ReadonlySignal<boolean>;
  nudge(): void;
}): () => void {
  const { entries, uploads, isSignedIn, nudge } = parts;
  const isUnderWay = computed(
    () =>
      isSignedIn.value &&
      (entries.value.some(({ state }) => state === 'queued' || state === 'sending') ||
        uploads.value.some(isUploadMoving)),
  );
  return effect(() => {
    if (!isUnderWay.value) return undefined;
    const timer = setInterval(() => {
      const now = entries.peek();
      const files = uploads.peek();
      const isSending = [...now, ...files].some(({ state }) => state === 'sending');
      const isDue = () =>
        dueEntries(now, [], Date.now()).entries.length > 0 || dueUploads(files, Date.now()).due.length > 0;
      if (isSending || isDue()) nudge();
    }, EVERY);
    return () => clearInterval(timer);
  });
}
