import { computed, effect, type ReadonlySignal } from '@preact/signals';
import type { OutboxEntry } from '../domain/delivery.ts';
import { dueEntries } from '../sync/queue.ts';

/** In ms. Its alarm would wake the background only after up to a minute. */
const EVERY = 5_000;

/**
 * Wakes the background while something should be on its way: the browser may have stopped it in the middle of sending, and
 * an open page is there to notice. What waits for its time, for an earlier command or for the agent wakes nobody.
 */
export function keepSending(parts: {
  entries: ReadonlySignal<OutboxEntry[]>;
  isSignedIn: ReadonlySignal<boolean>;
  nudge(): void;
}): () => void {
  const { entries, isSignedIn, nudge } = parts;
  const isUnderWay = computed(
    () => isSignedIn.value && entries.value.some(({ state }) => state === 'queued' || state === 'sending'),
  );
  return effect(() => {
    if (!isUnderWay.value) return undefined;
    const timer = setInterval(() => {
      const now = entries.peek();
      if (now.some(({ state }) => state === 'sending') || dueEntries(now, [], Date.now()).entries.length > 0)
        nudge();
    }, EVERY);
    return () => clearInterval(timer);
  });
}
