import { z } from 'zod';
import type { Api } from '../api/client.ts';
import { ticketPageSchema } from '../contract/customers.ts';
import { savedSearchListSchema } from '../contract/saved-searches.ts';
import { subjectListSchema } from '../contract/ticket-search.ts';
import { inboxAnswerSchema, opinionPageSchema } from '../contract/tickets.ts';
import { contactChannelSchema } from '../domain/contact-channel.ts';
import { type CustomerSummary, customerSchema } from '../domain/customer.ts';
import { customerCodeKey } from '../domain/customer-code.ts';
import type { DirectoryEntry } from '../domain/directory.ts';
import { type Instant, toInstant } from '../domain/instant.ts';
import { opinionTemplateSchema } from '../domain/opinion-template.ts';
import { isSameOwner, type Owner } from '../domain/owner.ts';
import { ok, type Problem, type Result } from '../domain/result.ts';
import type { SavedSearch } from '../domain/saved-search.ts';
import { ticketSchema } from '../domain/ticket.ts';
import type { TicketFilters } from '../domain/ticket-search.ts';
import { ticketTypeSchema } from '../domain/ticket-type.ts';
import { responsibilityCenterSchema, userSchema } from '../domain/user.ts';
import { type Workflow, workflowSchema } from '../domain/workflow.ts';
import type { Dated } from '../messaging/panel-requests.ts';
import type { CacheStore, KeptCopy } from '../storage/cache-store.ts';
import { causeWithoutWords } from './cause-without-words.ts';
import type { DirectoryService, FromDirectory } from './directory-service.ts';

const catalogueSchema = z.object({
  ticketTypes: z.array(ticketTypeSchema),
  // Copies of older versions lack them.
  opinionTemplates: z.array(opinionTemplateSchema).default([]),
  workflows: z.array(workflowSchema).default([]),
  contactChannels: z.array(contactChannelSchema),
  users: z.array(userSchema),
  centers: z.array(responsibilityCenterSchema),
});

/** Keys of the copies. A key begins with what makes it outdated: `ticket <id>`, `customer <id>`, `catalogue`. */
export const cacheKeys = {
  customer: (id: string) => `customer ${id}`,
  customerByCode: (code: string) => `code ${customerCodeKey(code)}`,
  tickets: (customerId: string, state: 'open' | 'closed') => `customer ${customerId} ${state}`,
  ticket: (id: string) => `ticket ${id}`,
  opinions: (ticketId: string) => `ticket ${ticketId} opinions`,
  inbox: 'inbox',
  subjects: (customerId = 'all') => `subjects ${customerId}`,
  savedSearches: 'saved-searches',
  catalogue: 'catalogue',
  /** Nothing makes it outdated: a version never changes. */
  workflow: (id: string, version: number) => `workflow ${id} ${version}`,
};

export interface CrmReadsParts {
  api: Api;
  cache: CacheStore;
  directory: Pick<DirectoryService, 'search' | 'byCode'>;
  /** Whose copies these are; null while nobody is, or was last, signed in to the server that is set. */
  owner(): Promise<Owner | null>;
  now(): number;
  /** The server is asked what the company configures: it may have changed what is read elsewhere too. */
  catalogueAsked(): void;
}

/** Opinions asked for at once: their images travel with them. */
const OPINIONS_PER_PAGE = 30;
/** How long (ms) the server has the word alone, where this machine has an answer too. */
const PATIENCE = 800;
const MOST_FOUND = 20;
/** How old (ms) the launcher's customer may be, and the catalogue before it is asked for again. */
const LAUNCHER_AGE = 10 * 60_000;
const CATALOGUE_AGE = 60_000;

export type CrmReads = ReturnType<typeof createCrmReads>;

/** Reads of the CRM by the background: the server first, what is kept where it cannot be asked. */
export function createCrmReads({ api, cache, directory, owner, now, catalogueAsked }: CrmReadsParts) {
  const reads = {
    customer: (id: string) => throughCache(cacheKeys.customer(id), customerSchema, () => api.customer(id)),

    customerByCode: (code: string) =>
      throughCache(cacheKeys.customerByCode(code), customerSchema, () => api.customerByCode(code)),

    /** The server first, because a customer that was registered a minute ago has to be found; the directory where it does not answer. */
    searchCustomers: async (query: string): Promise<Result<Dated<CustomerSummary[]>>> => {
      const typed = query.trim().slice(0, 100);
      if (typed === '') return dated(Promise.resolve(ok([])));
      const search = async () => {
        const found = await api.searchCustomers(typed, MOST_FOUND);
        return found.ok ? ok(found.value.items) : found;
      };
      return orDirectory(dated(search()), () => directory.search(typed, MOST_FOUND));
    },

    /** What the directory knows of a code: null where there is no directory, or within where it has no such code. */
    knownByCode: async (code: string): Promise<Result<Dated<DirectoryEntry | null> | null>> => {
      const known = await directory.byCode(code);
      return ok(known === null ? null : { ...known, stale: true });
    },

    /** Asked and said with the server only: a copy of it would promise mails that nobody sends. */
    watching: (customerId: string) => api.watching(customerId),
    setWatching: (customerId: string, watching: boolean) => api.setWatching(customerId, watching),

    tickets: (customerId: string, state: 'open' | 'closed', before?: string) => {
      const load = () => api.customerTickets(customerId, { state, before });
      return before === undefined
        ? throughCache(cacheKeys.tickets(customerId, state), ticketPageSchema, load)
        : dated(load());
    },

    ticket: (id: string) => throughCache(cacheKeys.ticket(id), ticketSchema, () => api.ticket(id)),

    opinions: (ticketId: string, before?: string) => {
      const load = () => api.opinions(ticketId, { limit: OPINIONS_PER_PAGE, before });
      return before === undefined
        ? throughCache(cacheKeys.opinions(ticketId), opinionPageSchema, load)
        : dated(load());
    },

    inbox: () => throughCache(cacheKeys.inbox, inboxAnswerSchema, () => api.inbox()),

    /** The server alone knows all texts: without it there is no search, and the problem says so. */
    searchTickets: (filters: TicketFilters, after?: string) => dated(api.searchTickets(filters, after)),

    subjects: async (of: {
      customerId?: string | undefined;
      typeId?: string | undefined;
    }): Promise<Result<Dated<string[]>>> => {
      const key = cacheKeys.subjects(of.customerId);
      return itemsOf(await throughCache(key, subjectListSchema, () => api.subjects(of)));
    },

    savedSearches: async (): Promise<Result<Dated<SavedSearch[]>>> =>
      itemsOf(await throughCache(cacheKeys.savedSearches, savedSearchListSchema, () => api.savedSearches())),

    /** What is kept at once, where it is not old: types and users change seldom, and every form needs them. */
    catalogue: async () => {
      const kept = await keptCopy(cacheKeys.catalogue, catalogueSchema);
      if (kept !== null && !kept.outdated && ageOf(kept) < CATALOGUE_AGE) {
        return ok({ value: kept.value, asOf: kept.asOf, stale: false });
      }
      catalogueAsked();
      return throughCache(cacheKeys.catalogue, catalogueSchema, () => api.catalogue());
    },

    /** A version of a workflow that a ticket began with: what is kept of it holds for ever. */
    workflow: async (id: string, version: number): Promise<Result<Dated<Workflow>>> => {
      const key = cacheKeys.workflow(id, version);
      const kept = await keptCopy(key, workflowSchema);
      if (kept !== null) return ok({ value: kept.value, asOf: kept.asOf, stale: false });
      return throughCache(key, workflowSchema, () => api.workflow(id, version));
    },

    /** Who has this code, for the launcher; null where the CRM knows nobody or cannot be asked. */
    lookup: async (code: string): Promise<CustomerSummary | null> => {
      const kept = await keptCopy(cacheKeys.customerByCode(code), customerSchema);
      if (kept !== null && !kept.outdated && ageOf(kept) < LAUNCHER_AGE) return kept.value;
      const asked = reads.customerByCode(code) as Promise<Result<Dated<CustomerSummary | null>>>;
      const found = await orDirectory(asked, async () => {
        const known = await directory.byCode(code);
        // Registered since, perhaps: only the server can say that nobody has it.
        return known?.value == null ? null : { asOf: known.asOf, value: known.value };
      });
      return found.ok ? found.value.value : null;
    },
  };
  return reads;

  async function throughCache<T>(
    key: string,
    schema: z.ZodType<T>,
    load: () => Promise<Result<T>>,
  ): Promise<Result<Dated<T>>> {
    const reader = await owner();
    const answer = await load();
    if (answer.ok) {
      const asOf = toInstant(now());
      // Who signed in meanwhile gets none of the copies of who was here before.
      if (reader !== null && isSameOwner(reader, await owner()))
        await cache.put(reader, key, answer.value, asOf).catch(copyNotKept);
      return ok({ value: answer.value, asOf, stale: false });
    }
    const kept = reader !== null && isUnreachable(answer.error) ? await cache.get(reader, key, schema) : null;
    return kept === null ? answer : ok({ value: kept.value, asOf: kept.asOf, stale: true });
  }

  /** The server's answer; what the directory says where the server cannot be asked, or keeps silent. */
  async function orDirectory<T>(
    asked: Promise<Result<Dated<T>>>,
    known: () => Promise<FromDirectory<T> | null>,
  ): Promise<Result<Dated<T>>> {
    const first = await Promise.race([asked, wait(PATIENCE)]);
    if (first !== null && (first.ok || !isUnreachable(first.error))) return first;
    const kept = await known();
    return kept === null ? asked : ok({ ...kept, stale: true });
  }

  async function keptCopy<T>(key: string, schema: z.ZodType<T>): Promise<KeptCopy<T> | null> {
    const reader = await owner();
    return reader === null ? null : cache.get(reader, key, schema);
  }

  function ageOf({ asOf }: { asOf: Instant }): number {
    return Math.abs(now() - Date.parse(asOf));
  }

  async function dated<T>(answer: Promise<Result<T>>): Promise<Result<Dated<T>>> {
    const result = await answer;
    return result.ok ? ok({ value: result.value, asOf: toInstant(now()), stale: false }) : result;
  }
}

function itemsOf<T>(answer: Result<Dated<{ items: T[] }>>): Result<Dated<T[]>> {
  return answer.ok ? ok({ ...answer.value, value: answer.value.value.items }) : answer;
}

/** The answer is there all the same: it is noted, and only without the network will it be missed. */
function copyNotKept(cause: unknown): void {
  console.error('A copy could not be kept:', causeWithoutWords(cause));
}

function wait(milliseconds: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), milliseconds));
}

/** Whether nobody of the CRM said no: then what is kept is better than nothing. */
function isUnreachable({ code, status }: Problem): boolean {
  return (
    code === 'offline' ||
    code === 'timeout' ||
    code === 'bad-answer' ||
    code === 'signed-out' ||
    status === 401 ||
    (status !== undefined && status >= 500)
  );
}
