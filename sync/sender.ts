import { toInstant } from '../domain/instant.ts';
import { isSameOwner, type Owner } from '../domain/owner.ts';
import type { Problem } from '../domain/result.ts';
import { backoff } from './backoff.ts';
import { failureKind, isDoneBefore, mayBeAppliedAfter } from './outcome.ts';
import type { Clock, Lock, SenderOutbox, Transport, WaitingEntry } from './ports.ts';
import { dueEntries } from './queue.ts';

export interface SenderOptions {
  outbox: SenderOutbox;
  transport: Pick<Transport, 'reach' | 'send'>;
  lock: Lock;
  clock: Clock;
  /** A number in [0, 1). */
  random(): number;
  /** Who is signed in, and where; null: nothing is sent. */
  currentOwner(): Promise<Owner | null>;
  /** Tickets that are sent for at the same time. */
  parallel?: number | undefined;
}

/** Sends what is in the outbox. */
export interface Sender {
  /**
   * Sends all that is due and gives when (ms since the epoch) to run again; null where nothing waits for a time. A call
   * during a run makes that run look once more, so what was queued before the call is not left out.
   */
  run(): Promise<number | null>;
}

/** Why a run stops before the queue is empty, and until when; null: until somebody signs in or asks. */
interface Pause {
  until: number | null;
}

/** How one sending ended. `taken` is false where the entry was not there to be sent any more. */
interface Ending {
  taken: boolean;
  pause: Pause | null;
}

export function createSender(options: SenderOptions): Sender {
  const { outbox, clock, transport } = options;
  const parallel = options.parallel ?? 4;
  let running: Promise<number | null> | null = null;
  let calls = createCalls();

  return {
    run() {
      calls.call();
      running ??= options.lock(sendDue).finally(() => {
        running = null;
      });
      return running;
    },
  };

  async function sendDue(): Promise<number | null> {
    const owner = await options.currentOwner();
    if (owner === null) return null;
    await outbox.recover(owner);
    const underWay = new Map<string, Promise<Ending>>();
    const passedOver = new Set<string>();
    let pause: Pause | null = null;
    let isReached = false;
    for (;;) {
      calls = createCalls();
      if (pause === null && !isSameOwner(await options.currentOwner(), owner)) pause = { until: null };
      const { items, blockedTicketIds } = await outbox.waiting(owner);
      const due = dueEntries(items, blockedTicketIds, clock.now());
      if (pause === null) {
        const ready = due.entries.filter((entry) => !passedOver.has(entry.id) && !underWay.has(entry.id));
        const [first] = ready;
        if (first !== undefined && !isReached) {
          // Before the first command leaves: one that met no network stays one that can be taken back.
          const reached = await transport.reach(owner);
          if (reached.ok) isReached = true;
          else pause = await keepBack(first, reached.error);
          continue;
        }
        for (const entry of ready.slice(0, parallel - underWay.size))
          underWay.set(entry.id, send(entry, owner));
      }
      if (underWay.size === 0) {
        if (calls.called && pause === null) continue;
        return pause === null ? due.nextAt : pause.until;
      }
      const ended = await Promise.race([firstOf(underWay), calls.next]);
      if (ended === null) continue;
      underWay.delete(ended.id);
      if (!ended.taken) passedOver.add(ended.id);
      pause ??= ended.pause;
    }
  }

  async function send(entry: WaitingEntry, owner: Owner): Promise<Ending> {
    const command = await outbox.claim(entry.id);
    if (command === null) return { taken: false, pause: null };
    const answer = await transport.send(command, owner);
    if (answer.ok || isDoneBefore(command, answer.error)) {
      await outbox.confirm(entry.id, answer.ok ? answer.value : null);
      return { taken: true, pause: null };
    }
    return { taken: true, pause: await settle(entry, answer.error) };
  }

  /** Nobody was there: the first of the queue says why, and none has left. */
  async function keepBack(entry: WaitingEntry, problem: Problem): Promise<Pause> {
    if (failureKind(problem) === 'signed-out') {
      await outbox.postpone(entry.id, { attempts: entry.attempts, retryAt: null, askedUntil: null, problem });
      return { until: null };
    }
    const until = await putOff(entry, problem);
    return { until };
  }

  /** Counts the try and gives when the server may be asked again. */
  async function putOff(entry: WaitingEntry, problem: Problem): Promise<number> {
    const now = clock.now();
    const random = options.random();
    const attempts = entry.attempts + 1;
    const asked = problem.retryAfterMs;
    const until = now + backoff(attempts, random, asked);
    const askedUntil = asked === undefined ? null : now + backoff(1, random, asked);
    await outbox.postpone(entry.id, {
      attempts,
      retryAt: toInstant(until),
      // Noted with the entry, since the background forgets: a run that begins earlier keeps it too.
      askedUntil: askedUntil === null ? null : toInstant(askedUntil),
      problem,
    });
    return askedUntil ?? until;
  }

  async function settle(entry: WaitingEntry, problem: Problem): Promise<Pause | null> {
    const kind = failureKind(problem);
    if (kind === 'refused') {
      await outbox.refuse(entry.id, problem, mayBeAppliedAfter(problem, entry.mayBeApplied === true));
      return null;
    }
    if (kind === 'signed-out') {
      await outbox.postpone(entry.id, {
        attempts: entry.attempts,
        retryAt: null,
        askedUntil: null,
        problem,
        // This try was not taken; one before it, whose answer was lost, may have been.
        mayBeApplied: entry.mayBeApplied === true,
      });
      return { until: null };
    }
    const until = await putOff(entry, problem);
    // A server that asks to be left alone means all of us, and not this command.
    return kind === 'wait-all' || problem.retryAfterMs !== undefined ? { until } : null;
  }
}

async function firstOf(underWay: ReadonlyMap<string, Promise<Ending>>): Promise<Ending & { id: string }> {
  return Promise.race([...underWay].map(async ([id, ending]) => ({ id, ...(await ending) })));
}

/** Lets a call interrupt a wait, and remembers one that came before it. */
function createCalls(): { call(): void; readonly called: boolean; next: Promise<null> } {
  const { promise, resolve } = Promise.withResolvers<null>();
  let called = false;
  return {
    call() {
      called = true;
      resolve(null);
    },
    get called() {
      return called;
    },
    next: promise,
  };
}
