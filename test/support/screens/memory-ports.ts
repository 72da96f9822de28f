import { type Signal, signal } from '@preact/signals';
import type { CallerMatch } from '../../../domain/caller.ts';
import { type Command, queueIdOf } from '../../../domain/command.ts';
import type { Customer } from '../../../domain/customer.ts';
import { isSameCustomerCode } from '../../../domain/customer-code.ts';
import type { OutboxEntry } from '../../../domain/delivery.ts';
import { customerToEntry } from '../../../domain/directory.ts';
import type { DiscardedDraft, Draft } from '../../../domain/draft.ts';
import type { FileUpload } from '../../../domain/file-upload.ts';
import { toInstant } from '../../../domain/instant.ts';
import type { Attendee } from '../../../domain/presence.ts';
import { err, ok, type Problem, type Result } from '../../../domain/result.ts';
import type { SavedSearch } from '../../../domain/saved-search.ts';
import type { Opinion, Ticket, TicketEvent } from '../../../domain/ticket.ts';
import type { Workflow } from '../../../domain/workflow.ts';
import type {
  AsOf,
  Catalogue,
  Connection,
  PageCustomer,
  PanelPorts,
  SessionState,
  TabCall,
} from '../../../state/ports.ts';
import type { ScreenPorts } from '../../../state/screen-ports.ts';
import { catalogue, company, me, NOW } from './fixtures.ts';
import { foundIn } from './found-in.ts';
import { createMemoryDrafts } from './memory-drafts.ts';
import { createMemoryFiles } from './memory-files.ts';

/** What the world outside holds for one test. */
export interface World {
  customers: Customer[];
  open: Ticket[];
  closed: Ticket[];
  inbox: Ticket[];
  /** Who else is at every ticket. */
  attendees: Signal<Attendee[]>;
  opinions: Opinion[];
  events: TicketEvent[];
  drafts: Draft[];
  discarded: DiscardedDraft[];
  entries: OutboxEntry[];
  uploads: FileUpload[];
  page: PageCustomer | null;
  session: SessionState;
  protocols: string[];
  /** The draft that this tab was writing before its page was loaded. */
  lastDraft: string | null;
  /** Set: every read of the server fails with it. */
  trouble: Problem | null;
  /** All customers on this machine, and of when they are; null where there is no directory. */
  directory: { value: Customer[]; asOf: string } | null;
  /** The call that this tab was told of, whether it is shown as the card, and who has the number. */
  call: TabCall | null;
  card: boolean;
  callers: CallerMatch[];
  /** What the company configured otherwise. */
  catalogue: Partial<Catalogue>;
  /** Versions of workflows that only the server has. */
  workflows: Workflow[];
  /** Used before, best first. */
  subjects: string[];
  savedSearches: SavedSearch[];
}

export const signedIn: SessionState = {
  kind: 'signed-in',
  serverUrl: 'https://crm.example',
  user: me,
  company,
};

/** The outside world in memory: what the panel asks of it is answered at once, and what it does is noted. */
export function createMemoryPorts(given: Partial<World> = {}) {
  const world: World = {
    customers: [],
    open: [],
    closed: [],
    inbox: [],
    attendees: signal<Attendee[]>([]),
    opinions: [],
    events: [],
    catalogue: {},
    workflows: [],
    drafts: [],
    discarded: [],
    entries: [],
    uploads: [],
    page: null,
    session: signedIn,
    protocols: ['2026000042319', '2026000042327', '2026000042335'],
    lastDraft: null,
    trouble: null,
    directory: null,
    call: null,
    card: false,
    callers: [],
    subjects: [],
    savedSearches: [],
    ...given,
  };
  const time = { now: new Date(NOW) };
  const drafts = createMemoryDrafts(world.drafts, world.discarded);
  const entries = signal(world.entries);
  const pageCustomer = signal(world.page);
  const session: Signal<SessionState> = signal(world.session);
  const connection = signal<Connection>('online');
  const call = signal(world.call);
  const isCard = signal(world.card);
  const visible = signal(!world.card);
  const covered = signal(false);
  const changed = signal<{ tickets: string[]; customers: string[]; at: string } | null>(null);
  const calls: string[] = [];
  const memoryFiles = createMemoryFiles(world.uploads, calls);
  const clipboard: string[] = [];
  const copiedHtml: string[] = [];
  const recent: string[] = [];
  const claimed = new Set<string>();
  const memory: { draft: string | null } = { draft: world.lastDraft };

  const answer = async <T>(value: T | null): Promise<Result<AsOf<T>>> => {
    if (world.trouble !== null) return err(world.trouble);
    if (value === null) return err({ code: 'not-found', message: 'Não encontrado.', status: 404 });
    return ok({ value, asOf: toInstant(time.now), stale: false });
  };
  const byCode = (code: string) =>
    world.customers.find((customer) => isSameCustomerCode(customer.code, code)) ?? null;
  const page = (items: Ticket[]) => ({ items, total: items.length, next: null });
  let sequence = 1000;
  const queue = (
    command: Command,
    draft: Draft | null,
    about: { customer: Draft['customer']; title: string },
  ) => {
    sequence += 1;
    const entry: OutboxEntry = {
      id: command.id,
      userId: me.id,
      ticketId: queueIdOf(command),
      sequence,
      command,
      draft,
      customer: about.customer,
      title: about.title,
      state: 'queued',
      attempts: 0,
      retryAt: null,
      problem: null,
      receipt: null,
      acceptedAt: toInstant(time.now),
      confirmedAt: null,
    };
    entries.value = [...entries.peek(), entry];
  };

  const watched = new Set<string>();
  const ports: PanelPorts & ScreenPorts = {
    presence: {
      at: (place) => calls.push(`at ${place === null ? '' : place.doing}`),
      others: () => world.attendees,
    },
    crm: {
      customer: (id) => answer(world.customers.find((customer) => customer.id === id) ?? null),
      customerByCode: (code) => answer(byCode(code)),
      keptCustomerByCode: async () => null,
      async knownByCode(code) {
        if (world.directory === null) return null;
        const known = world.directory.value.find((customer) => isSameCustomerCode(customer.code, code));
        const value = known === undefined ? null : customerToEntry(known);
        return { value, asOf: world.directory.asOf, stale: true };
      },
      async searchCustomers(query, signal) {
        calls.push(`search ${query}`);
        await Promise.resolve();
        if (signal?.aborted) return err({ code: 'cancelled', message: '' });
        if (world.trouble !== null && world.directory === null) return err(world.trouble);
        const text = query.toLowerCase();
        const value = (world.trouble === null ? world.customers : (world.directory?.value ?? [])).filter(
          (customer) =>
            `${customer.code} ${customer.name} ${customer.tradeName}`.toLowerCase().includes(text),
        );
        const asOf = world.directory?.asOf ?? toInstant(time.now);
        return ok({ value, asOf, stale: world.trouble !== null });
      },
      watching: async (id) =>
        world.trouble === null ? ok({ watching: watched.has(id) }) : err(world.trouble),
      setWatching: async (id, watching) => {
        if (world.trouble !== null) return err(world.trouble);
        if (watching) watched.add(id);
        else watched.delete(id);
        calls.push(`watch ${id} ${watching}`);
        return ok({ watching });
      },
      openTickets: (id) => answer(page(world.open.filter((ticket) => ticket.customer.id === id))),
      closedTickets: (id) => answer(page(world.closed.filter((ticket) => ticket.customer.id === id))),
      ticket: (id) =>
        answer([...world.open, ...world.closed, ...world.inbox].find((one) => one.id === id) ?? null),
      opinions: (id, before) => {
        const all = world.opinions.filter((opinion) => opinion.ticketId === id);
        const end = before === undefined ? all.length : Number(before);
        const start = Math.max(0, end - 50);
        return answer({
          items: all.slice(start, end),
          events: world.events.filter((event) => event.ticketId === id),
          total: all.length,
          previous: start === 0 ? null : String(start),
        });
      },
      inbox: () => answer({ items: world.inbox, total: world.inbox.length }),
      catalogue: () => answer({ ...catalogue, ...world.catalogue }),
      workflow: (id, version) =>
        answer(world.workflows.find((one) => one.id === id && one.version === version) ?? null),
      async searchTickets(filters, after) {
        calls.push(`tickets ${JSON.stringify({ ...filters, ...(after === undefined ? {} : { after }) })}`);
        await Promise.resolve();
        if (world.trouble !== null) return err(world.trouble);
        return answer(foundIn(world, filters, after));
      },
      subjects: () => answer(world.subjects),
      savedSearches: () => answer([...world.savedSearches]),
      async saveSearch(search) {
        calls.push(`save search ${search.name}`);
        if (world.trouble !== null) return err(world.trouble);
        world.savedSearches = [...world.savedSearches, search];
        return ok(search);
      },
      async deleteSavedSearch(id) {
        calls.push(`delete search ${id}`);
        world.savedSearches = world.savedSearches.filter((search) => search.id !== id);
        return ok(undefined);
      },
    },
    drafts,
    outbox: {
      entries,
      async accept(draft, commands, title) {
        calls.push(`accept ${commands.map((command) => command.kind).join('+')}`);
        await drafts.remove(draft.id);
        for (const command of commands) queue(command, draft, { customer: draft.customer, title });
        return ok(undefined);
      },
      async acceptAct(command, about) {
        calls.push(`accept ${command.kind}`);
        queue(command, null, about);
        return ok(undefined);
      },
      async retry(id) {
        calls.push(`retry ${id ?? 'all'}`);
      },
      async sendAfter(id, command) {
        calls.push(`${command.kind} before ${id}`);
        return ok(undefined);
      },
      async giveUp(id) {
        calls.push(`give up ${id}`);
        const draft = entries.peek().find((one) => one.id === id)?.draft;
        if (draft == null) return err({ code: 'not-recallable', message: 'Já foi enviado.' });
        entries.value = entries.peek().filter((one) => one.id !== id);
        await drafts.keep(draft);
        await drafts.discard(draft.id);
        return ok(draft);
      },
      async recall(id) {
        calls.push(`recall ${id}`);
        const entry = entries.peek().find((one) => one.id === id);
        if (entry?.draft == null) return err({ code: 'not-recallable', message: 'Já foi enviado.' });
        entries.value = entries.peek().filter((one) => one.id !== id);
        await drafts.keep(entry.draft);
        return ok(entry.draft);
      },
      async replaceAct(id, command) {
        calls.push(`replace ${id} ${command?.kind ?? 'by nothing'}`);
        const entry = entries.peek().find((one) => one.id === id);
        entries.value = entries.peek().filter((one) => one.id !== id);
        if (entry !== undefined && command !== null) queue(command, null, entry);
        return ok(undefined);
      },
      async drop(id) {
        calls.push(`drop ${id}`);
        entries.value = entries.peek().filter((one) => one.id !== id);
        return ok(undefined);
      },
    },
    files: memoryFiles.port,
    protocols: {
      take: async () => world.protocols.shift() ?? null,
      async giveBack(protocol) {
        calls.push(`give back ${protocol}`);
        world.protocols.unshift(protocol);
      },
    },
    session: {
      state: session,
      async signIn(login) {
        calls.push(`sign in ${login}`);
        if (world.trouble !== null) return err(world.trouble);
        session.value = signedIn;
        return ok(undefined);
      },
      async signOut() {
        calls.push('sign out');
        session.value = { kind: 'signed-out', serverUrl: 'https://crm.example' };
        return ok(undefined);
      },
    },
    connection: {
      state: connection,
      async check() {
        calls.push('check');
      },
    },
    tab: {
      pageCustomer,
      visible,
      refuses: () => (covered.value ? 'covered' : null),
      async dismiss() {
        calls.push('dismiss');
        pageCustomer.value = null;
      },
      async close() {
        calls.push('close');
      },
      async openOptions(section) {
        calls.push(`options ${section ?? ''}`);
      },
    },
    calls: {
      current: call,
      isCard,
      async lookUp(number) {
        calls.push(`caller ${number}`);
        if (world.trouble !== null) return err(world.trouble);
        return ok({ number, matches: world.callers, asOf: toInstant(time.now) });
      },
      async take(id) {
        calls.push(`take ${id}`);
        isCard.value = false;
        visible.value = true;
        const taken = call.peek();
        if (taken !== null) call.value = { ...taken, asks: false };
      },
      async dismiss(id) {
        calls.push(`dismiss ${id}`);
        isCard.value = false;
        call.value = null;
      },
      async collapse(id) {
        calls.push(`collapse ${id}`);
        isCard.value = false;
      },
      resize: (height) => void calls.push(`height ${height > 0 ? 'known' : 'none'}`),
    },
    changed,
    now: () => new Date(time.now),
    recentTypes: {
      read: () => [...recent],
      add: (id) => void recent.unshift(id),
    },
    claims: {
      async claim(id) {
        if (claimed.has(id)) return null;
        claimed.add(id);
        return () => void claimed.delete(id);
      },
    },
    lastDraft: {
      read: () => memory.draft,
      write: (id) => {
        memory.draft = id;
      },
    },
    async copy(text, html) {
      clipboard.push(text);
      if (html !== undefined) copiedHtml.push(html);
      return true;
    },
  };
  return {
    ports,
    world,
    time,
    drafts,
    entries,
    files: memoryFiles,
    pageCustomer,
    session,
    connection,
    call,
    isCard,
    visible,
    covered,
    changed,
    calls,
    clipboard,
    copiedHtml,
    recent,
    claimed,
    memory,
  };
}
