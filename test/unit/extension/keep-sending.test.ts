import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OutboxEntry } from '../../../domain/delivery.ts';
import type { FileUpload } from '../../../domain/file-upload.ts';
import { toInstant } from '../../../domain/instant.ts';
import { keepSending } from '../../../extension/keep-sending.ts';
import { anUpload } from '../../support/files.ts';
import { anEntry, testId } from '../../support/screens/fixtures.ts';

const entries = signal<OutboxEntry[]>([]);
const uploads = signal<FileUpload[]>([]);
const isSignedIn = signal(true);
let nudges: number;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  nudges = 0;
  entries.value = [];
  uploads.value = [];
  isSignedIn.value = true;
  stop = keepSending({
    entries,
    uploads,
    isSignedIn,
    nudge: () => {
      nudges += 1;
    },
  });
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

describe('an open page', () => {
  it('wakes the background while a file is on its way, and not while it is paused', () => {
    uploads.value = [anUpload({ state: 'sending' })];
    vi.advanceTimersByTime(12_000);
    expect(nudges).toBe(2);
    uploads.value = [anUpload({ state: 'paused' })];
    vi.advanceTimersByTime(60_000);
    expect(nudges).toBe(2);
  });

  it.each(['sending', 'queued'] as const)(
    'wakes the background while a command is %s, and no longer',
    (state) => {
      entries.value = [anEntry(1, 'a caminho', { state })];
      vi.advanceTimersByTime(11_000);
      expect(nudges).toBe(2);
      entries.value = [anEntry(1, 'chegou', { state: 'confirmed' })];
      vi.advanceTimersByTime(60_000);
      expect(nudges).toBe(2);
    },
  );

  it('lets it sleep while what is left waits for its time, or stands behind what needs the agent', () => {
    const retryAt = toInstant(Date.now() + 120_000);
    entries.value = [anEntry(1, 'espera', { retryAt })];
    vi.advanceTimersByTime(100_000);
    // The server asked to be left alone, with everything.
    entries.value = [
      anEntry(1, 'pedido', { retryAt, askedUntil: retryAt }),
      anEntry(2, 'outro', { ticketId: testId(77) }),
    ];
    vi.advanceTimersByTime(10_000);
    entries.value = [anEntry(1, 'recusado', { state: 'needs' }), anEntry(2, 'atrás')];
    vi.advanceTimersByTime(100_000);
    expect(nudges).toBe(0);
  });

  it('lets it sleep while nobody is signed in', () => {
    isSignedIn.value = false;
    entries.value = [anEntry(1, 'guardado')];
    vi.advanceTimersByTime(60_000);
    expect(nudges).toBe(0);
    isSignedIn.value = true;
    vi.advanceTimersByTime(6_000);
    expect(nudges).toBe(1);
  });
});
