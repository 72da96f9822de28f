import { z } from 'zod';
import type { Service } from '../contract/service.ts';
import { type Attachment, attachmentSchema } from '../domain/attachment.ts';
import type { CallerMatch } from '../domain/caller.ts';
import type { ContactChannel } from '../domain/contact-channel.ts';
import type { Customer, CustomerSummary } from '../domain/customer.ts';
import type { DirectoryEntry } from '../domain/directory.ts';
import { idSchema } from '../domain/id.ts';
import type { Instant } from '../domain/instant.ts';
import type { OpinionTemplate } from '../domain/opinion-template.ts';
import { MOST_PLACES, type TicketPlace, ticketPlaceSchema } from '../domain/presence.ts';
import { type SavedSearch, savedSearchSchema } from '../domain/saved-search.ts';
import type { Opinion, Ticket, TicketEvent } from '../domain/ticket.ts';
import { type FoundText, type TicketFilters, ticketFiltersSchema } from '../domain/ticket-search.ts';
import type { TicketType } from '../domain/ticket-type.ts';
import type { ResponsibilityCenter, User } from '../domain/user.ts';
import type { Workflow } from '../domain/workflow.ts';
import type { InputSchemas } from './message.ts';
import type { TabContext } from './panel-events.ts';

/** A value and when the server said it; `stale` where it is the one kept on the machine. */
export interface Dated<T> {
  value: T;
  asOf: Instant;
  stale: boolean;
}

/** Direction: our own pages (panel, options) ask the background. */
export const BACKGROUND = 'background';

/** What the panel and the options page may ask of the background. */
export type PanelRequests = {
  'crm.customer': { input: { id: string }; value: Dated<Customer> };
  'crm.customerByCode': { input: { code: string }; value: Dated<Customer> };
  'crm.searchCustomers': { input: { query: string }; value: Dated<CustomerSummary[]> };
  /** What the directory on this machine knows of a code: null without a directory, or within where it has no such code. */
  'crm.knownByCode': { input: { code: string }; value: Dated<DirectoryEntry | null> | null };
  'crm.watching': { input: { customerId: string }; value: { watching: boolean } };
  'crm.setWatching': { input: { customerId: string; watching: boolean }; value: { watching: boolean } };
  'crm.openTickets': { input: { customerId: string }; value: Dated<TicketListValue> };
  'crm.closedTickets': {
    input: { customerId: string; before?: string | undefined };
    value: Dated<TicketListValue>;
  };
  'crm.ticket': { input: { id: string }; value: Dated<Ticket> };
  'crm.opinions': {
    input: { ticketId: string; before?: string | undefined };
    value: Dated<OpinionListValue>;
  };
  'crm.inbox': { input: Nothing; value: Dated<{ items: Ticket[]; total: number }> };
  'crm.searchTickets': {
    input: { filters: TicketFilters; after?: string | undefined };
    value: Dated<FoundTicketsValue>;
  };
  'crm.subjects': {
    input: { customerId?: string | undefined; typeId?: string | undefined };
    value: Dated<string[]>;
  };
  'crm.savedSearches': { input: Nothing; value: Dated<SavedSearch[]> };
  'crm.saveSearch': { input: SavedSearch; value: SavedSearch };
  'crm.deleteSavedSearch': { input: { id: string }; value: null };
  'crm.catalogue': { input: Nothing; value: Dated<CatalogueValue> };
  'crm.workflow': { input: { id: string; version: number }; value: Dated<Workflow> };
  /** Whose telephone number this is; without matches where nobody has it. */
  'crm.caller': { input: { number: string }; value: CallerValue };
  /** Brings an attachment's bytes from the server onto this machine. */
  'files.fetch': { input: FileToFetch; value: null };
  /** Shows a PDF that is on this machine in a tab of its own. */
  'files.show': { input: Pick<Attachment, 'sha256' | 'name'>; value: null };
  'session.signIn': { input: { login: string; password: string }; value: null };
  'session.signOut': { input: Nothing; value: null };
  /** Asks an address whether it is a Parecer server; changes nothing. */
  'server.check': { input: { url: string }; value: Service };
  /** Checks the address and takes it; another address than before ends the session. */
  'server.use': { input: { url: string }; value: Service };
  /** Asks the server now, sends what waits and pulls what changed. */
  'connection.check': { input: Nothing; value: null };
  /** There is something new in the outbox, or a number was taken from the pool. */
  'sync.nudge': { input: Nothing; value: null };
  /** A panel is ready: the context of its tab. Null outside of a tab. */
  'tab.hello': { input: Nothing; value: { tabId: number | null; context: TabContext } };
  /** Is the tab that the asking page stands in one of an enabled host? */
  'tab.isEnabled': { input: Nothing; value: boolean };
  /** The panel as the card of a call is this high, in CSS pixels. */
  'tab.cardHeight': { input: { height: number }; value: null };
  'tab.dismiss': { input: { code: string }; value: null };
  'tab.close': { input: Nothing; value: null };
  /** A picture of the tab without our own parts. `needs-gesture` where the browser wants the button or the shortcut to be pressed first. */
  'tab.shoot': { input: Nothing; value: PageShotValue };
  /** A ticket is begun because of this call: the panel takes the place of the card. */
  'call.take': { input: { id: string }; value: null };
  'call.dismiss': { input: { id: string }; value: null };
  /** Back to the launcher, where it goes on ringing. */
  'call.collapse': { input: { id: string }; value: null };
  /** The tickets on the screen of one panel; none when it is hidden or left. */
  'presence.set': { input: { panelId: string; places: TicketPlace[] }; value: null };
  'tab.openOptions': { input: { section?: OptionsSection | undefined }; value: null };
};

export type OptionsSection = 'server' | 'hosts' | 'rules';

type Nothing = Record<string, never>;
type FileToFetch = Pick<Attachment, 'id' | 'name' | 'sha256' | 'mediaType'>;
interface PageShotValue {
  /** A PNG as a data URL. */
  image: string;
  /** Size of the viewport in CSS pixels, and in it the rectangles in which CPF, CNPJ and card numbers stand. */
  width: number;
  height: number;
  areas: { x: number; y: number; width: number; height: number }[];
}
interface CallerValue {
  /** E.164, or as it came where it is no telephone number. */
  number: string;
  matches: CallerMatch[];
  /** Of when this is known; null where nobody was asked. */
  asOf: Instant | null;
}
interface TicketListValue {
  items: Ticket[];
  total: number;
  next: string | null;
}
interface FoundTicketsValue {
  items: { ticket: Ticket; found: FoundText | null }[];
  total: number;
  next: string | null;
}
interface OpinionListValue {
  items: Opinion[];
  events: TicketEvent[];
  total: number;
  previous: string | null;
}
interface CatalogueValue {
  ticketTypes: TicketType[];
  opinionTemplates: OpinionTemplate[];
  /** The current version of each. */
  workflows: Workflow[];
  contactChannels: ContactChannel[];
  users: User[];
  centers: ResponsibilityCenter[];
}

const nothing = z.strictObject({});
const code = z.string().regex(/^[A-Za-z0-9]{1,10}$/);
const before = z.string().max(200).optional();

/** How the background parses what it is asked. */
export const panelRequestSchemas: InputSchemas<PanelRequests> = {
  'crm.customer': z.strictObject({ id: idSchema }),
  'crm.customerByCode': z.strictObject({ code }),
  'crm.searchCustomers': z.strictObject({ query: z.string().max(200) }),
  'crm.knownByCode': z.strictObject({ code }),
  'crm.watching': z.strictObject({ customerId: idSchema }),
  'crm.setWatching': z.strictObject({ customerId: idSchema, watching: z.boolean() }),
  'crm.openTickets': z.strictObject({ customerId: idSchema }),
  'crm.closedTickets': z.strictObject({ customerId: idSchema, before }),
  'crm.ticket': z.strictObject({ id: idSchema }),
  'crm.opinions': z.strictObject({ ticketId: idSchema, before }),
  'crm.inbox': nothing,
  'crm.searchTickets': z.strictObject({
    filters: ticketFiltersSchema.strict(),
    after: z.string().max(300).optional(),
  }),
  'crm.subjects': z.strictObject({ customerId: idSchema.optional(), typeId: idSchema.optional() }),
  'crm.savedSearches': nothing,
  'crm.saveSearch': savedSearchSchema,
  'crm.deleteSavedSearch': z.strictObject({ id: idSchema }),
  'crm.catalogue': nothing,
  'crm.workflow': z.strictObject({ id: idSchema, version: z.int().min(1).max(1_000_000) }),
  'crm.caller': z.strictObject({ number: z.string().max(200) }),
  'files.fetch': attachmentSchema.pick({ id: true, name: true, sha256: true, mediaType: true }),
  'files.show': attachmentSchema.pick({ sha256: true, name: true }),
  'session.signIn': z.strictObject({ login: z.string().max(200), password: z.string().max(1000) }),
  'session.signOut': nothing,
  'server.check': z.strictObject({ url: z.string().max(500) }),
  'server.use': z.strictObject({ url: z.string().max(500) }),
  'connection.check': nothing,
  'sync.nudge': nothing,
  'tab.hello': nothing,
  'tab.isEnabled': nothing,
  'tab.cardHeight': z.strictObject({ height: z.int().min(0).max(4000) }),
  'tab.dismiss': z.strictObject({ code }),
  'call.take': z.strictObject({ id: idSchema }),
  'call.dismiss': z.strictObject({ id: idSchema }),
  'call.collapse': z.strictObject({ id: idSchema }),
  'tab.close': nothing,
  'presence.set': z.strictObject({ panelId: idSchema, places: z.array(ticketPlaceSchema).max(MOST_PLACES) }),
  'tab.shoot': nothing,
  'tab.openOptions': z.strictObject({ section: z.enum(['server', 'hosts', 'rules']).optional() }),
};
