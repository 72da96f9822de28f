import { addBusinessDays } from './business-days.ts';
import type { Company } from './company.ts';
import { toInstant } from './instant.ts';
import type { NextContact } from './ticket.ts';
import type { TicketType } from './ticket-type.ts';
import { dayOf, instantAt } from './time-zone.ts';
import type { User } from './user.ts';

/** Hour of the company's clock at which a next contact of days ahead begins. */
export const NEXT_CONTACT_HOUR = 9;

export interface NextContactDefaults {
  user: Pick<User, 'id' | 'centerIds'>;
  type: Pick<TicketType, 'nextContactDays' | 'initialCenterId'>;
  company: Pick<Company, 'timeZone' | 'holidays'>;
  now: Date;
}

/**
 * The next contact of a new ticket where the agent chose none: the agent, after the type's business days, at 09:00 of
 * the company's clock (at once where the type says 0). Nobody when the ticket goes to a CR that the agent is not of: so
 * the new CR sees it.
 */
export function defaultNextContact({ user, type, company, now }: NextContactDefaults): NextContact {
  const leaves = type.initialCenterId !== null && !user.centerIds.includes(type.initialCenterId);
  return { userId: leaves ? null : user.id, at: defaultNextContactAt({ type, company, now }) };
}

/** When it is, without whom: for the hint "padrão do tipo". */
export function defaultNextContactAt({ type, company, now }: Omit<NextContactDefaults, 'user'>): string {
  if (type.nextContactDays === 0) return toInstant(now);
  const day = addBusinessDays(dayOf(now, company.timeZone), type.nextContactDays, company);
  return instantAt(day, NEXT_CONTACT_HOUR, 0, company.timeZone);
}
