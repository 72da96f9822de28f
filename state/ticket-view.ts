import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { OutboxEntry } from '../domain/delivery.ts';
import type { Problem } from '../domain/result.ts';
import type { Ticket } from '../domain/ticket.ts';
import { createReading, type Loadable, readyValue } from './loadable.ts';
import { ticketFromCommand } from './local-ticket.ts';
import type { OpinionList, PanelPorts } from './ports.ts';
import { type TimelineItem, toTimeline } from './timeline.ts';

/** One ticket with its history, as the server has it and as this machine is about to change it. */
export interface TicketView {
  readonly id: string;
  /** From the server, or, before it has it, from the command that opens it. */
  readonly ticket: ReadonlySignal<Ticket | null>;
  readonly state: ReadonlySignal<Loadable<Ticket>>;
  /** True while only this machine knows the ticket. */
  readonly isLocal: ReadonlySignal<boolean>;
  readonly opinions: ReadonlySignal<Loadable<OpinionList>>;
  readonly timeline: ReadonlySignal<TimelineItem[]>;
  /** How many opinions are older than those loaded. */
  readonly earlier: ReadonlySignal<number>;
  readonly loadingEarlier: ReadonlySignal<boolean>;
  readonly earlierProblem: ReadonlySignal<Problem | null>;
  /** This ticket's commands that are not confirmed. */
  readonly waiting: ReadonlySignal<OutboxEntry[]>;
  load(): Promise<void>;
  loadEarlier(): Promise<void>;
  dispose(): void;
}

type Ports = Pick<PanelPorts, 'crm' | 'outbox' | 'changed'>;

/** `known` is the row that the ticket was opened from: its header is there at once. */
export function createTicketView(id: string, known: Ticket | null, ports: Ports): TicketView {
  const { crm } = ports;
  const reading = createReading(() => crm.ticket(id));
  const opinions = createReading(() => crm.opinions(id));
  const loadingEarlier = signal(false);
  const earlierProblem = signal<Problem | null>(null);

  const entries = computed(() => ports.outbox.entries.value.filter((entry) => entry.ticketId === id));
  const opening = computed(() => entries.value.find((entry) => entry.command.kind === 'openTicket') ?? null);
  const ticket = computed<Ticket | null>(() => {
    const read = readyValue(reading.state.value);
    if (read !== null) return read;
    if (known !== null) return known;
    return opening.value === null ? null : ticketFromCommand(opening.value);
  });
  const isLocal = computed(
    () =>
      readyValue(reading.state.value) === null &&
      opening.value !== null &&
      opening.value.state !== 'confirmed',
  );
  const timeline = computed(() => {
    const list = readyValue(opinions.state.value);
    return toTimeline(list?.items ?? [], list?.events ?? [], entries.value);
  });
  const confirmed = computed(() =>
    entries.value
      .filter((entry) => entry.state === 'confirmed')
      .map((entry) => entry.id)
      .join(' '),
  );

  const load = async () => {
    // Nothing to ask for while the server cannot have it: its answer would be "not found".
    if (isLocal.peek()) return;
    await Promise.all([reading.load(), loadNewest()]);
  };

  const loadNewest = async () => {
    const before = readyValue(opinions.state.peek());
    await opinions.load();
    if (before !== null && before.previous !== null) opinions.update((newest) => joinPages(before, newest));
  };

  let seen = confirmed.peek();
  const stops = [
    effect(() => {
      const now = confirmed.value;
      if (now === seen) return;
      seen = now;
      void load();
    }),
    effect(() => {
      if (ports.changed.value?.tickets.includes(id) === true) void load();
    }),
  ];

  return {
    id,
    ticket,
    state: reading.state,
    isLocal,
    opinions: opinions.state,
    timeline,
    earlier: computed(() => {
      const list = readyValue(opinions.state.value);
      return list === null || list.previous === null ? 0 : Math.max(0, list.total - list.items.length);
    }),
    loadingEarlier,
    earlierProblem,
    waiting: computed(() => entries.value.filter((entry) => entry.state !== 'confirmed')),
    load,
    async loadEarlier() {
      const list = readyValue(opinions.state.peek());
      if (list === null || list.previous === null || loadingEarlier.peek()) return;
      loadingEarlier.value = true;
      const answer = await crm.opinions(id, list.previous);
      loadingEarlier.value = false;
      earlierProblem.value = answer.ok ? null : answer.error;
      if (answer.ok) opinions.update((newer) => joinPages(answer.value.value, newer));
    },
    dispose() {
      for (const stop of stops) stop();
      reading.dispose();
      opinions.dispose();
    },
  };
}

/** The older page before the newer one; where they overlap the newer one is right. */
function joinPages(older: OpinionList, newer: OpinionList): OpinionList {
  const opinions = new Set(newer.items.map((item) => item.id));
  const events = new Set(newer.events.map((item) => item.id));
  return {
    items: [...older.items.filter((item) => !opinions.has(item.id)), ...newer.items],
    events: [...older.events.filter((item) => !events.has(item.id)), ...newer.events],
    total: newer.total,
    previous: older.previous,
  };
}
