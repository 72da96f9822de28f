import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { isCustomerCommand } from '../domain/command.ts';
import { type Customer, type CustomerSummary, toCustomerSummary } from '../domain/customer.ts';
import { withEdits } from '../domain/customer-edits.ts';
import type { OutboxEntry } from '../domain/delivery.ts';
import type { DirectoryEntry } from '../domain/directory.ts';
import type { Draft } from '../domain/draft.ts';
import { createBegunDrafts } from './begun-drafts.ts';
import { createReading, type Loadable, readyValue } from './loadable.ts';
import { pendingEditsOf } from './pending-edits.ts';
import type { AsOf, PanelPorts, TicketList } from './ports.ts';

/** Everything of one customer that the panel shows. */
export interface CustomerView {
  /** As the page or the agent gave it; the record's own code may have leading zeros. */
  readonly code: string;
  readonly record: ReadonlySignal<Loadable<Customer>>;
  /** The record with what is on its way to the server; null while there is none. */
  readonly edited: ReadonlySignal<Customer | null>;
  readonly summary: ReadonlySignal<CustomerSummary | null>;
  /** What the directory on this machine says of the code; null where there is no directory, or it was not asked yet. */
  readonly directory: ReadonlySignal<AsOf<DirectoryEntry | null> | null>;
  readonly openTickets: ReadonlySignal<Loadable<TicketList>>;
  readonly closedTickets: ReadonlySignal<Loadable<TicketList>>;
  /** Drafts of this customer, newest first. */
  readonly drafts: ReadonlySignal<Draft[]>;
  /** Tickets that were opened here and that the server has not confirmed, or whose row has not come back yet. */
  readonly unsent: ReadonlySignal<OutboxEntry[]>;
  readonly loadingMore: ReadonlySignal<boolean>;
  load(): Promise<void>;
  loadMoreClosed(): Promise<void>;
  dispose(): void;
}

type Ports = Pick<PanelPorts, 'crm' | 'drafts' | 'outbox' | 'changed'>;

/** `known` is what is there already of the customer, for instance from a search result. */
export function createCustomerView(code: string, known: CustomerSummary | null, ports: Ports): CustomerView {
  const { crm } = ports;
  const record = createReading(() => crm.customerByCode(code));
  const directory = signal<AsOf<DirectoryEntry | null> | null>(null);
  const edited = computed(() => {
    const state = record.state.value;
    if (state.kind !== 'ready') return null;
    return withEdits(state.value, pendingEditsOf(ports.outbox.entries.value, state.value.id, state.asOf));
  });
  const summary = computed(() => {
    const state = record.state.value;
    // The server's word that there is nobody of this code counts for more than what was here before.
    const isDenied = state.kind === 'failed' && state.problem.code === 'not-found';
    return edited.value ?? known ?? (isDenied ? null : summaryIn(directory.value));
  });
  const customerId = computed(() => summary.value?.id ?? null);
  const open = createReading<TicketList>(() => forCustomer((id) => crm.openTickets(id)));
  const closed = createReading<TicketList>(() => forCustomer((id) => crm.closedTickets(id)));
  const loadingMore = signal(false);
  const begun = createBegunDrafts(ports);
  const stops: (() => void)[] = [];

  async function forCustomer<T>(read: (id: string) => Promise<T>) {
    const id = customerId.peek();
    if (id === null) throw new Error('The tickets of a customer were read before the customer was known.');
    return read(id);
  }

  const askDirectory = async () => {
    directory.value = await crm.knownByCode(code);
  };

  const loadTickets = async () => {
    await Promise.all([open.load(), closed.load()]);
  };

  const unsent = computed(() => {
    const id = customerId.value;
    const listed = new Set((readyValue(open.state.value)?.items ?? []).map((ticket) => ticket.id));
    const listedClosed = new Set((readyValue(closed.state.value)?.items ?? []).map((ticket) => ticket.id));
    return ports.outbox.entries.value.filter(
      (entry) =>
        entry.command.kind === 'openTicket' &&
        entry.customer.id === id &&
        !listed.has(entry.ticketId) &&
        !(entry.state === 'confirmed' && listedClosed.has(entry.ticketId)),
    );
  });

  const confirmedEdits = computed(() =>
    ports.outbox.entries.value
      .filter(({ state, command }) => state === 'confirmed' && isCustomerCommand(command))
      .filter((entry) => entry.customer.id === customerId.value)
      .map((entry) => entry.id)
      .join(' '),
  );

  const confirmed = computed(() =>
    ports.outbox.entries.value
      .filter((entry) => entry.state === 'confirmed' && entry.customer.id === customerId.value)
      .map((entry) => entry.id)
      .join(' '),
  );

  const follow = () => {
    let before = confirmed.peek();
    let editsBefore = confirmedEdits.peek();
    stops.push(
      effect(() => {
        const now = confirmed.value;
        if (now === before) return;
        before = now;
        if (customerId.peek() !== null) void loadTickets();
      }),
      effect(() => {
        const now = confirmedEdits.value;
        if (now === editsBefore) return;
        editsBefore = now;
        void record.load();
      }),
      effect(() => {
        const changed = ports.changed.value;
        const id = customerId.peek();
        if (changed === null || id === null) return;
        if (changed.customers.includes(id)) void record.load();
        if (changed.customers.includes(id) || touchesShown(changed.tickets)) void loadTickets();
      }),
    );
  };

  const touchesShown = (ids: string[]) => {
    const shown = [readyValue(open.state.peek()), readyValue(closed.state.peek())].flatMap(
      (list) => list?.items ?? [],
    );
    return shown.some((ticket) => ids.includes(ticket.id));
  };

  follow();

  return {
    code,
    record: record.state,
    edited,
    summary,
    directory,
    openTickets: open.state,
    closedTickets: closed.state,
    drafts: computed(() => begun.value.filter((draft) => draft.customer.id === customerId.value)),
    unsent,
    loadingMore,
    async load() {
      const kept = await crm.keptCustomerByCode(code);
      if (kept !== null) record.offer({ ...kept, stale: false });
      let tickets: Promise<void> | null = null;
      const askTickets = () => {
        if (customerId.peek() !== null) tickets ??= loadTickets();
      };
      askTickets();
      // Who it is can be there long before a server that is not there has been given up.
      const directoryAsked = kept === null ? askDirectory().then(askTickets) : null;
      await record.load();
      askTickets();
      await directoryAsked;
      await tickets;
    },
    async loadMoreClosed() {
      const list = readyValue(closed.state.peek());
      const id = customerId.peek();
      if (list?.next == null || id === null || loadingMore.peek()) return;
      loadingMore.value = true;
      const answer = await crm.closedTickets(id, list.next);
      loadingMore.value = false;
      if (!answer.ok) return;
      closed.update((before) => appendPage(before, answer.value.value));
    },
    dispose() {
      for (const stop of stops) stop();
      record.dispose();
      open.dispose();
      closed.dispose();
    },
  };
}

function summaryIn(known: AsOf<DirectoryEntry | null> | null): CustomerSummary | null {
  return known === null || known.value === null ? null : toCustomerSummary(known.value);
}

function appendPage(before: TicketList, page: TicketList): TicketList {
  const known = new Set(before.items.map((ticket) => ticket.id));
  return { ...page, items: [...before.items, ...page.items.filter((ticket) => !known.has(ticket.id))] };
}
