import type { Company } from './company.ts';
import { compareText } from './compare-text.ts';
import { addDays } from './day.ts';
import { type Instant, toInstant } from './instant.ts';
import type { Ticket } from './ticket.ts';
import { dayOf, startOfDay } from './time-zone.ts';
import type { User } from './user.ts';

/** Days ahead in which a due ticket counts as critical, and in which the inbox shows it beforehand. */
export const CRITICAL_DAYS = 5;

/** The times that the inbox sorts by, computed once for many tickets. */
export interface InboxClock {
  now: Instant;
  /** First moment of tomorrow on the company's clock. */
  tomorrow: Instant;
  /** First moment after the days that are critical. */
  horizon: Instant;
}

type InboxTicket = Pick<
  Ticket,
  'id' | 'closedAt' | 'nextContact' | 'internalContact' | 'centerId' | 'priority' | 'openedAt'
>;
type InboxUser = Pick<User, 'id' | 'centerIds'>;

/** Atrasados, hoje, próximos 5 dias, and those of the user's CRs that nobody has. */
export type InboxGroup = 'overdue' | 'today' | 'later' | 'unassigned';

export const INBOX_GROUPS: readonly InboxGroup[] = ['overdue', 'today', 'later', 'unassigned'];

export function createInboxClock(now: Date, company: Pick<Company, 'timeZone'>): InboxClock {
  const today = dayOf(now, company.timeZone);
  return {
    now: toInstant(now),
    tomorrow: startOfDay(addDays(today, 1), company.timeZone),
    horizon: startOfDay(addDays(today, CRITICAL_DAYS + 1), company.timeZone),
  };
}

/** Where a ticket stands in a user's inbox. */
export interface InboxPlace {
  group: InboxGroup;
  /** When it is due for this user; null where no time says so. */
  at: Instant | null;
  /** It is there only because the user is its internal contact. */
  isInternal: boolean;
}

/**
 * Where the ticket stands in this user's inbox; null when it is not shown. It is the user's turn from the day of the next
 * contact on (overdue, today) and while nobody has it in one of the user's CRs; the days that are already critical are
 * shown ahead as `later`. Its internal contact finds it under `today` from that moment on and not before: to follow it is
 * never late.
 */
export function inboxPlace(ticket: InboxTicket, user: InboxUser, clock: InboxClock): InboxPlace | null {
  if (ticket.closedAt !== null) return null;
  const own = ownGroup(ticket, user, clock);
  const internal = ticket.internalContact;
  const isFollowing = internal !== null && internal.userId === user.id && internal.at <= clock.now;
  // Who has it next as well sees it once, where it is the more urgent.
  if (isFollowing && own !== 'overdue' && own !== 'today')
    return { group: 'today', at: internal.at, isInternal: true };
  return own === null ? null : { group: own, at: ticket.nextContact.at, isInternal: false };
}

/** The group alone of {@link inboxPlace}. */
export function inboxGroup(ticket: InboxTicket, user: InboxUser, clock: InboxClock): InboxGroup | null {
  return inboxPlace(ticket, user, clock)?.group ?? null;
}

/** As next contact, or as one of the CR that holds it. */
function ownGroup(ticket: InboxTicket, user: InboxUser, clock: InboxClock): InboxGroup | null {
  const { userId, at } = ticket.nextContact;
  if (userId === null) {
    return ticket.centerId !== null && user.centerIds.includes(ticket.centerId) ? 'unassigned' : null;
  }
  if (userId !== user.id) return null;
  if (at === null) return 'today';
  if (at < clock.now) return 'overdue';
  if (at < clock.tomorrow) return 'today';
  return at < clock.horizon ? 'later' : null;
}

/** Whether it is this user's turn now: in the inbox, and not only shown ahead. */
export function isInInbox(ticket: InboxTicket, user: InboxUser, clock: InboxClock): boolean {
  const group = inboxGroup(ticket, user, clock);
  return group !== null && group !== 'later';
}

/** Overdue: the time of its next contact has passed. */
export function isOverdue(ticket: Pick<Ticket, 'closedAt' | 'nextContact'>, now: Instant): boolean {
  return ticket.closedAt === null && ticket.nextContact.at !== null && ticket.nextContact.at < now;
}

/** Critical: overdue, or due within 5 days. */
export function isCritical(ticket: Pick<Ticket, 'closedAt' | 'nextContact'>, clock: InboxClock): boolean {
  return ticket.closedAt === null && ticket.nextContact.at !== null && ticket.nextContact.at < clock.horizon;
}

/**
 * Order of this user's inbox: overdue first, then due time (without one: last), priority, oldest; id at the end, so that
 * it is total. For an internal contact the due time is that of the internal contact.
 */
export function compareInbox(
  one: InboxTicket,
  other: InboxTicket,
  { user, clock }: { user: InboxUser; clock: InboxClock },
): number {
  return comparePlaced(
    { ticket: one, place: inboxPlace(one, user, clock) },
    { ticket: other, place: inboxPlace(other, user, clock) },
  );
}

interface Placed {
  ticket: InboxTicket;
  place: InboxPlace | null;
}

function comparePlaced(one: Placed, other: Placed): number {
  return (
    Number(other.place?.group === 'overdue') - Number(one.place?.group === 'overdue') ||
    compareText(one.place?.at ?? LAST, other.place?.at ?? LAST) ||
    one.ticket.priority - other.ticket.priority ||
    compareText(one.ticket.openedAt, other.ticket.openedAt) ||
    compareText(one.ticket.id, other.ticket.id)
  );
}

/** The user's tickets by group, each in the order of the inbox. */
export function groupInbox<T extends InboxTicket>(
  tickets: readonly T[],
  user: InboxUser,
  clock: InboxClock,
): Record<InboxGroup, T[]> {
  const groups: Record<InboxGroup, T[]> = { overdue: [], today: [], later: [], unassigned: [] };
  const placed = tickets.flatMap((ticket) => {
    const place = inboxPlace(ticket, user, clock);
    return place === null ? [] : [{ ticket, place }];
  });
  for (const { ticket, place } of placed.sort(comparePlaced)) groups[place.group].push(ticket);
  return groups;
}

/** Sorts after every instant. */
const LAST = '~';
