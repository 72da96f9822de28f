import type { Company } from '../domain/company.ts';
import { createInboxClock, groupInbox, type InboxGroup } from '../domain/inbox.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { User } from '../domain/user.ts';
import { matchesWords } from './matching.ts';

export interface InboxFilter {
  /** Words of title, customer, code or protocol; '' for all. */
  query: string;
  user: Pick<User, 'id' | 'centerIds'>;
  company: Pick<Company, 'timeZone'>;
  now: Date;
}

/** The queue in its groups, only what the words are found in. */
export function toInboxView(
  tickets: readonly Ticket[],
  { query, user, company, now }: InboxFilter,
): Record<InboxGroup, Ticket[]> {
  const found =
    query.trim() === ''
      ? tickets
      : tickets.filter((ticket) =>
          matchesWords(query, [ticket.title, ticket.customer.name, ticket.customer.code, ticket.protocol]),
        );
  return groupInbox(found, user, createInboxClock(now, company));
}
