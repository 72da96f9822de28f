import { customerCodeKey } from '../../domain/customer-code.ts';
import type { Instant } from '../../domain/instant.ts';
import { toInstant } from '../../domain/instant.ts';
import { PROTOCOL_LENGTH } from '../../domain/protocol.ts';
import type { Ticket } from '../../domain/ticket.ts';
import {
  type FoundText,
  protocolBeginning,
  searchWords,
  type TicketFilters,
} from '../../domain/ticket-search.ts';
import type { Database } from './connect.ts';
import { findTexts } from './found-text.ts';
import { anyOf, readWords } from './search-words.ts';
import { readTickets } from './tickets.ts';

/** Where a page of a search ended. */
export interface SearchPosition {
  /** Opinions confirmed since count for nothing: what the first page saw, the others see. */
  until: Instant;
  /** Whether the likeliest come first; else those opened last. */
  ranked: boolean;
  rank: number;
  openedAt: Instant;
  id: string;
}

export interface TicketSearchPage {
  items: { ticket: Ticket; found: FoundText | null }[];
  total: number;
  /** Null at the end. */
  last: SearchPosition | null;
}

/** More hits than these are not put in order of likelihood, which would read all of them: they come newest first. */
const RANKED_HITS = 5_000;

interface Hit {
  total: number;
  ranked: boolean;
  /** Null where the page is empty. */
  id: string | null;
  rank: number;
  openedAt: Date;
}

/** Tickets of which all filters are true: with words the likeliest first, else the one opened last. */
export async function searchTickets(
  database: Database,
  filters: TicketFilters,
  limit: number,
  after: SearchPosition | null,
  now: Date,
): Promise<TicketSearchPage> {
  const until = after?.until ?? toInstant(now);
  const words = await readWords(database, filters.query ?? '');
  const { conditions, add } = createConditions(filters, words, until);
  const any = words.length === 0 ? null : anyOf(words);
  const { rows } = await database.$client.query<Hit>({
    text: `
with matched as materialized (
  select t.id, t.opened_at, t.title from tickets t where ${conditions.join('\n    and ') || 'true'}
), counted as (
  select count(*)::int as total,
    ${any === null ? 'false' : `coalesce(${add(after?.ranked ?? null)}::boolean, count(*) <= ${RANKED_HITS})`} as ranked
  from matched
), placed as (
  select m.id, m.opened_at, ${any === null ? '0' : rankOf(add(any), add(until))} as rank from matched m
)
select counted.total, counted.ranked, page.id, page.rank, page.opened_at as "openedAt"
from counted left join lateral (
  select * from placed
  ${after === null ? '' : `where (rank, opened_at, id) < (${add(after.rank)}::int, ${add(after.openedAt)}::timestamptz, ${add(after.id)}::uuid)`}
  order by rank desc, opened_at desc, id desc limit ${add(limit + 1)}
) page on true
order by page.rank desc, page.opened_at desc, page.id desc`,
    values: add.values,
  });
  const hits = rows.filter((row): row is Hit & { id: string } => row.id !== null);
  const page = hits.slice(0, limit);
  const ids = page.map(({ id }) => id);
  const [tickets, texts] = await Promise.all([
    readTickets(database, ids),
    any === null ? new Map<string, FoundText>() : findTexts(database, ids, any, until),
  ]);
  const last = hits.length > limit ? page.at(-1) : undefined;
  return {
    items: ids.flatMap((id) => {
      const ticket = tickets.get(id);
      return ticket === undefined ? [] : [{ ticket, found: texts.get(id) ?? null }];
    }),
    total: rows[0]?.total ?? 0,
    last: last
      ? { until, ranked: last.ranked, rank: last.rank, openedAt: toInstant(last.openedAt), id: last.id }
      : null,
  };
}

/** Millionths: an integer is the same on its way through a cursor. A title that has the words says more than a text. */
function rankOf(any: string, until: string): string {
  return `case when (select ranked from counted) then round(1000000 * (
    ts_rank(setweight(public.search_vector(m.title), 'A'), ${any}::tsquery) + coalesce((
      select max(ts_rank(o.search, ${any}::tsquery)) from opinions o
      where o.ticket_id = m.id and o.search @@ ${any}::tsquery and o.confirmed_at <= ${until}::timestamptz
    ), 0)))::int else 0 end`;
}

/** Everything that is asked for travels as a parameter; the text of the statement holds nothing that came in. */
function createParameters() {
  const values: unknown[] = [];
  const add = (value: unknown) => `$${values.push(value)}`;
  return Object.assign(add, { values });
}

function createConditions(filters: TicketFilters, words: readonly string[], until: Instant) {
  const add = createParameters();
  const conditions: string[] = [];
  const { query, customerId, customerCode, typeId, centerId, userId, subject, from, to, state } = filters;

  if (query !== undefined && query !== '') {
    const protocol = protocolBeginning(query);
    const alternatives = [
      ...(protocol === null ? [] : [protocolCondition(add, protocol)]),
      ...(words.length === 0 ? [] : [words.map((word) => wordCondition(add, word, until)).join(' and ')]),
    ];
    // Words that are in every text, such as "de", are no search; without letter or digit it is none either.
    const isAsked = searchWords(query).length > 0;
    conditions.push(
      alternatives.length > 0 ? `(${alternatives.map((one) => `(${one})`).join(' or ')})` : String(!isAsked),
    );
  }
  if (customerId !== undefined) conditions.push(`t.customer_id = ${add(customerId)}::uuid`);
  if (customerCode !== undefined) {
    const key = add(customerCodeKey(customerCode));
    conditions.push(`t.customer_id in (select id from customers where code_key = ${key})`);
  }
  if (typeId !== undefined) {
    conditions.push(`t.type_id in (
      with recursive below as (
        select ${add(typeId)}::uuid as id
        union select child.id from ticket_types child join below on child.parent_id = below.id
      ) select id from below)`);
  }
  if (centerId !== undefined) conditions.push(`t.center_id = ${add(centerId)}::uuid`);
  if (userId !== undefined) {
    const user = `${add(userId)}::uuid`;
    conditions.push(`(t.opened_by_user_id = ${user} or t.next_contact_user_id = ${user}
      or t.id in (select ticket_id from opinions where author_id = ${user}))`);
  }
  if (subject !== undefined) {
    conditions.push(`t.id in (select ticket_id from opinions
      where public.subject_keys(subjects) @> array[trim(public.search_fold(${add(subject)}))])`);
  }
  if (from !== undefined || to !== undefined) {
    const begin = `${add(from ?? '-infinity')}::timestamptz`;
    const end = `${add(to ?? 'infinity')}::timestamptz`;
    conditions.push(`t.opened_at < ${end} and exists (
      select from opinions o where o.ticket_id = t.id and o.started_at >= ${begin} and o.started_at < ${end})`);
  }
  if (state !== undefined) conditions.push(`t.closed_at is ${state === 'open' ? 'null' : 'not null'}`);
  return { conditions, add };
}

type Parameters = ReturnType<typeof createParameters>;

function wordCondition(add: Parameters, word: string, until: Instant): string {
  const query = `${add(word)}::tsquery`;
  return `t.id in (
      select ticket_id from opinions where search @@ ${query} and confirmed_at <= ${add(until)}::timestamptz
      union all select id from tickets where public.search_vector(title) @@ ${query})`;
}

/** Digits of one length are in the same order whatever the database's collation. */
function protocolCondition(add: Parameters, digits: string): string {
  return `t.protocol between ${add(digits.padEnd(PROTOCOL_LENGTH, '0'))} and ${add(digits.padEnd(PROTOCOL_LENGTH, '9'))}`;
}
