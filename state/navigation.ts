import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { OpenWriting } from './open-writing.ts';
import type { RecordForm } from './record-form.ts';
import type { TicketScreen } from './ticket-screen.ts';

/** The three tabs. */
export type Tab = 'customer' | 'inbox' | 'pending';

/** A screen over a tab; Esc goes back. */
export type Inner =
  | { kind: 'find'; purpose: 'show' | 'newTicket' }
  | { kind: 'searchTickets' }
  | { kind: 'closedTickets' }
  | { kind: 'newTicket'; open: OpenWriting }
  | { kind: 'ticket'; ticket: TicketScreen }
  | { kind: 'record'; form: RecordForm }
  | { kind: 'signIn' };

export type Screen = { kind: Tab } | Inner;

export interface Navigation {
  readonly tab: ReadonlySignal<Tab>;
  readonly screen: ReadonlySignal<Screen>;
  readonly stack: ReadonlySignal<readonly Inner[]>;
  /** Which element (its `data-key`) has the focus when the screen below is shown again. */
  readonly returnTo: ReadonlySignal<string | null>;
  goToTab(tab: Tab): void;
  push(inner: Inner, returnTo?: string | null): void;
  /** Takes the top screen away and returns it. */
  pop(): Inner | null;
  /** Takes all screens over the tab away, the top one first. */
  clear(): Inner[];
}

export function createNavigation(): Navigation {
  const tab = signal<Tab>('customer');
  const stack = signal<readonly Inner[]>([]);
  const keys: (string | null)[] = [];
  const returnTo = signal<string | null>(null);
  return {
    tab,
    stack,
    screen: computed<Screen>(() => stack.value.at(-1) ?? { kind: tab.value }),
    returnTo,
    goToTab(next) {
      returnTo.value = null;
      tab.value = next;
    },
    push(inner, key = null) {
      keys.push(key);
      returnTo.value = null;
      stack.value = [...stack.peek(), inner];
    },
    pop() {
      const top = stack.peek().at(-1) ?? null;
      if (top === null) return null;
      returnTo.value = keys.pop() ?? null;
      stack.value = stack.peek().slice(0, -1);
      return top;
    },
    clear() {
      const gone = stack.peek().toReversed();
      keys.length = 0;
      returnTo.value = null;
      if (gone.length > 0) stack.value = [];
      return gone;
    },
  };
}
