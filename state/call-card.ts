import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Call } from '../domain/call.ts';
import type { CallerMatch } from '../domain/caller.ts';
import type { Customer, CustomerSummary } from '../domain/customer.ts';
import type { Instant } from '../domain/instant.ts';
import type { Problem } from '../domain/result.ts';
import type { Ticket } from '../domain/ticket.ts';
import { createReading, type Loadable, readyValue } from './loadable.ts';
import type { PanelPorts } from './ports.ts';

/** The customer that the call is about, and who of it speaks. */
export interface Caller {
  customer: CustomerSummary;
  person: CallerMatch['contactPerson'];
}

/** What the card asks: nothing yet, which of several, whom to search for, or what to do for this one. */
export type CardStep = 'searching' | 'choose' | 'find' | 'known';

/** The card of one call: who calls, what has to be known of them, what is open. */
export interface CallCard {
  readonly call: Call;
  readonly step: ReadonlySignal<CardStep>;
  /** E.164, or as the page shows it; null where it is withheld. */
  readonly phone: ReadonlySignal<string | null>;
  readonly matches: ReadonlySignal<readonly CallerMatch[]>;
  readonly caller: ReadonlySignal<Caller | null>;
  /** Why nobody could be looked up. */
  readonly problem: ReadonlySignal<Problem | null>;
  readonly record: ReadonlySignal<Customer | null>;
  readonly openTickets: ReadonlySignal<Loadable<Ticket[]>>;
  /** Of when the oldest of what is shown is, where the server did not say it just now. */
  readonly seenAt: ReadonlySignal<Instant | null>;
  /** The match or the ticket that Enter takes. */
  readonly marked: ReadonlySignal<number>;
  mark(index: number): void;
  choose(caller: Caller): void;
  /** It is none of those: searches by name. */
  find(): void;
  dispose(): void;
}

export function createCallCard(call: Call, ports: Pick<PanelPorts, 'crm' | 'calls'>): CallCard {
  const step = signal<CardStep>(call.number === '' ? 'find' : 'searching');
  const phone = signal<string | null>(call.number === '' ? null : call.number);
  const matches = signal<readonly CallerMatch[]>([]);
  const caller = signal<Caller | null>(null);
  const problem = signal<Problem | null>(null);
  const matchedAt = signal<Instant | null>(null);
  const marked = signal(0);
  const customerId = () => caller.peek()?.customer.id ?? '';
  const reading = createReading(() => ports.crm.customer(customerId()));
  const tickets = createReading(() => ports.crm.openTickets(customerId()));
  let isOver = false;

  const choose = (chosen: Caller) => {
    batch(() => {
      caller.value = chosen;
      step.value = 'known';
      marked.value = 0;
    });
    void Promise.all([reading.load(), tickets.load()]);
  };

  const lookUp = async () => {
    const found = await ports.calls.lookUp(call.number);
    if (isOver || step.peek() !== 'searching') return;
    if (!found.ok) {
      batch(() => {
        problem.value = found.error;
        step.value = 'find';
      });
      return;
    }
    const [match, ...others] = found.value.matches;
    phone.value = found.value.number;
    matches.value = found.value.matches;
    matchedAt.value = found.value.asOf;
    if (match === undefined) step.value = 'find';
    // A number that several answer never makes anybody certain: the agent says so.
    else if (others.length > 0 || match.shared) step.value = 'choose';
    else choose({ customer: match.customer, person: match.contactPerson });
  };
  if (call.number !== '') void lookUp();

  return {
    call,
    step,
    phone,
    matches,
    caller,
    problem,
    record: computed(() => {
      const record = readyValue(reading.state.value);
      return record?.id === caller.value?.customer.id ? record : null;
    }),
    openTickets: computed(() => {
      const state = tickets.state.value;
      if (state.kind !== 'ready') return state;
      const mine = state.value.items.filter((ticket) => ticket.customer.id === caller.value?.customer.id);
      return { ...state, value: mine.toSorted(newestFirst) };
    }),
    seenAt: computed(() => {
      const ofRecord = staleSince(reading.state.value, matchedAt.value);
      const [oldest = null] = [ofRecord, staleSince(tickets.state.value, null)].filter(Boolean).sort();
      return oldest;
    }),
    marked,
    mark(index) {
      marked.value = index;
    },
    choose,
    find() {
      batch(() => {
        step.value = 'find';
        caller.value = null;
      });
    },
    dispose() {
      isOver = true;
      reading.dispose();
      tickets.dispose();
    },
  };
}

/** When it was read, where that was not just now; `known` where it could not be read at all. */
function staleSince(state: Loadable<unknown>, known: Instant | null): Instant | null {
  if (state.kind === 'ready') return state.stale ? state.asOf : null;
  return state.kind === 'failed' ? known : null;
}

/** The ticket that was spoken of last is the likeliest to be what the call is about. */
function newestFirst(one: Ticket, other: Ticket): number {
  return one.lastOpinionAt < other.lastOpinionAt ? 1 : one.lastOpinionAt > other.lastOpinionAt ? -1 : 0;
}
