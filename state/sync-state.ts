import { computed, type ReadonlySignal } from '@preact/signals';
import { isTroubled } from '../domain/delivery.ts';
import { isUploadMoving } from '../domain/file-upload.ts';
import type { Instant } from '../domain/instant.ts';
import type { PanelPorts } from './ports.ts';

/** What the corner of the tabs says about sending. The first that applies, in this order. */
export type SyncState =
  | { kind: 'needs'; count: number }
  | { kind: 'signed-out'; waiting: number }
  | { kind: 'offline'; waiting: number }
  | { kind: 'trouble'; waiting: number }
  | { kind: 'busy'; waiting: number }
  | { kind: 'done'; at: Instant | null };

export function createSyncState(
  ports: Pick<PanelPorts, 'outbox' | 'files' | 'session' | 'connection'>,
): ReadonlySignal<SyncState> {
  return computed<SyncState>(() => {
    const entries = ports.outbox.entries.value;
    const uploads = ports.files.uploads.value;
    const needs = [...entries, ...uploads].filter(({ state }) => state === 'needs').length;
    if (needs > 0) return { kind: 'needs', count: needs };
    const waiting =
      entries.filter((entry) => entry.state !== 'confirmed').length + uploads.filter(isUploadMoving).length;
    const session = ports.session.state.value.kind;
    if (session === 'expired' || session === 'signed-out') return { kind: 'signed-out', waiting };
    const connection = ports.connection.state.value;
    if (connection === 'offline') return { kind: 'offline', waiting };
    if (connection === 'server-trouble' || entries.some(isTroubled)) return { kind: 'trouble', waiting };
    if (waiting > 0) return { kind: 'busy', waiting };
    const times = entries.flatMap((entry) => entry.confirmedAt ?? []).sort();
    return { kind: 'done', at: times.at(-1) ?? null };
  });
}
