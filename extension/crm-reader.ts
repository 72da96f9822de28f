import { customerSchema } from '../domain/customer.ts';
import type { Owner } from '../domain/owner.ts';
import { problemOf } from '../domain/problem-texts.ts';
import { err, ok } from '../domain/result.ts';
import { problems } from '../locales/pt-BR/problems.ts';
import type { Requester } from '../messaging/message.ts';
import type { PanelRequests } from '../messaging/panel-requests.ts';
import type { CrmReader } from '../state/ports.ts';
import type { CacheStore } from '../storage/cache-store.ts';
import { cacheKeys } from './crm-reads.ts';

/** Reads of the CRM by a page: the background asks the server; what is kept is read here, without waking anybody. */
export function createCrmReader(
  ask: Requester<PanelRequests>,
  cache: CacheStore,
  owner: () => Owner | null,
): CrmReader {
  return {
    customer: (id) => ask('crm.customer', { id }),
    customerByCode: (code) => ask('crm.customerByCode', { code }),
    async keptCustomerByCode(code) {
      const reader = owner();
      if (reader === null) return null;
      const kept = await cache.get(reader, cacheKeys.customerByCode(code), customerSchema);
      return kept === null ? null : { value: kept.value, asOf: kept.asOf, stale: true };
    },
    async knownByCode(code) {
      const known = await ask('crm.knownByCode', { code });
      return known.ok ? known.value : null;
    },
    async searchCustomers(query, signal) {
      const found = await ask('crm.searchCustomers', { query });
      return signal?.aborted ? err(problemOf(problems, 'cancelled')) : found;
    },
    watching: (customerId) => ask('crm.watching', { customerId }),
    setWatching: (customerId, watching) => ask('crm.setWatching', { customerId, watching }),
    openTickets: (customerId) => ask('crm.openTickets', { customerId }),
    closedTickets: (customerId, before) => ask('crm.closedTickets', { customerId, before }),
    ticket: (id) => ask('crm.ticket', { id }),
    opinions: (ticketId, before) => ask('crm.opinions', { ticketId, before }),
    inbox: () => ask('crm.inbox', {}),
    searchTickets: (filters, after) => ask('crm.searchTickets', { filters, after }),
    subjects: (of) => ask('crm.subjects', of),
    savedSearches: () => ask('crm.savedSearches', {}),
    saveSearch: (search) => ask('crm.saveSearch', search),
    async deleteSavedSearch(id) {
      const answer = await ask('crm.deleteSavedSearch', { id });
      return answer.ok ? ok(undefined) : answer;
    },
    catalogue: () => ask('crm.catalogue', {}),
    workflow: (id, version) => ask('crm.workflow', { id, version }),
  };
}
