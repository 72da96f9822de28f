import type { ReadonlySignal } from '@preact/signals';
import type { Call } from '../domain/call.ts';
import type { CallerMatch } from '../domain/caller.ts';
import type { Command } from '../domain/command.ts';
import type { Company } from '../domain/company.ts';
import type { ContactChannel } from '../domain/contact-channel.ts';
import type { Customer, CustomerSummary } from '../domain/customer.ts';
import type { OutboxEntry } from '../domain/delivery.ts';
import type { DirectoryEntry } from '../domain/directory.ts';
import type { DiscardedDraft, Draft } from '../domain/draft.ts';
import type { Instant } from '../domain/instant.ts';
import type { OpinionTemplate } from '../domain/opinion-template.ts';
import type { Attendee, TicketPlace } from '../domain/presence.ts';
import type { Problem, Result } from '../domain/result.ts';
import type { SavedSearch } from '../domain/saved-search.ts';
import type { Opinion, Ticket, TicketEvent } from '../domain/ticket.ts';
import type { FoundText, TicketFilters } from '../domain/ticket-search.ts';
import type { TicketType } from '../domain/ticket-type.ts';
import type { CurrentUser, ResponsibilityCenter, User } from '../domain/user.ts';
import type { Workflow } from '../domain/workflow.ts';
import type { FileKeeper } from './file-keeper.ts';

/** What the screens need from the world outside. Entrypoints give them; tests give their own. */

/** A value and when the server said it. */
export interface AsOf<T> {
  value: T;
  asOf: Instant;
  /** True where the server could not be asked and the value is the one kept on the machine. */
  stale: boolean;
}

export interface TicketList {
  items: Ticket[];
  total: number;
  next: string | null;
}

/** Tickets that a search found, each with the place that has its words. */
export interface FoundTickets {
  items: { ticket: Ticket; found: FoundText | null }[];
  total: number;
  next: string | null;
}

export interface OpinionList {
  items: Opinion[];
  events: TicketEvent[];
  total: number;
  previous: string | null;
}

export interface Catalogue {
  ticketTypes: TicketType[];
  opinionTemplates: OpinionTemplate[];
  /** The current version of each. */
  workflows: Workflow[];
  contactChannels: ContactChannel[];
  users: User[];
  centers: ResponsibilityCenter[];
}

/** Reads of the CRM. Network first with what is kept as the fallback, unless the name says otherwise. */
export interface CrmReader {
  customer(id: string): Promise<Result<AsOf<Customer>>>;
  customerByCode(code: string): Promise<Result<AsOf<Customer>>>;
  /** What is kept of the customer, at once, without the network; null where nothing is. */
  keptCustomerByCode(code: string): Promise<AsOf<Customer> | null>;
  /** What the directory on this machine knows; null where it is not there, and within where it knows nobody of that code. */
  knownByCode(code: string): Promise<AsOf<DirectoryEntry | null> | null>;
  /** Stale where the directory on this machine answered. */
  searchCustomers(query: string, signal?: AbortSignal): Promise<Result<AsOf<CustomerSummary[]>>>;
  /** Whether the user gets e-mails of all tickets of the customer (Spy System). Only the server knows. */
  watching(customerId: string): Promise<Result<{ watching: boolean }>>;
  setWatching(customerId: string, watching: boolean): Promise<Result<{ watching: boolean }>>;
  openTickets(customerId: string): Promise<Result<AsOf<TicketList>>>;
  closedTickets(customerId: string, before?: string): Promise<Result<AsOf<TicketList>>>;
  ticket(id: string): Promise<Result<AsOf<Ticket>>>;
  /** The newest opinions, or those before `before`. */
  opinions(ticketId: string, before?: string): Promise<Result<AsOf<OpinionList>>>;
  inbox(): Promise<Result<AsOf<{ items: Ticket[]; total: number }>>>;
  /** Asks the server alone; `after` is the `next` of the page before. */
  searchTickets(filters: TicketFilters, after?: string): Promise<Result<AsOf<FoundTickets>>>;
  /** Subjects used before and those of the company, the likeliest first. */
  subjects(of: {
    customerId?: string | undefined;
    typeId?: string | undefined;
  }): Promise<Result<AsOf<string[]>>>;
  /** Searches that the user named, in order of name. */
  savedSearches(): Promise<Result<AsOf<SavedSearch[]>>>;
  saveSearch(search: SavedSearch): Promise<Result<SavedSearch>>;
  deleteSavedSearch(id: string): Promise<Result<void>>;
  catalogue(): Promise<Result<AsOf<Catalogue>>>;
  /** One version of a workflow. It never changes: what is kept of it is as good as what the server says. */
  workflow(id: string, version: number): Promise<Result<AsOf<Workflow>>>;
}

/** Drafts of the signed-in user on this machine. */
export interface DraftKeeper {
  /** All the user's drafts, newest first; follows changes of other tabs. */
  readonly all: ReadonlySignal<Draft[]>;
  /** Those thrown away in the last day, the last one first. */
  readonly discarded: ReadonlySignal<DiscardedDraft[]>;
  /** How many of the user's drafts are on disk and cannot be read; none of them is removed. */
  readonly unreadable?: ReadonlySignal<number> | undefined;
  get(id: string): Promise<Draft | null>;
  /** Resolves when the draft is on disk; `quota-exceeded` when it could not be kept. */
  keep(draft: Draft): Promise<Result<void>>;
  /** Puts it aside for a day. */
  discard(id: string): Promise<Result<void>>;
  /** Brings back what was put aside; false where it is not there any more. `quota-exceeded` where there is no room for it. */
  restore(id: string): Promise<Result<boolean>>;
  /** Takes away a draft in which nothing was written. */
  remove(id: string): Promise<void>;
  /** What to say where keeping failed in a way that nobody foresaw. Notes the cause, without anything that was written. */
  unforeseen(cause: unknown): Problem;
}

/** Sending. OK turns draft into commands in one transaction; the background sends. */
export interface Outbox {
  /** The user's entries: all that are not confirmed, and those confirmed today. Follows changes. */
  readonly entries: ReadonlySignal<OutboxEntry[]>;
  /** How many of the user's entries are on disk and cannot be read; they are not sent and not removed. */
  readonly unreadable?: ReadonlySignal<number> | undefined;
  /** How many opinions on this machine wait for servers that were set before; none of them is sent while this one is. */
  readonly elsewhere?: ReadonlySignal<readonly { serverUrl: string; count: number }[]> | undefined;
  /** Deletes the draft and queues its commands in one transaction. */
  accept(draft: Draft, commands: Command[], title: string): Promise<Result<void>>;
  /** Queues a command that has no text (close, reopen, a change of a customer's record). */
  acceptAct(command: Command, about: { customer: CustomerSummary; title: string }): Promise<Result<void>>;
  /** Tries again now what waits or needs the agent. */
  retry(id?: string): Promise<void>;
  /** Sends what was refused after all, behind a command of the same ticket that makes it possible. */
  sendAfter(id: string, command: Command): Promise<Result<void>>;
  /** With `atRisk`, also what the server may have and that is stuck: the agent was told. Back to draft: only what is not being sent and not confirmed. Removes the commands of the same draft. */
  recall(id: string, atRisk?: boolean): Promise<Result<Draft>>;
  /** Does not send it and puts its draft aside, from where it can be brought back. */
  giveUp(id: string, atRisk?: boolean): Promise<Result<Draft>>;
  /** Puts what the agent decided in the place of a refused change without text; null: nothing is left of it. */
  replaceAct(id: string, command: Command | null): Promise<Result<void>>;
  /** Gives up an act without text; refused where the server may have it, unless it is stuck and the agent was told (`atRisk`). */
  drop(id: string, atRisk?: boolean): Promise<Result<void>>;
}

/** Protocol numbers leased to this device. */
export interface ProtocolPool {
  /** The next free number (13 digits), or null where none is left. It is taken from then on. */
  take(): Promise<string | null>;
  /** Returns a number that was told to nobody. */
  giveBack(protocol: string): Promise<void>;
}

export type SessionState =
  | { kind: 'loading' }
  | { kind: 'not-configured' }
  | { kind: 'signed-out'; serverUrl: string }
  /** The session ended by itself: the last user goes on writing, sending waits. */
  | { kind: 'expired'; serverUrl: string; user: CurrentUser; company: Company }
  | { kind: 'signed-in'; serverUrl: string; user: CurrentUser; company: Company };

export interface SessionPort {
  readonly state: ReadonlySignal<SessionState>;
  signIn(login: string, password: string): Promise<Result<void>>;
  signOut(): Promise<Result<void>>;
}

/** The CRM server's address. */
export interface ServerPort {
  /** Undefined until it was read; null while none is set. */
  readonly url: ReadonlySignal<string | null | undefined>;
  /** The company's policy set it: it cannot be changed here. */
  readonly isManaged: ReadonlySignal<boolean>;
  /** Asks an address whether a Parecer server is there; changes nothing. The problem names the field `url`. */
  check(url: string): Promise<Result<{ company: string; version: string }>>;
  /** Checks the address and takes it. Another one than before ends the session; drafts stay. */
  use(url: string): Promise<Result<{ company: string; version: string }>>;
}

/** How the connection to the server is. */
export type Connection = 'online' | 'offline' | 'server-trouble';

export interface ConnectionPort {
  readonly state: ReadonlySignal<Connection>;
  /** Asks the server now. */
  check(): Promise<void>;
}

/** Who is at which ticket. */
export interface PresencePort {
  /** The ticket on this panel's screen; null: none. */
  at(place: TicketPlace | null): void;
  /** Who else is at this ticket now, as far as the server says. */
  others(ticketId: string): ReadonlySignal<Attendee[]>;
}

/** Which customer the host page of this panel is about. */
export interface PageCustomer {
  code: string;
  /** `certain`: an explicit rule said so; `offered`: guessed from a label, or several were found. */
  certainty: 'certain' | 'offered';
  /** Evidence in words for the chip, e.g. campo “Código”; `company` where a rule of the company found it. */
  because: { label: string; value: string; company?: true | undefined }[];
}

/** A picture of the page, for the text. */
export interface PageShot {
  /** A PNG as a data URL. */
  image: string;
  /** Size of the page's viewport, in CSS pixels. */
  width: number;
  height: number;
  /** Where in it numbers stand that should not be shown, in CSS pixels. */
  areas: { x: number; y: number; width: number; height: number }[];
}

export interface TabContextPort {
  /**
   * Captures what the tab shows, without our own parts. Where the browser wants a key or button pressed for it, `onWait` is called, and the
   * answer comes after that, or `cancelled` after a minute. Not there where the panel stands in no page.
   */
  shoot?(onWait: () => void): Promise<Result<PageShot>>;

  /** Null while the page shows no customer. */
  readonly pageCustomer: ReadonlySignal<PageCustomer | null>;
  /** "Não é este cliente": ignores this code on this page until another is found. */
  dismiss(): Promise<void>;
  /** Hides the panel; the page has the focus again. */
  close(): Promise<void>;
  /** Opens the options page, optionally at a section. */
  openOptions(section?: 'server' | 'hosts' | 'rules'): Promise<void>;
  /** Follows: is the panel visible to the agent now? */
  readonly visible: ReadonlySignal<boolean>;
  /**
   * Why an act that cannot be overlooked must not be done now: no person's hand did it, or the page lies over the panel or makes it
   * see-through. Null where nothing speaks against it.
   */
  refuses?(event: Event): 'not-by-hand' | 'covered' | null;
}

/** The call that this tab was told of. */
export interface TabCall {
  call: Call;
  /** It waits for the agent to say what becomes of it. */
  asks: boolean;
  /** Other calls that tickets were begun for: their ends are told too. */
  taken?: readonly Call[] | undefined;
}

/** Whose number a call comes from. */
export interface CallerFound {
  /** E.164, or as it came where it is no telephone number. */
  number: string;
  /** Empty where nobody has the number; several where several have it. */
  matches: CallerMatch[];
  /** Of when this is known; null where nobody was asked. */
  asOf: Instant | null;
}

export interface CallPort {
  /** The call under way, or the last one; null where there is none, or where the agent dismissed it. */
  readonly current: ReadonlySignal<TabCall | null>;
  /** Whether this panel stands over the page as the card of that call. */
  readonly isCard: ReadonlySignal<boolean>;
  lookUp(number: string): Promise<Result<CallerFound>>;
  /** A ticket is begun: the panel is docked and takes the keyboard. */
  take(id: string): Promise<void>;
  /** The agent wants nothing of it. */
  dismiss(id: string): Promise<void>;
  /** Back to the launcher. */
  collapse(id: string): Promise<void>;
  /** The card is this high, in CSS pixels. */
  resize(height: number): void;
}

/** What a pull found changed on the server. */
export interface Changed {
  /** Ids. */
  tickets: string[];
  customers: string[];
  /** Whether something that the company configures is among it. */
  catalogue?: boolean;
  at: Instant;
}

/** Everything a panel gets from its composition root. */
export interface PanelPorts {
  crm: CrmReader;
  drafts: DraftKeeper;
  outbox: Outbox;
  files: FileKeeper;
  protocols: ProtocolPool;
  session: SessionPort;
  connection: ConnectionPort;
  tab: TabContextPort;
  calls: CallPort;
  presence: PresencePort;
  /** Fires after a pull. */
  readonly changed: ReadonlySignal<Changed | null>;
  now(): Date;
}
