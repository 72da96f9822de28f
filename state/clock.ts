import { effect, type ReadonlySignal, signal } from '@preact/signals';

/** The time of the screens: moves once a minute while the panel is seen, so that "há 12 min" stays true. */
export interface Clock {
  readonly now: ReadonlySignal<Date>;
  dispose(): void;
}

const MINUTE = 60_000;

export function createClock(ports: { now(): Date; visible: ReadonlySignal<boolean> }): Clock {
  const now = signal(ports.now());
  let timer: ReturnType<typeof setInterval> | undefined;
  const stop = effect(() => {
    clearInterval(timer);
    if (!ports.visible.value) return;
    now.value = ports.now();
    timer = setInterval(() => {
      now.value = ports.now();
    }, MINUTE);
  });
  return {
    now,
    dispose() {
      clearInterval(timer);
      stop();
    },
  };
}
