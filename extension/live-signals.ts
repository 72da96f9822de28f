import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Owner } from '../domain/owner.ts';
import { watchQuery } from '../storage/live.ts';
import type { Setting } from '../storage/setting.ts';

/** A stored value as a signal: `initial` until it was read, then following every context that writes it. */
export function settingToSignal<T, I>(setting: Setting<T>, initial: I): ReadonlySignal<T | I> {
  const value = signal<T | I>(initial);
  let hasChanged = false;
  setting.watch((next) => {
    hasChanged = true;
    value.value = next;
  });
  void setting.read().then((first) => {
    // What was written while it was read is newer.
    if (!hasChanged) value.value = first;
  });
  return value;
}

/** A query about an owner's rows as a signal: `empty` while there is no owner, then following all contexts. */
export function queryToSignal<T>(
  owner: ReadonlySignal<Owner | null>,
  query: (owner: Owner) => Promise<T>,
  empty: T,
): ReadonlySignal<T> {
  const value = signal(empty);
  effect(() => {
    const current = owner.value;
    value.value = empty;
    if (current === null) return undefined;
    return watchQuery(
      () => query(current),
      (next) => {
        value.value = next;
      },
      (error) => console.error(error),
    );
  });
  return value;
}
