import { computed, type ReadonlySignal } from '@preact/signals';
import type { OutboxEntry } from '../domain/delivery.ts';
import type { DiscardedDraft, Draft } from '../domain/draft.ts';
import { type FileUpload, isUploadOpen } from '../domain/file-upload.ts';
import type { Result } from '../domain/result.ts';
import { createBegunDrafts } from './begun-drafts.ts';
import type { PanelPorts } from './ports.ts';

/** Everything that has not reached the server, and what did today. */
export interface PendingModel {
  readonly needs: ReadonlySignal<OutboxEntry[]>;
  readonly queue: ReadonlySignal<OutboxEntry[]>;
  /** Files that follow their texts and are not there yet. */
  readonly uploads: ReadonlySignal<FileUpload[]>;
  readonly drafts: ReadonlySignal<Draft[]>;
  /** Thrown away in the last day. */
  readonly discarded: ReadonlySignal<DiscardedDraft[]>;
  readonly confirmed: ReadonlySignal<OutboxEntry[]>;
  /** Number at the tab: what needs the agent, what waits, and what is to be finished. */
  readonly count: ReadonlySignal<number>;
  /** Opinions that wait for another server than the one that is set. */
  readonly elsewhere: ReadonlySignal<readonly { serverUrl: string; count: number }[]>;
  /** How many drafts and commands are on disk and cannot be read. */
  readonly unreadable: ReadonlySignal<number>;
  /** Takes a draft away; for a day it can be brought back. */
  discard(draft: Draft): Promise<Result<void>>;
  /** False where it is not there any more; a problem where it could not be brought back. */
  restore(id: string): Promise<Result<boolean>>;
}

export function createPending(ports: Pick<PanelPorts, 'drafts' | 'outbox' | 'files'>): PendingModel {
  const inOrder = computed(() => ports.outbox.entries.value.toSorted((a, b) => a.sequence - b.sequence));
  const needs = computed(() => inOrder.value.filter((entry) => entry.state === 'needs'));
  const queue = computed(() =>
    inOrder.value.filter((entry) => entry.state === 'queued' || entry.state === 'sending'),
  );
  const uploads = computed(() => ports.files.uploads.value.filter(isUploadOpen));
  const drafts = createBegunDrafts(ports);
  return {
    needs,
    queue,
    uploads,
    elsewhere: computed(() => ports.outbox.elsewhere?.value ?? []),
    drafts,
    discarded: ports.drafts.discarded,
    confirmed: computed(() => inOrder.value.filter((entry) => entry.state === 'confirmed').toReversed()),
    count: computed(
      () => needs.value.length + queue.value.length + uploads.value.length + drafts.value.length,
    ),
    unreadable: computed(() => (ports.drafts.unreadable?.value ?? 0) + (ports.outbox.unreadable?.value ?? 0)),
    discard: (draft) => ports.drafts.discard(draft.id),
    restore: (id) => ports.drafts.restore(id),
  };
}
