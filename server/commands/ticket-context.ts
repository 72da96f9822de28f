import type { ClosingPolicy } from '../../domain/ticket-type.ts';
import { serverRefusals } from '../../locales/pt-BR/server-refusals.ts';
import { type Refusal, refuse } from '../problems.ts';
import type { Earlier } from './earlier.ts';

/** What rules need of the ticket's type. */
export interface TypeFacts {
  name: string;
  selectable: boolean;
  subjectRequired: boolean;
  initialCenterId: string | null;
  closingPolicy: ClosingPolicy;
  flexibleClosing: boolean;
  priority: number;
  nextContactDays: number;
  active: boolean;
}

/** {@link TypeFacts} of a row `t` of `ticket_types`. */
export const TYPE_FACTS = `json_build_object(
  'name', t.name, 'selectable', t.selectable, 'subjectRequired', t.subject_required,
  'initialCenterId', t.initial_center_id, 'closingPolicy', t.closing_policy,
  'flexibleClosing', t.flexible_closing, 'priority', t.priority, 'nextContactDays', t.next_contact_days,
  'active', t.active
)`;

/** What rules need of a ticket that exists. */
export interface TicketFacts {
  protocol: string;
  customerId: string;
  openedByUserId: string;
  openerName: string;
  closeOnlyByOpener: boolean;
  /** Only whether it is null counts; it is no instant of the wire. */
  closedAt: string | null;
  type: TypeFacts;
}

/** {@link TicketFacts} of the ticket with the id `$2`, as a column of a context query. */
export const TICKET_FACTS = `(
  select json_build_object(
    'protocol', k.protocol, 'customerId', k.customer_id, 'openedByUserId', k.opened_by_user_id,
    'openerName', u.name, 'closeOnlyByOpener', k.close_only_by_opener, 'closedAt', k.closed_at,
    'type', ${TYPE_FACTS})
  from tickets k join ticket_types t on t.id = k.type_id join users u on u.id = k.opened_by_user_id
  where k.id = $2
) as ticket`;

export interface TicketContext {
  earlier: Earlier | null;
  ticket: TicketFacts | null;
}

export function unknownTicket(): Refusal {
  return refuse('not-found', serverRefusals.ticketUnknown);
}
