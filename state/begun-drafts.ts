import { computed, type ReadonlySignal } from '@preact/signals';
import type { Draft } from '../domain/draft.ts';
import type { PanelPorts } from './ports.ts';

/**
 * The drafts that are still to be finished. One whose command is in the outbox is gone from the disk, yet the two lists
 * arrive one after the other: it is never shown twice.
 */
export function createBegunDrafts(ports: Pick<PanelPorts, 'drafts' | 'outbox'>): ReadonlySignal<Draft[]> {
  return computed(() => {
    const sent = new Set(ports.outbox.entries.value.map((entry) => entry.draft?.id));
    return ports.drafts.all.value.filter((draft) => !sent.has(draft.id));
  });
}
