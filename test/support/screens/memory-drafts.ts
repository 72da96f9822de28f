import { signal } from '@preact/signals';
import type { Draft } from '../../../domain/draft.ts';
import { ok, type Result } from '../../../domain/result.ts';
import type { DraftKeeper } from '../../../state/ports.ts';

/** A draft store in memory that can be full. */
export function createMemoryDrafts(
  initial: Draft[] = [],
): DraftKeeper & { failWith(answer: Result<void> | null): void } {
  const all = signal(initial);
  let failure: Result<void> | null = null;
  return {
    all,
    get: async (id) => all.peek().find((draft) => draft.id === id) ?? null,
    async keep(draft) {
      if (failure !== null) return failure;
      all.value = [draft, ...all.peek().filter((other) => other.id !== draft.id)];
      return ok(undefined);
    },
    async discard(id) {
      all.value = all.peek().filter((draft) => draft.id !== id);
    },
    unforeseen: () => ({ code: 'not-kept', message: 'Não foi possível guardar.' }),
    failWith(answer) {
      failure = answer;
    },
  };
}
