import { and, asc, count, desc, eq, gte, lt, lte } from 'drizzle-orm';
import { toInstant } from '../../domain/instant.ts';
import type { Opinion, TicketEvent } from '../../domain/ticket.ts';
import type { Database } from './connect.ts';
import { opinions, ticketEvents } from './schema/index.ts';

/** A stretch of a ticket's opinions with the events between them, in the order of confirmation. */
export interface OpinionStretch {
  items: Opinion[];
  events: TicketEvent[];
  total: number;
  /** Number of the first opinion; null when there is none. */
  first: number | null;
}

/** The last `limit` opinions of a ticket, or the last ones before the opinion with this number. */
export async function readOpinions(
  database: Database,
  ticketId: string,
  limit: number,
  before: number | null,
): Promise<OpinionStretch> {
  const ofTicket = eq(opinions.ticketId, ticketId);
  const [rows, [counted]] = await Promise.all([
    database
      .select()
      .from(opinions)
      .where(and(ofTicket, before === null ? undefined : lt(opinions.number, before)))
      .orderBy(desc(opinions.number))
      .limit(limit),
    database.select({ total: count() }).from(opinions).where(ofTicket),
  ]);
  rows.reverse();
  const first = rows[0]?.number ?? null;
  return {
    items: rows.map(rowToOpinion),
    events: first === null ? [] : await readEvents(database, ticketId, first, before),
    total: counted?.total ?? 0,
    first,
  };
}

async function readEvents(database: Database, ticketId: string, first: number, before: number | null) {
  const rows = await database
    .select()
    .from(ticketEvents)
    .where(
      and(
        eq(ticketEvents.ticketId, ticketId),
        gte(ticketEvents.afterOpinion, first),
        before === null ? undefined : lte(ticketEvents.afterOpinion, before - 1),
      ),
    )
    .orderBy(asc(ticketEvents.at), asc(ticketEvents.id));
  return rows.map(({ afterOpinion: _, at, ...event }) => ({ ...event, at: toInstant(at) }));
}

function rowToOpinion({ number: _, ...row }: typeof opinions.$inferSelect): Opinion {
  return {
    ...row,
    startedAt: toInstant(row.startedAt),
    endedAt: toInstant(row.endedAt),
    confirmedAt: toInstant(row.confirmedAt),
  };
}
