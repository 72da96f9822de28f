import {
  and,
  asc,
  count,
  desc,
  eq,
  getTableColumns,
  gte,
  inArray,
  lt,
  lte,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { ListedAttachment } from '../../domain/attachment.ts';
import { toInstant } from '../../domain/instant.ts';
import type { Opinion, TicketEvent } from '../../domain/ticket.ts';
import type { Database } from './connect.ts';
import { attachments, opinions, ticketEvents } from './schema/index.ts';

/** A stretch of a ticket's opinions with the events between them, in the order of confirmation. */
export interface OpinionStretch {
  items: Opinion[];
  events: TicketEvent[];
  total: number;
  /** Number of the first opinion; null when there is none. */
  first: number | null;
}

/** A stretch ends when its opinions are this large together: fifty of them may hold fifty megabytes of images. */
const STRETCH_BYTES = 8 * 1024 * 1024;

/** The last opinions of a ticket, or the last ones before the opinion with this number: `limit` or fewer, at least one. */
export async function readOpinions(
  database: Database,
  ticketId: string,
  limit: number,
  before: number | null,
): Promise<OpinionStretch> {
  const ofTicket = eq(opinions.ticketId, ticketId);
  const condition = and(ofTicket, before === null ? undefined : lt(opinions.number, before));
  const [rows, [counted]] = await Promise.all([
    readRows(database, condition, limit),
    database.select({ total: count() }).from(opinions).where(ofTicket),
  ]);
  const first = rows[0]?.number ?? null;
  const files = await readAttachments(database, rows);
  return {
    items: rows.map((row) => rowToOpinion(row, files.get(row.id) ?? [])),
    events: first === null ? [] : await readEvents(database, ticketId, first, before),
    total: counted?.total ?? 0,
    first,
  };
}

async function readRows(database: Database, condition: SQL | undefined, limit: number) {
  const larger = sql<number>`coalesce(sum(pg_column_size(${opinions.body})) over (
    order by ${opinions.number} desc rows between unbounded preceding and 1 preceding), 0)`;
  // What the database makes of the text for searching is nobody's to read.
  const { search: _search, ...kept } = getTableColumns(opinions);
  const stretch = database
    .select({ ...kept, bytesAfter: larger.as('bytes_after') })
    .from(opinions)
    .where(condition)
    .orderBy(desc(opinions.number))
    .limit(limit)
    .as('stretch');
  const { bytesAfter: _, ...columns } = stretch._.selectedFields;
  return database
    .select(columns)
    .from(stretch)
    .where(lt(stretch.bytesAfter, STRETCH_BYTES))
    .orderBy(asc(stretch.number));
}

/** The files of these opinions, in their order. */
async function readAttachments(
  database: Database,
  rows: readonly { id: string }[],
): Promise<Map<string, ListedAttachment[]>> {
  const ids = rows.map(({ id }) => id);
  const found = await database
    .select()
    .from(attachments)
    .where(inArray(attachments.opinionId, ids))
    .orderBy(asc(attachments.position));
  const byOpinion = new Map<string, ListedAttachment[]>(ids.map((id) => [id, []]));
  for (const { opinionId, ticketId: _, position: __, arrivedAt, givenUpAt, ...file } of found) {
    const state = arrivedAt !== null ? 'arrived' : givenUpAt !== null ? 'given-up' : 'expected';
    byOpinion.get(opinionId)?.push({ ...file, state });
  }
  return byOpinion;
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

type OpinionRow = Omit<typeof opinions.$inferSelect, 'search'>;

function rowToOpinion({ number: _, ...row }: OpinionRow, files: ListedAttachment[]): Opinion {
  return {
    ...row,
    attachments: files,
    startedAt: toInstant(row.startedAt),
    endedAt: toInstant(row.endedAt),
    confirmedAt: toInstant(row.confirmedAt),
  };
}
