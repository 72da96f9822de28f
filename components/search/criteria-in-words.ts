import type { SearchCriteria } from '../../domain/saved-search.ts';
import { ticketSearch as words } from '../../locales/pt-BR/ticket-search.ts';
import type { CatalogueModel } from '../../state/catalogue.ts';
import { FILTERS, type Filter } from './filters.ts';

type Names = Pick<CatalogueModel, 'type' | 'center' | 'user'>;

/** What a filter is set to; null where it is not. A name that is gone from the catalogue says only that there is a filter. */
export function filterInWords(filter: Filter, criteria: SearchCriteria, names: Names): string | null {
  const { customer, typeId, centerId, userId, subject, period, state } = criteria;
  const named = (id: string | undefined, find: (id: string) => { name: string } | null) =>
    id === undefined ? null : (find(id)?.name ?? '…');
  switch (filter) {
    case 'customer':
      return customer?.name ?? null;
    case 'type':
      return named(typeId, names.type);
    case 'center':
      return named(centerId, names.center);
    case 'user':
      return named(userId, names.user);
    case 'subject':
      return subject ?? null;
    case 'period':
      return period ?? null;
    case 'state':
      return state === undefined ? null : words.states[state];
  }
}

/** All that a search asks, in one line. */
export function criteriaInWords(criteria: SearchCriteria, names: Names): string {
  const filters = FILTERS.map((filter) => filterInWords(filter, criteria, names));
  return [criteria.query ? `“${criteria.query}”` : null, ...filters]
    .filter((part) => part !== null)
    .join(' · ');
}
