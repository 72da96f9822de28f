import { z } from 'zod';
import { customerSummarySchema } from './customer.ts';
import { idSchema } from './id.ts';
import { lineSchema } from './line.ts';
import { type PeriodContext, parsePeriod } from './period-words.ts';
import { type TicketFilters, ticketFiltersSchema } from './ticket-search.ts';

/** Searches that one user may keep. */
export const SAVED_SEARCHES = 50;

/** A search as it is asked on screen: the period stays in words, for “últimos 30 dias” means others every day. */
export const searchCriteriaSchema = ticketFiltersSchema
  .pick({ query: true, typeId: true, centerId: true, userId: true, subject: true, state: true })
  .extend({
    customer: customerSummarySchema.pick({ id: true, code: true, name: true }).optional(),
    period: lineSchema.min(1).max(60).optional(),
  });

export type SearchCriteria = z.infer<typeof searchCriteriaSchema>;

/** A search that a user named. */
export const savedSearchSchema = z.object({
  id: idSchema,
  name: lineSchema.min(1).max(60),
  criteria: searchCriteriaSchema,
});

export type SavedSearch = z.infer<typeof savedSearchSchema>;

/** Whether nothing is asked for. */
export function isSearchEmpty(criteria: SearchCriteria): boolean {
  const { query, ...others } = criteria;
  return (query ?? '').trim() === '' && Object.values(others).every((value) => value === undefined);
}

/** What the server is asked today; null where the period's words mean none. */
export function criteriaToFilters(criteria: SearchCriteria, context: PeriodContext): TicketFilters | null {
  const { customer, period: words, query, ...others } = criteria;
  const period = words === undefined ? undefined : parsePeriod(words, context);
  if (period === null) return null;
  const text = (query ?? '').trim();
  return {
    ...others,
    ...(text === '' ? {} : { query: text }),
    ...(customer === undefined ? {} : { customerId: customer.id }),
    ...(period === undefined ? {} : { from: period.from, to: period.to }),
  };
}
