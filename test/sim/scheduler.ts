import { createHash } from 'node:crypto';
import type { Random } from './random.ts';

/**
 * Decides what happens next. Everything that takes time is a task that waits here: a step of a transaction, a request on its
 * way, a call that begins or returns. Which of them is next is drawn, and nothing else moves the run.
 */
export interface Scheduler {
  /** Milliseconds since the epoch, as the simulated machine's clock shows them. */
  now(): number;
  /** Moves the machine's clock, forwards or back. */
  shift(ms: number): void;
  /** Resolves when this task is drawn. */
  turn(label: string): Promise<void>;
  /** Runs this when the task is drawn. */
  later(label: string, run: () => void): void;
  /** Draws and runs one task and all that follows from it at once; false where none waits. */
  step(): Promise<boolean>;
  /** Steps until nothing waits. */
  idle(): Promise<void>;
  /** Notes something in the trace that a run of the same seed has to repeat. */
  note(text: string): void;
  /** How many tasks ran, and a digest of them and of all notes in their order. */
  trace(): { steps: number; digest: string };
}

/** More steps than any run needs: beyond it something goes round in circles. */
const STEP_LIMIT = 200_000;

export function createScheduler(random: Random, turnOfLoop: () => Promise<void>, startAt: number): Scheduler {
  let clock = startAt;
  let steps = 0;
  const digest = createHash('sha256');
  const tasks: { label: string; run: () => void }[] = [];
  const note = (text: string) => void digest.update(`${text}\n`);

  const scheduler: Scheduler = {
    now: () => clock,
    shift(ms) {
      clock += ms;
    },
    turn: (label) => new Promise((resolve) => scheduler.later(label, resolve)),
    later(label, run) {
      tasks.push({ label, run });
    },
    async step() {
      if (tasks.length === 0) return false;
      steps += 1;
      if (steps > STEP_LIMIT) throw new Error(`It did not come to rest in ${STEP_LIMIT} steps.`);
      const [task] = tasks.splice(random.below(tasks.length), 1);
      note(task?.label ?? '');
      task?.run();
      // Promises that the task settled run to where they wait again.
      await turnOfLoop();
      return true;
    },
    async idle() {
      while (await scheduler.step());
    },
    note,
    trace: () => ({ steps, digest: digest.copy().digest('hex') }),
  };
  return scheduler;
}

/** Gives the macrotasks of IndexedDB and of what stands on it to a scheduler while `act` runs. */
export async function ownLoop<T>(
  act: (loop: { turn: () => Promise<void>; give(to: Scheduler): void }) => Promise<T>,
): Promise<T> {
  const real = globalThis.setImmediate;
  try {
    return await act({
      turn: () => new Promise((resolve) => real(resolve)),
      give(scheduler) {
        const own = (run: () => void) => scheduler.later('storage', run);
        globalThis.setImmediate = own as unknown as typeof setImmediate;
      },
    });
  } finally {
    globalThis.setImmediate = real;
  }
}
