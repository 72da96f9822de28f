import { type ReadonlySignal, signal } from '@preact/signals';
import { isDraftEmpty } from '../domain/draft-rules.ts';
import type { Problem } from '../domain/result.ts';
import type { Asking } from './asking.ts';
import type { PanelPorts } from './ports.ts';
import type { Writing } from './writing.ts';

/** A draft that is open on a screen of this tab. */
export interface OpenWriting {
  readonly writing: Writing;
  /** Why OK was refused; null once something was changed. */
  readonly refusal: ReadonlySignal<Problem | null>;
  /** What OK asks before it sends; null while nothing is asked. */
  readonly asking: ReadonlySignal<Asking | null>;
  ask(asking: Asking | null): void;
  readonly sending: ReadonlySignal<boolean>;
  /** The rules let it go and the outbox is taking it: what is typed now would belong to a draft that is gone. */
  readonly handedOver: ReadonlySignal<boolean>;
  handOver(isUnderWay: boolean): void;
  /** Protocol of the ticket that this draft opens or continues; null while none is known. */
  readonly protocol: ReadonlySignal<string | null>;
  refuse(problem: Problem | null): void;
  /**
   * Asks the device's lease for a number, if the draft has none. The form does not wait for it, but OK does: the number
   * that is shown is the one that the command carries.
   */
  takeProtocol(): Promise<void>;
  /** Resolves when no number is on its way any more. */
  numbered(): Promise<void>;
  /** The number was told: it is never given to another ticket. */
  markTold(): void;
  /** Runs an act once at a time; a second OK during the first does nothing and gives null. */
  once<T>(act: () => Promise<T>): Promise<T | null>;
  /** Keeps what is not on disk yet. False where that failed: then the text must stay on screen. */
  keep(): Promise<boolean>;
  /** Whether leaving at this moment would lose nothing. */
  isKept(): boolean;
  /**
   * Keeps the text and gives the draft back. One in which nothing was written goes away without a trace, but for its
   * number: that was on screen and may have been told, so no other ticket gets it.
   * False where the text could not be kept: nothing is given back, and the text must stay on screen.
   */
  leave(): Promise<boolean>;
  /** The draft is gone (sent or discarded): only gives it back. */
  release(): void;
}

export function createOpenWriting(
  writing: Writing,
  release: () => void,
  ports: Pick<PanelPorts, 'drafts' | 'protocols'>,
): OpenWriting {
  const refusal = signal<Problem | null>(null);
  const asking = signal<Asking | null>(null);
  const sending = signal(false);
  const handedOver = signal(false);
  const protocol = signal(writing.draft.peek().target.protocol);
  let told = false;
  let over = false;
  let taking: Promise<void> | null = null;

  const end = () => {
    if (over) return;
    over = true;
    writing.dispose();
    release();
  };

  /** Nothing of the agent is in it: the draft leaves the disk. */
  const vanish = async () => {
    const { id } = writing.draft.peek();
    const wasKept = writing.touched.peek();
    await writing.hold();
    end();
    if (wasKept) await ports.drafts.remove(id);
  };

  const take = async () => {
    const number = await ports.protocols.take();
    if (number === null) return;
    if (over) {
      await ports.protocols.giveBack(number);
      return;
    }
    protocol.value = number;
    writing.assignProtocol(number);
  };

  const isVain = () => !told && isDraftEmpty(writing.current());

  const keep = async () => {
    if (over || isVain()) return true;
    return (await writing.flushAll()).kind !== 'failed';
  };

  return {
    writing,
    refusal,
    asking,
    ask(next) {
      asking.value = next;
    },
    sending,
    handedOver,
    handOver(isUnderWay) {
      handedOver.value = isUnderWay;
    },
    protocol,
    refuse(problem) {
      refusal.value = problem;
    },
    takeProtocol() {
      if (protocol.peek() !== null || writing.draft.peek().target.kind !== 'newTicket')
        return Promise.resolve();
      // What is handed over has its content for good: a number that came now would be shown and not sent.
      if (handedOver.peek() || over) return Promise.resolve();
      taking ??= take().finally(() => {
        taking = null;
      });
      return taking;
    },
    async numbered() {
      // Without a number the server gives one: a lease that cannot be read keeps no text back.
      await taking?.catch(() => undefined);
    },
    markTold() {
      told = true;
      writing.keepEvenEmpty();
    },
    async once(act) {
      if (sending.peek()) return null;
      sending.value = true;
      try {
        return await act();
      } finally {
        sending.value = false;
      }
    },
    keep,
    isKept: () => over || isVain() || !writing.isUnkept(),
    async leave() {
      if (over) return true;
      if (isVain()) {
        await vanish();
        return true;
      }
      if (!(await keep())) return false;
      end();
      return true;
    },
    release: end,
  };
}
