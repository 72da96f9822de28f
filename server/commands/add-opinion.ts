import type pg from 'pg';
import { canAddOpinion } from '../../domain/closing.ts';
import type { AddOpinion, Receipt } from '../../domain/command.ts';
import { createId } from '../../domain/id.ts';
import { toInstant } from '../../domain/instant.ts';
import { typeProblem } from '../../domain/opening-rules.ts';
import { checkOpinion } from '../../domain/opinion-rules.ts';
import { checkReferences } from '../../domain/reference-rules.ts';
import type { Problem, Result } from '../../domain/result.ts';
import { excerpt } from '../../domain/rich-text/plain-text.ts';
import type { Opinion } from '../../domain/ticket.ts';
import { serverRefusals } from '../../locales/pt-BR/server-refusals.ts';
import { queueMails } from '../mail/queue-mails.ts';
import { requireNone } from '../problems.ts';
import type { Actor } from '../session/authenticator.ts';
import { EARLIER } from './earlier.ts';
import type { CommandHandler } from './execute.ts';
import { secondsOf } from './opinion-row.ts';
import { type Routed, readRouted } from './routing.ts';
import {
  type NamedFacts,
  namedFacts,
  TICKET_FACTS,
  type TicketContext,
  type TicketFacts,
  TYPE_FACTS,
  type TypeFacts,
  unknownTicket,
} from './ticket-context.ts';

const CONTEXT = `select ${EARLIER}, ${TICKET_FACTS},
  (select json_build_object('active', active) from contact_channels where id = $3) as channel,
  (select json_build_object('customerId', customer_id) from contact_persons where id = $4) as "contactPerson",
  (select json_build_object('active', active) from users where id = $5) as "nextContactUser",
  (select json_build_object('ticketId', ticket_id) from opinions where id = $6) as corrected,
  ${namedFacts(7, 8, 9)},
  (select ${TYPE_FACTS} from ticket_types t where t.id = $10) as "newType"`;

interface Context extends TicketContext, NamedFacts {
  /** The type that the ticket is to have from now on. */
  newType: TypeFacts | null;
  channel: { active: boolean } | null;
  contactPerson: { customerId: string } | null;
  nextContactUser: { active: boolean } | null;
  corrected: { ticketId: string } | null;
}

/**
 * The row of the ticket is locked by its update: opinions of one ticket get their numbers one after the other, and none
 * gets in behind a closing.
 */
const WRITE = `with ticket as (
  update tickets set
    opinion_count = opinion_count + 1, last_opinion_at = $2, last_opinion_excerpt = $3,
    seconds_spent = seconds_spent + $4, waiting_for = $5,
    next_contact_user_id = case when $6 then $7
      when $43 and not exists (
        select from user_centers m where m.user_id = next_contact_user_id and m.center_id = $36
      ) then null
      else next_contact_user_id end,
    next_contact_at = case when $6 then $8 else next_contact_at end,
    internal_contact_user_id = case when $23 then $24 else internal_contact_user_id end,
    internal_contact_at = case when $23 then $25 else internal_contact_at end,
    type_id = coalesce($26, type_id), priority = coalesce($27, priority),
    product_id = case when $28 then $29 else product_id end,
    product_name = case when $28 then $30 else product_name end,
    product_version = case when $28 then $31 else product_version end,
    center_id = case when $35 then $36 else center_id end,
    workflow_id = case when $35 then $37 else workflow_id end,
    workflow_version = case when $35 then $38 else workflow_version end,
    workflow_item = case when $35 then $39 else workflow_item end,
    closed_at = case when $41 then $2 else closed_at end,
    closed_by_user_id = case when $41 then $10 else closed_by_user_id end
  where id = $1 and closed_at is null
    and center_id is not distinct from $44 and workflow_item is not distinct from $45
  returning id, opinion_count, customer_id, center_id
), unwatched as (
  delete from ticket_watchers using ticket
  where ticket_id = ticket.id and $32 and user_id <> all($33::uuid[])
), watched as (
  insert into ticket_watchers (ticket_id, user_id)
  select id, unnest($33::uuid[]) from ticket where $32
  on conflict do nothing
), opinion as (
  insert into opinions (id, ticket_id, number, author_id, started_at, ended_at, channel_id, contact_person_id,
    contact_name, subjects, body, center_before_id, center_after_id, corrects_opinion_id, confirmed_at,
    call_id, call_phone, changes, decisions)
  select $9, id, opinion_count, $10, $11, $12, $13, $14, $15, $16, $17, $44, center_id, $18, $2, $21, $22, $34, $40
  from ticket
), files as (
  insert into attachments (id, opinion_id, ticket_id, position, name, size, media_type, sha256)
  select (file->>'id')::uuid, $9::uuid, ticket.id, place, file->>'name', (file->>'size')::bigint, file->>'mediaType', file->>'sha256'
  from ticket, jsonb_array_elements($46::jsonb) with ordinality as f (file, place)
), closing as (
  insert into ticket_events (id, ticket_id, kind, user_id, at, after_opinion)
  select $42, id, 'closed', $10, $2, opinion_count from ticket where $41
), ${queueMails({
  eventId: '$9',
  ticket: 'id, customer_id, center_id',
  from: 'ticket',
  watchers: `select unnest($33::uuid[]) where $32
    union all select w.user_id from ticket_watchers w where w.ticket_id = one.id and not $32`,
  actorId: '$10',
  at: '$2',
  events: `array_remove(array['opinion', case when one.center_id is distinct from $44 then 'moved' end,
    case when $41 then 'closed' end], null)`,
  isOn: '$47',
})}, command as (
  insert into commands (id, user_id, kind, content_hash, receipt, confirmed_at)
  select $9, $10, 'addOpinion', $19, $20, $2 from ticket
)
insert into changes (kind, record_id) select 'ticket', id from ticket`;

export function createAddOpinion(
  pool: pg.Pool,
  now: () => Date,
  tellsWatchers: boolean,
): CommandHandler<AddOpinion> {
  return async (actor, command, contentHash) => {
    const context = await readContext(pool, command);
    if (context.earlier !== null) return { earlier: context.earlier };
    const { ticket } = context;
    if (ticket === null) throw unknownTicket();
    const time = now();
    const routed = await readRoutedOf(pool, actor, command, { ...context, ticket });
    requireNone([
      ...check(actor, command, { ...context, ticket }, time),
      ...(routed.ok || ticket.closedAt !== null ? [] : [routed.error]),
    ]);
    if (!routed.ok) throw new Error('Checked before');
    const route = routed.value;
    const confirmedAt = toInstant(time);
    const { id, ticketId, nextContact, opinion, internalContact, watcherIds, changes = {} } = command;
    const receipt: Receipt = { id, ticketId, protocol: ticket.protocol, confirmedAt };
    const { rowCount } = await pool.query({
      name: 'add-opinion',
      text: WRITE,
      values: [
        ...[ticketId, confirmedAt, excerpt(opinion.body), secondsOf(opinion), command.waitingFor],
        ...[nextContact !== null, nextContact?.userId, nextContact?.at, id, actor.user.id],
        ...[opinion.startedAt, opinion.endedAt, opinion.channelId, opinion.contactPersonId],
        ...[opinion.contactName, opinion.subjects, JSON.stringify(opinion.body), command.correctsOpinionId],
        ...[contentHash, JSON.stringify(receipt), opinion.callId, opinion.callPhone],
        ...[internalContact !== undefined, internalContact?.userId, internalContact?.at],
        ...[changes.typeId, context.newType?.priority],
        ...[changes.product !== undefined, changes.product?.id],
        ...[context.product?.name, changes.product?.version],
        ...[watcherIds !== undefined, watcherIds ?? []],
        JSON.stringify(changesInWords(command, { ...context, ticket })),
        ...[route !== null || ticket.workflow !== null, route === null ? ticket.centerId : route.centerId],
        ...[route?.workflowId, route?.version, route?.item, JSON.stringify(route?.decisions ?? [])],
        ...[route?.closes ?? false, createId(), route?.moves === true && !route.closes],
        ...[ticket.centerId, ticket.workflow?.item],
        JSON.stringify(opinion.attachments ?? []),
        tellsWatchers,
      ],
    });
    return rowCount === 0 ? 'changed' : { receipt: { ...receipt } };
  };
}

/** Where the ticket's workflow takes it: on its own path, or at the beginning of that of the type that it gets. */
async function readRoutedOf(
  pool: pg.Pool,
  { user }: Actor,
  { changes, route }: AddOpinion,
  { ticket, newType }: Context & { ticket: TicketFacts },
): Promise<Result<Routed | null>> {
  const enters = newType !== null && changes?.typeId !== ticket.typeId;
  const start = enters
    ? { workflowId: newType.workflowId, version: null, at: { kind: 'enters' as const } }
    : {
        workflowId: ticket.workflow?.id ?? null,
        version: ticket.workflow?.version ?? null,
        at: { kind: 'stands' as const, item: ticket.workflow?.item ?? null },
      };
  const closing = { user, ticket, type: enters ? newType : ticket.type, openerName: ticket.openerName };
  return readRouted(pool, { ...start, centerId: ticket.centerId }, route, closing);
}

async function readContext(pool: pg.Pool, command: AddOpinion): Promise<Context> {
  const { id, ticketId, opinion, nextContact, correctsOpinionId } = command;
  const { rows } = await pool.query<Context>({
    name: 'add-opinion-context',
    text: CONTEXT,
    values: [
      id,
      ticketId,
      opinion.channelId,
      opinion.contactPersonId,
      nextContact?.userId,
      correctsOpinionId,
      ...[command.changes?.product?.id, command.internalContact?.userId, command.watcherIds ?? []],
      command.changes?.typeId,
    ],
  });
  const [context] = rows;
  if (context === undefined) throw new Error('A query without tables gave no row.');
  return context;
}

function check(
  { user }: Actor,
  command: AddOpinion,
  context: Context & { ticket: TicketFacts },
  now: Date,
): Problem[] {
  const { opinion, nextContact, correctsOpinionId, ticketId } = command;
  const { ticket, channel, contactPerson, nextContactUser, corrected } = context;
  const allowed = canAddOpinion({ user, ticket });
  if (!allowed.ok) return [allowed.error];
  const { changes } = command;
  const newType = changes?.typeId === undefined ? undefined : context.newType;
  const typeRefused = newType === undefined ? null : typeProblem(newType, 'changes.typeId');
  const problems = [
    ...(typeRefused === null ? [] : [typeRefused]),
    ...checkOpinion(opinion, { type: newType ?? ticket.type, now }),
    ...checkReferences({
      customerId: ticket.customerId,
      channel: opinion.channelId === null ? undefined : channel,
      contactPerson: opinion.contactPersonId === null ? undefined : contactPerson,
      nextContactUser: nextContact?.userId == null ? undefined : nextContactUser,
      product: changes?.product == null ? undefined : context.product,
      productField: 'changes.product.id',
      internalContactUser: command.internalContact == null ? undefined : context.internalContactUser,
      unknownWatchers: context.unknownWatchers,
      corrected: correctsOpinionId === null ? undefined : corrected,
      ticketId,
    }),
  ];
  if (command.id !== opinion.id) {
    problems.push({
      code: 'invalid',
      field: 'opinion.id',
      message: serverRefusals.opinionId,
    });
  }
  return problems;
}

/** What the opinion changes of the ticket's unlocked fields, in the words of today; what stays as it was is no change. */
function changesInWords(
  { changes = {} }: AddOpinion,
  { ticket, newType, product }: Context & { ticket: TicketFacts },
): Opinion['changes'] {
  const words: Opinion['changes'] = [];
  const note = (field: Opinion['changes'][number]['field'], from: string | null, to: string | null) => {
    if (from !== to) words.push({ field, from, to });
  };
  if (newType !== null) note('type', typeInWords(ticket.type), typeInWords(newType));
  if (changes.product !== undefined) {
    note('product', ticket.product?.name ?? null, product?.name ?? null);
    note('version', ticket.product?.version ?? null, changes.product?.version ?? null);
  }
  return words;
}

function typeInWords({ number, name }: TypeFacts): string {
  return `${number} ${name}`;
}
