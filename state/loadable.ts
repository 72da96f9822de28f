import { type ReadonlySignal, signal } from '@preact/signals';
import type { Instant } from '../domain/instant.ts';
import type { Problem, Result } from '../domain/result.ts';
import type { AsOf } from './ports.ts';

/** Something that is read from the server: on its way, there (with its time), or refused. */
export type Loadable<T> =
  | { kind: 'loading' }
  | { kind: 'ready'; value: T; asOf: Instant; stale: boolean }
  | { kind: 'failed'; problem: Problem };

/** A value that is read and read again; the last request wins, and a failed one never takes a value away. */
export interface Reading<T> {
  readonly state: ReadonlySignal<Loadable<T>>;
  /** Why the last request failed, also where an older value is still shown. */
  readonly problem: ReadonlySignal<Problem | null>;
  /** Reads again; resolves when this request has been answered. */
  load(): Promise<void>;
  /** Puts in a value that is already known (kept on the machine), unless a better one is there. */
  offer(kept: AsOf<T>): void;
  /** Changes the value that is there, for instance to add a page. */
  update(change: (value: T) => T): void;
  dispose(): void;
}

export function createReading<T>(read: () => Promise<Result<AsOf<T>>>): Reading<T> {
  const state = signal<Loadable<T>>({ kind: 'loading' });
  const problem = signal<Problem | null>(null);
  let request = 0;

  return {
    state,
    problem,
    async load() {
      request += 1;
      const mine = request;
      if (state.peek().kind === 'failed') state.value = { kind: 'loading' };
      const answer = await read();
      if (mine !== request) return;
      if (answer.ok) {
        problem.value = null;
        state.value = { kind: 'ready', ...answer.value };
        return;
      }
      problem.value = answer.error;
      const shown = state.peek();
      if (shown.kind === 'ready') state.value = { ...shown, stale: true };
      else state.value = { kind: 'failed', problem: answer.error };
    },
    offer(kept) {
      if (state.peek().kind !== 'ready') state.value = { kind: 'ready', ...kept };
    },
    update(change) {
      const shown = state.peek();
      if (shown.kind === 'ready') state.value = { ...shown, value: change(shown.value) };
    },
    dispose() {
      request += 1;
    },
  };
}

/** The value of a reading, or null while there is none. */
export function readyValue<T>(loadable: Loadable<T>): T | null {
  return loadable.kind === 'ready' ? loadable.value : null;
}
