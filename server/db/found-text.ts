import type { FoundText, Mark } from '../../domain/ticket-search.ts';
import type { Database } from './connect.ts';

/** Characters that begin and end a mark: none that a text has. */
const BEGIN = '\u0001';
const END = '\u0002';

/** Characters of an opinion that are looked through for the best place. */
const LOOKED_THROUGH = 50_000;

/**
 * The best place of each ticket's best opinion. PostgreSQL marks it in the folded text, of which each character stands where
 * it stands in the text itself, so that people read their own words.
 */
const STATEMENT = `
select asked.id as "ticketId", best.id as "opinionId", cut.marked, cut.at,
  substr(best.plain, cut.at, length(translate(cut.marked, $4, ''))) as text,
  cut.at - 1 + length(translate(cut.marked, $4, '')) >= length(best.plain) as "isEnd"
from unnest($1::uuid[]) as asked (id)
cross join lateral (
  select o.id, left(public.rich_text_words(o.body), ${LOOKED_THROUGH}) as plain from opinions o
  where o.ticket_id = asked.id and o.search @@ $2::tsquery and o.confirmed_at <= $3::timestamptz
  order by ts_rank(o.search, $2::tsquery) desc, o.number desc limit 1
) best
cross join lateral (select public.search_fold(best.plain) as folded) fold
cross join lateral (
  select marked, greatest(1, strpos(fold.folded, translate(marked, $4, ''))) as at
  from ts_headline('pg_catalog.portuguese', fold.folded, $2::tsquery, $5) as marked
) cut`;

interface Row {
  ticketId: string;
  opinionId: string;
  marked: string;
  at: number;
  text: string;
  isEnd: boolean;
}

/** Where the words of a search stand in the opinions of these tickets, by ticket. */
export async function findTexts(
  database: Database,
  ticketIds: readonly string[],
  query: string,
  until: string,
): Promise<Map<string, FoundText>> {
  if (ticketIds.length === 0) return new Map();
  const { rows } = await database.$client.query<Row>({
    text: STATEMENT,
    values: [
      [...ticketIds],
      query,
      until,
      BEGIN + END,
      `StartSel=${BEGIN}, StopSel=${END}, MaxWords=26, MinWords=14, ShortWord=2`,
    ],
  });
  return new Map(rows.map((row) => [row.ticketId, rowToFoundText(row)]));
}

function rowToFoundText({ opinionId, marked, at, text, isEnd }: Row): FoundText {
  const before = at > 1 ? '…' : '';
  const shown = text.replace(/\s/gu, ' ').trimEnd();
  return {
    opinionId,
    text: `${before}${shown}${isEnd ? '' : '…'}`,
    marks: marksOf(marked, shown, before.length),
  };
}

/** The fold shortens some plurals: the mark goes to the end of the word all the same. */
function wordEnd(text: string, place: number, offset: number): number {
  const rest = /^[\p{L}\p{M}]{1,2}(?![\p{L}\p{M}\p{N}])/u.exec(text.slice(place - offset));
  return place + (rest?.[0].length ?? 0);
}

/** The marks of the folded text in the text: the same characters, counted in UTF-16 units. */
function marksOf(marked: string, text: string, offset: number): Mark[] {
  const units = [...text];
  const marks: Mark[] = [];
  let place = offset;
  let index = 0;
  let begin: number | null = null;
  for (const character of marked) {
    if (character === BEGIN) begin = place;
    else if (character === END) {
      if (begin !== null && place > begin) marks.push([begin, wordEnd(text, place, offset)]);
      begin = null;
    } else {
      place += units[index]?.length ?? 0;
      index += 1;
    }
  }
  return marks;
}
