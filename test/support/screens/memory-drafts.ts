import { signal } from '@preact/signals';
import type { DiscardedDraft, Draft } from '../../../domain/draft.ts';
import { ok, type Result } from '../../../domain/result.ts';
import type { DraftKeeper } from '../../../state/ports.ts';
import { NOW } from './fixtures.ts';

/** A draft store in memory that can be full. */
export function createMemoryDrafts(
  initial: Draft[] = [],
  aside: DiscardedDraft[] = [],
): DraftKeeper & { failWith(answer: Result<void> | null): void } {
  const all = signal(initial);
  const discarded = signal<DiscardedDraft[]>(aside);
  let failure: Result<void> | null = null;
  const without = (id: string) => all.peek().filter((draft) => draft.id !== id);
  return {
    all,
    discarded,
    get: async (id) => all.peek().find((draft) => draft.id === id) ?? null,
    async keep(draft) {
      if (failure !== null) return failure;
      all.value = [draft, ...without(draft.id)];
      discarded.value = discarded.peek().filter((other) => other.draft.id !== draft.id);
      return ok(undefined);
    },
    async discard(id) {
      const draft = all.peek().find((one) => one.id === id);
      all.value = without(id);
      if (draft !== undefined) discarded.value = [{ draft, discardedAt: NOW }, ...discarded.peek()];
      return ok(undefined);
    },
    async restore(id) {
      const found = discarded.peek().find((one) => one.draft.id === id);
      if (failure !== null && !failure.ok) return failure;
      if (found === undefined) return ok(false);
      discarded.value = discarded.peek().filter((one) => one !== found);
      all.value = [found.draft, ...without(id)];
      return ok(true);
    },
    async remove(id) {
      all.value = without(id);
    },
    unforeseen: () => ({ code: 'not-kept', message: 'Não foi possível guardar.' }),
    failWith(answer) {
      failure = answer;
    },
  };
}
