import { effect, type ReadonlySignal } from '@preact/signals';

/** Resolves when the value fits, or after `atMost` milliseconds where it does not: then it is late, not wrong. */
export function waitFor<T>(
  value: ReadonlySignal<T>,
  fits: (value: T) => boolean,
  atMost: number,
): Promise<void> {
  if (fits(value.peek())) return Promise.resolve();
  return new Promise((resolve) => {
    let stop: (() => void) | undefined;
    const done = () => {
      clearTimeout(timer);
      stop?.();
      resolve();
    };
    const timer = setTimeout(done, atMost);
    stop = effect(() => {
      if (fits(value.value)) queueMicrotask(done);
    });
  });
}
