import type { ClosingPolicy } from '../../domain/ticket-type.ts';
import { serverRefusals } from '../../locales/pt-BR/server-refusals.ts';
import { type Refusal, refuse } from '../problems.ts';
import type { Earlier } from './earlier.ts';

/** What rules need of the ticket's type. */
export interface TypeFacts {
  /** Place in the tree. */
  number: string;
  name: string;
  selectable: boolean;
  subjectRequired: boolean;
  initialCenterId: string | null;
  closingPolicy: ClosingPolicy;
  flexibleClosing: boolean;
  priority: number;
  nextContactDays: number;
  attachmentLimit: number | null;
  /** Its own, or that of its nearest ancestor that has one (`domain/workflow-of-type.ts`). */
  workflowId: string | null;
  active: boolean;
}

/** {@link TypeFacts} of a row `t` of `ticket_types`. */
export const TYPE_FACTS = `json_build_object(
  'number', t.number, 'name', t.name, 'selectable', t.selectable, 'subjectRequired', t.subject_required,
  'initialCenterId', t.initial_center_id, 'closingPolicy', t.closing_policy,
  'flexibleClosing', t.flexible_closing, 'priority', t.priority, 'nextContactDays', t.next_contact_days,
  'attachmentLimit', t.attachment_limit,
  'active', t.active,
  'workflowId', (
    with recursive up (parent_id, workflow_id) as (
      select t.parent_id, t.workflow_id
      union
      select p.parent_id, p.workflow_id from ticket_types p join up on p.id = up.parent_id
      where up.workflow_id is null
    )
    select workflow_id from up where workflow_id is not null
  )
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
  typeId: string;
  centerId: string | null;
  /** The version of the workflow that it began with, and the item of it that it stands on. */
  workflow: { id: string; version: number; item: string | null } | null;
  product: { name: string; version: string | null } | null;
  type: TypeFacts;
}

/** What rules need of the records that a command of either kind may name beside its ticket. */
export interface NamedFacts {
  product: { customerId: string; name: string; blockedReason: string | null } | null;
  internalContactUser: { active: boolean } | null;
  /** How many of the watchers are no users. */
  unknownWatchers: number;
}

/** {@link NamedFacts} as columns of a context query, of the parameters with these numbers: product, user, array of users. */
export function namedFacts(product: number, internalContactUser: number, watchers: number): string {
  return `
  (select json_build_object('customerId', customer_id, 'name', name, 'blockedReason', blocked_reason)
   from owned_products where id = $${product}) as product,
  (select json_build_object('active', active) from users where id = $${internalContactUser}) as "internalContactUser",
  (select count(*)::int from unnest($${watchers}::uuid[]) as one (id)
   where not exists (select from users u where u.id = one.id)) as "unknownWatchers"`;
}

/** {@link TicketFacts} of the ticket with the id `$2`, as a column of a context query. */
export const TICKET_FACTS = `(
  select json_build_object(
    'protocol', k.protocol, 'customerId', k.customer_id, 'openedByUserId', k.opened_by_user_id,
    'openerName', u.name, 'closeOnlyByOpener', k.close_only_by_opener, 'closedAt', k.closed_at,
    'typeId', k.type_id, 'centerId', k.center_id,
    'workflow', case when k.workflow_id is null then null
      else json_build_object('id', k.workflow_id, 'version', k.workflow_version, 'item', k.workflow_item) end,
    'product', case when k.product_id is null then null
      else json_build_object('name', k.product_name, 'version', k.product_version) end,
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
