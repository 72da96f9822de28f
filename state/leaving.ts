import type { Inner, Navigation } from './navigation.ts';
import type { OpenWriting } from './open-writing.ts';
import type { RecordForms } from './record-forms.ts';

/** Leaving screens without losing what is written on them. */
export interface Leaving {
  /** Whether there is text on screen that was begun. */
  isWriting(): boolean;
  /** Leaves all screens over the tab. False where a text could not be kept: it stays on screen, and so do the screens. */
  leaveAll(): Promise<boolean>;
  /** Takes the top screen away; not where its text could not be kept. */
  leaveTop(): Promise<void>;
  /** Keeps on disk, now, whatever is being written. */
  keepNow(): Promise<void>;
  /** Takes all screens away without asking: the panel is over. */
  abandon(): void;
}

export function createLeaving(navigation: Navigation, records: Pick<RecordForms, 'leave'>): Leaving {
  const leave = async (inner: Inner) => {
    if (inner.kind === 'record') records.leave(inner.form);
    if (inner.kind === 'newTicket') await inner.open.leave();
    if (inner.kind === 'ticket') await inner.ticket.leave();
  };
  return {
    isWriting: () => navigation.stack.peek().some((inner) => writingOf(inner)?.writing.touched.peek()),
    async leaveAll() {
      if (!(await areKept(navigation.stack.peek()))) return false;
      await Promise.all(navigation.clear().map(leave));
      return true;
    },
    async leaveTop() {
      const top = navigation.stack.peek().slice(-1);
      if (!(await areKept(top))) return;
      // Another key may have led away while it was kept.
      if (navigation.stack.peek().at(-1) !== top[0]) return;
      const gone = navigation.pop();
      if (gone !== null) await leave(gone);
    },
    async keepNow() {
      const open = navigation.stack.peek().flatMap((inner) => writingOf(inner) ?? []);
      await Promise.all(open.map(({ writing }) => writing.flush()));
    },
    abandon() {
      for (const inner of navigation.clear()) void leave(inner);
    },
  };
}

/** What is being written on a screen, if anything is. */
export function writingOf(inner: Inner): OpenWriting | null {
  if (inner.kind === 'newTicket') return inner.open;
  return inner.kind === 'ticket' ? inner.ticket.composer.value : null;
}

/** What is being written on the lowest of the screens on which anything is. */
export function firstWriting(inners: readonly Inner[]): OpenWriting | null {
  for (const inner of inners) {
    const open = writingOf(inner);
    if (open !== null) return open;
  }
  return null;
}

/**
 * Keeps everything that is being written on these screens; false where that fails. When it is true nothing is left to be written, so they can
 * be taken away at once: what is typed on one while another is kept is kept too.
 */
async function areKept(inners: readonly Inner[]): Promise<boolean> {
  const open = inners.flatMap((inner) => writingOf(inner) ?? []);
  do {
    const kept = await Promise.all(open.map((one) => one.keep()));
    if (!kept.every(Boolean)) return false;
  } while (!open.every((one) => one.isKept()));
  return true;
}
