import {
  and,
  asc,
  count,
  desc,
  eq,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import { toInstant } from '../../domain/instant.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { Database } from './connect.ts';
import { customers, tickets, ticketWatchers } from './schema/index.ts';

export async function readTicket(database: Database, id: string): Promise<Ticket | null> {
  const [row] = await selectTickets(database).where(eq(tickets.id, id));
  if (row === undefined) return null;
  const [links, watcherIds] = await Promise.all([
    readLinks(database, id, row.ticket.followsTicketId),
    readWatcherIds(database, id),
  ]);
  return { ...rowToTicket(row), links, watcherIds };
}

/** Tickets as lists show them, by id. */
export async function readTickets(
  database: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Ticket>> {
  if (ids.length === 0) return new Map();
  const rows = await selectTickets(database).where(inArray(tickets.id, [...ids]));
  return new Map(rows.map((row) => [row.ticket.id, rowToTicket(row)]));
}

async function readWatcherIds(database: Database, ticketId: string): Promise<string[]> {
  const rows = await database
    .select({ userId: ticketWatchers.userId })
    .from(ticketWatchers)
    .where(eq(ticketWatchers.ticketId, ticketId))
    .orderBy(ticketWatchers.userId);
  return rows.map(({ userId }) => userId);
}

async function readLinks(
  database: Database,
  id: string,
  follows: string | null,
): Promise<NonNullable<Ticket['links']>> {
  const isLinked = or(
    eq(tickets.followsTicketId, id),
    follows === null ? undefined : eq(tickets.id, follows),
  );
  const rows = await database
    .select({ id: tickets.id, protocol: tickets.protocol })
    .from(tickets)
    .where(isLinked)
    .orderBy(tickets.openedAt, tickets.id);
  return {
    follows: rows.find((row) => row.id === follows) ?? null,
    followedBy: rows.filter((row) => row.id !== follows),
  };
}

/** Where a page of tickets ended; times as instants. */
export interface TicketPosition {
  at: string | null;
  id: string;
}

/** Open tickets of a customer in order of next contact (without one: last), after a position. */
export async function listOpenTickets(
  database: Database,
  customerId: string,
  limit: number,
  after: TicketPosition | null,
): Promise<Ticket[]> {
  const at = sql`coalesce(${tickets.nextContactAt}, 'infinity')`;
  const beyond =
    after === null
      ? undefined
      : sql`(${at}, ${tickets.id}) > (${after.at ?? 'infinity'}::timestamptz, ${after.id}::uuid)`;
  const rows = await selectTickets(database)
    .where(and(ofCustomer(customerId, 'open'), beyond))
    .orderBy(at, asc(tickets.id))
    .limit(limit);
  return rows.map(rowToTicket);
}

/** Closed tickets of a customer, the one closed last first, after a position. */
export async function listClosedTickets(
  database: Database,
  customerId: string,
  limit: number,
  after: TicketPosition | null,
): Promise<Ticket[]> {
  const beyond =
    after === null
      ? undefined
      : sql`(${tickets.closedAt}, ${tickets.id}) < (${after.at}::timestamptz, ${after.id}::uuid)`;
  const rows = await selectTickets(database)
    .where(and(ofCustomer(customerId, 'closed'), beyond))
    .orderBy(desc(tickets.closedAt), desc(tickets.id))
    .limit(limit);
  return rows.map(rowToTicket);
}

export async function countTickets(
  database: Database,
  customerId: string,
  state: 'open' | 'closed',
): Promise<number> {
  const [row] = await database.select({ total: count() }).from(tickets).where(ofCustomer(customerId, state));
  return row?.total ?? 0;
}

/** What the clock says of the inbox, as `domain/inbox.ts` has it. */
export interface InboxTimes {
  now: string;
  horizon: string;
}

/**
 * Open tickets that may be in a user's inbox: due before `horizon`, of nobody in one of the user's CRs, or with the user
 * as internal contact from before `now`.
 */
export async function listInboxTickets(
  database: Database,
  user: { id: string; centerIds: readonly string[] },
  times: InboxTimes,
  limit: number,
): Promise<{ items: Ticket[]; total: number }> {
  const condition = inInbox(user, times);
  const [rows, [counted]] = await Promise.all([
    selectTickets(database)
      .where(condition)
      .orderBy(sql`${tickets.nextContactAt} nulls last`, tickets.priority, tickets.openedAt, tickets.id)
      .limit(limit),
    database.select({ total: count() }).from(tickets).where(condition),
  ]);
  return { items: rows.map(rowToTicket), total: counted?.total ?? 0 };
}

function inInbox(
  user: { id: string; centerIds: readonly string[] },
  { now, horizon }: InboxTimes,
): SQL | undefined {
  const isDue = or(isNull(tickets.nextContactAt), lt(tickets.nextContactAt, new Date(horizon)));
  return and(
    isNull(tickets.closedAt),
    or(
      and(eq(tickets.nextContactUserId, user.id), isDue),
      and(eq(tickets.internalContactUserId, user.id), lte(tickets.internalContactAt, new Date(now))),
      and(
        isNull(tickets.nextContactUserId),
        sql`${tickets.centerId} = any(${sql.param([...user.centerIds])}::uuid[])`,
      ),
    ),
  );
}

function ofCustomer(customerId: string, state: 'open' | 'closed'): SQL | undefined {
  const isClosed = state === 'open' ? isNull(tickets.closedAt) : isNotNull(tickets.closedAt);
  return and(eq(tickets.customerId, customerId), isClosed);
}

function selectTickets(database: Database) {
  return database
    .select({
      ticket: tickets,
      customer: {
        id: customers.id,
        code: customers.code,
        name: customers.name,
        active: customers.active,
      },
    })
    .from(tickets)
    .innerJoin(customers, eq(customers.id, tickets.customerId))
    .$dynamic();
}

function rowToTicket(row: { ticket: typeof tickets.$inferSelect; customer: Ticket['customer'] }): Ticket {
  const { customerId: _, followsTicketId: __, nextContactUserId, nextContactAt, ...others } = row.ticket;
  const { productId, productName, productVersion, ...withoutProduct } = others;
  const { internalContactUserId, internalContactAt, ...withoutContacts } = withoutProduct;
  const { workflowId, workflowVersion, workflowItem, ...ticket } = withoutContacts;
  return {
    ...ticket,
    customer: row.customer,
    openedAt: toInstant(ticket.openedAt),
    nextContact: { userId: nextContactUserId, at: nextContactAt && toInstant(nextContactAt) },
    product: productId === null ? null : { id: productId, name: productName ?? '', version: productVersion },
    internalContact:
      internalContactUserId === null || internalContactAt === null
        ? null
        : { userId: internalContactUserId, at: toInstant(internalContactAt) },
    workflow:
      workflowId === null || workflowVersion === null
        ? null
        : { workflowId, version: workflowVersion, item: workflowItem },
    lastOpinionAt: toInstant(ticket.lastOpinionAt),
    closedAt: ticket.closedAt && toInstant(ticket.closedAt),
  };
}
