import type { SearchCriteria } from '../../domain/saved-search.ts';

/** The filters of the search, as its chips stand. */
export const FILTERS = ['customer', 'type', 'center', 'user', 'subject', 'period', 'state'] as const;

export type Filter = (typeof FILTERS)[number];

const KEYS = {
  ...{ customer: 'customer', type: 'typeId', center: 'centerId', user: 'userId' },
  ...{ subject: 'subject', period: 'period', state: 'state' },
} as const satisfies Record<Filter, keyof SearchCriteria>;

/** What a filter is called in the criteria. */
export type FilterKey<F extends Filter> = (typeof KEYS)[F];

export function filterKey<F extends Filter>(filter: F): FilterKey<F> {
  return KEYS[filter];
}

/** The criteria that set this filter; undefined takes it away. */
export function filterCriteria<F extends Filter>(
  filter: F,
  value: SearchCriteria[FilterKey<F>],
): Omit<SearchCriteria, 'query'> {
  return { [KEYS[filter]]: value };
}
