import type pg from 'pg';
import type { OpenTicket, Receipt } from '../../domain/command.ts';
import type { Company } from '../../domain/company.ts';
import { companyHolidays } from '../../domain/holidays.ts';
import { createId } from '../../domain/id.ts';
import { toInstant } from '../../domain/instant.ts';
import { defaultNextContact } from '../../domain/next-contact.ts';
import { checkOpening } from '../../domain/opening-rules.ts';
import { checkOpinion } from '../../domain/opinion-rules.ts';
import { parseProtocol } from '../../domain/protocol.ts';
import { checkReferences } from '../../domain/reference-rules.ts';
import type { Problem, Result } from '../../domain/result.ts';
import { excerpt } from '../../domain/rich-text/plain-text.ts';
import { ticketTitle } from '../../domain/ticket-title.ts';
import { dayOf } from '../../domain/time-zone.ts';
import { serverRefusals } from '../../locales/pt-BR/server-refusals.ts';
import { UNNAMED_COMPANY } from '../db/company.ts';
import { queueMails } from '../mail/queue-mails.ts';
import { requireNone } from '../problems.ts';
import type { Actor } from '../session/authenticator.ts';
import { EARLIER, type Earlier } from './earlier.ts';
import type { CommandHandler } from './execute.ts';
import { secondsOf } from './opinion-row.ts';
import type { ProtocolIssuer } from './protocols.ts';
import { type Routed, readRouted } from './routing.ts';
import { type NamedFacts, namedFacts, TYPE_FACTS, type TypeFacts } from './ticket-context.ts';

const CONTEXT = `select ${EARLIER},
  (select json_build_object('timeZone', time_zone, 'holidays', holidays, 'nationalHolidays', national_holidays)
    from company) as company,
  exists (select from customers where id = $2) as "customerExists",
  (select ${TYPE_FACTS} from ticket_types t where t.id = $3) as type,
  (select json_build_object('active', active) from contact_channels where id = $4) as channel,
  (select json_build_object('customerId', customer_id) from contact_persons where id = $5) as "contactPerson",
  (select json_build_object('active', active) from users where id = $6) as "nextContactUser",
  (select json_build_object('customerId', customer_id) from tickets where id = $10) as followed,
  ${namedFacts(11, 12, 13)},
  exists (
    select from protocol_leases where device_id = $7 and year = $8 and $9 between first and last
  ) as "isLeased"`;

interface Context extends NamedFacts {
  earlier: Earlier | null;
  company: (Pick<Company, 'timeZone' | 'holidays'> & { nationalHolidays: boolean }) | null;
  customerExists: boolean;
  type: TypeFacts | null;
  channel: { active: boolean } | null;
  contactPerson: { customerId: string } | null;
  nextContactUser: { active: boolean } | null;
  followed: { customerId: string } | null;
  isLeased: boolean;
}

const WRITE = `with ticket as (
  insert into tickets (id, protocol, customer_id, type_id, title, center_id, opened_by_user_id, opened_at,
    next_contact_user_id, next_contact_at, waiting_for, close_only_by_opener, priority, opinion_count,
    last_opinion_at, last_opinion_excerpt, seconds_spent, follows_ticket_id, product_id, product_name,
    product_version, internal_contact_user_id, internal_contact_at,
    workflow_id, workflow_version, workflow_item, closed_at, closed_by_user_id)
  values ($1, $2, $3, $4, $5, $6, $7, least($8::timestamptz, $9::timestamptz), $10, $11, $12, $13, $14, 1, $9, $15, $16,
    $26, $29, $30, $31, $32, $33,
    $35, $36, $37, case when $39::boolean then $9::timestamptz end, case when $39::boolean then $7::uuid end)
), watchers as (
  insert into ticket_watchers (ticket_id, user_id) select $1, unnest($34::uuid[])
), opinion as (
  insert into opinions (id, ticket_id, number, author_id, started_at, ended_at, channel_id, contact_person_id,
    contact_name, subjects, body, center_after_id, confirmed_at, call_id, call_phone, decisions)
  values ($17, $1, 1, $7, $8, $18, $19, $20, $21, $22, $23, $6, $9, $27, $28, $38)
), files as (
  insert into attachments (id, opinion_id, ticket_id, position, name, size, media_type, sha256)
  select (file->>'id')::uuid, $17::uuid, $1::uuid, place, file->>'name', (file->>'size')::bigint, file->>'mediaType', file->>'sha256'
  from jsonb_array_elements($41::jsonb) with ordinality as f (file, place)
), closing as (
  insert into ticket_events (id, ticket_id, kind, user_id, at, after_opinion)
  select $40::uuid, $1::uuid, 'closed', $7::uuid, $9::timestamptz, 1 where $39::boolean
), ${queueMails({
  eventId: '$1',
  ticket: '$1::uuid, $3::uuid, $6::uuid',
  from: '(values (1)) as act',
  watchers: 'select unnest($34::uuid[])',
  actorId: '$7',
  at: '$9',
  events: `case when $39::boolean then array['opened', 'closed'] else array['opened'] end`,
  isOn: '$42',
})}, command as (
  insert into commands (id, user_id, kind, content_hash, receipt, confirmed_at)
  values ($1, $7, 'openTicket', $24, $25, $9)
)
insert into changes (kind, record_id)
select 'ticket', id from unnest(array[$1, $26]::uuid[]) as touched (id) where id is not null`;

export function createOpenTicket(
  pool: pg.Pool,
  issueProtocol: ProtocolIssuer,
  now: () => Date,
  tellsWatchers: boolean,
): CommandHandler<OpenTicket> {
  return async (actor, command, contentHash) => {
    const context = await readContext(pool, actor, command);
    if (context.earlier !== null) return { earlier: context.earlier };
    const { type } = context;
    const time = now();
    const routed = await readRoutedOf(pool, actor, command, type);
    requireNone([...check(actor, command, context, time), ...(routed.ok ? [] : [routed.error])]);
    if (type === null || !routed.ok) throw new Error('Checked before');
    const route = routed.value;
    const centerId = route === null ? type.initialCenterId : route.centerId;
    const company =
      context.company === null
        ? UNNAMED_COMPANY
        : { ...context.company, holidays: companyHolidays(context.company, time) };
    const next =
      command.nextContact ??
      defaultNextContact({
        user: actor.user,
        type: { ...type, initialCenterId: centerId },
        company,
        now: time,
      });
    const year = Number(dayOf(time, company.timeZone).slice(0, 4));
    const protocol = command.protocol ?? (await issueProtocol(year));
    const confirmedAt = toInstant(time);
    const receipt: Receipt = { id: command.id, ticketId: command.id, protocol, confirmedAt };
    const { opinion } = command;
    const title = ticketTitle({ title: command.title, body: opinion.body, typeName: type.name });
    await pool.query({
      name: 'open-ticket',
      text: WRITE,
      values: [
        ...[command.id, protocol, command.customerId, command.typeId, title, centerId],
        ...[actor.user.id, opinion.startedAt, confirmedAt, next.userId, next.at, command.waitingFor],
        ...[command.closeOnlyByOpener, type.priority, excerpt(opinion.body), secondsOf(opinion)],
        ...[opinion.id, opinion.endedAt, opinion.channelId, opinion.contactPersonId, opinion.contactName],
        ...[opinion.subjects, JSON.stringify(opinion.body), contentHash, JSON.stringify(receipt)],
        ...[command.followsTicketId, opinion.callId, opinion.callPhone],
        ...[command.product?.id, context.product?.name, command.product?.version],
        ...[command.internalContact?.userId, command.internalContact?.at, command.watcherIds ?? []],
        ...[route?.workflowId, route?.version, route?.item],
        ...[JSON.stringify(route?.decisions ?? []), route?.closes ?? false, createId()],
        JSON.stringify(opinion.attachments ?? []),
        tellsWatchers,
      ],
    });
    return { receipt: { ...receipt } };
  };
}

/** Where the type's workflow takes the new ticket. */
async function readRoutedOf(
  pool: pg.Pool,
  { user }: Actor,
  { closeOnlyByOpener, route }: OpenTicket,
  type: TypeFacts | null,
): Promise<Result<Routed | null>> {
  if (type === null) return { ok: true, value: null };
  const start = {
    workflowId: type.workflowId,
    version: null,
    at: { kind: 'enters' as const },
    centerId: null,
  };
  const ticket = { openedByUserId: user.id, closeOnlyByOpener, closedAt: null };
  return readRouted(pool, start, route, { user, ticket, type, openerName: user.name });
}

async function readContext(pool: pg.Pool, actor: Actor, command: OpenTicket): Promise<Context> {
  const { id, customerId, typeId, opinion, nextContact, protocol } = command;
  const digits = protocol === null ? null : parseProtocol(protocol);
  const { rows } = await pool.query<Context>({
    name: 'open-ticket-context',
    text: CONTEXT,
    values: [
      ...[id, customerId, typeId, opinion.channelId, opinion.contactPersonId, nextContact?.userId],
      ...[actor.deviceId, digits && Number(digits.slice(0, 4)), digits && Number(digits.slice(4, 12))],
      ...[command.followsTicketId, command.product?.id, command.internalContact?.userId],
      command.watcherIds ?? [],
    ],
  });
  const [context] = rows;
  if (context === undefined) throw new Error('A query without tables gave no row.');
  return context;
}

function check({ user }: Actor, command: OpenTicket, context: Context, now: Date): Problem[] {
  const { opinion, nextContact, customerId } = command;
  const { channel, contactPerson, nextContactUser, type } = context;
  const problems = [
    ...checkOpening({ user, type, closeOnlyByOpener: command.closeOnlyByOpener }),
    ...checkOpinion(opinion, { type, now }),
    ...checkReferences({
      customerId: context.customerExists ? customerId : null,
      channel: opinion.channelId === null ? undefined : channel,
      contactPerson: opinion.contactPersonId === null ? undefined : contactPerson,
      nextContactUser: nextContact?.userId == null ? undefined : nextContactUser,
      product: command.product === undefined ? undefined : context.product,
      productField: 'product.id',
      internalContactUser: command.internalContact === undefined ? undefined : context.internalContactUser,
      unknownWatchers: context.unknownWatchers,
      followed: command.followsTicketId === undefined ? undefined : context.followed,
    }),
  ];
  if (command.protocol !== null && !context.isLeased) {
    problems.push({
      code: 'invalid',
      field: 'protocol',
      message: serverRefusals.protocolNotLeased,
    });
  }
  return problems;
}
