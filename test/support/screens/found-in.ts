import { richTextToPlainText } from '../../../domain/rich-text/plain-text.ts';
import type { Opinion, Ticket } from '../../../domain/ticket.ts';
import type { Mark, TicketFilters } from '../../../domain/ticket-search.ts';
import type { FoundTickets } from '../../../state/ports.ts';

/** Tickets on a page of the search in memory. */
const PAGE = 20;

interface Searched {
  open: Ticket[];
  closed: Ticket[];
  inbox: Ticket[];
  opinions: Opinion[];
}

/** A search as plain as a test needs it: the text as it was typed, in title or opinions, and the filters of a ticket's row. */
export function foundIn(world: Searched, filters: TicketFilters, after?: string): FoundTickets {
  const all = [
    ...new Map([...world.open, ...world.closed, ...world.inbox].map((one) => [one.id, one])).values(),
  ];
  const text = filters.query?.toLowerCase() ?? '';
  const items = all
    .filter(
      ({ closedAt }) => filters.state === undefined || (closedAt === null) === (filters.state === 'open'),
    )
    .filter(({ customer }) => filters.customerId === undefined || customer.id === filters.customerId)
    .filter(({ typeId }) => filters.typeId === undefined || typeId === filters.typeId)
    .flatMap((ticket): FoundTickets['items'] => {
      const opinion = world.opinions.find(
        (one) => one.ticketId === ticket.id && richTextToPlainText(one.body).toLowerCase().includes(text),
      );
      if (text === '') return [{ ticket, found: null }];
      if (opinion !== undefined) return [{ ticket, found: markIn(opinion, text) }];
      return ticket.title.toLowerCase().includes(text) || ticket.protocol.startsWith(text)
        ? [{ ticket, found: null }]
        : [];
    });
  const start = Number(after ?? 0);
  const next = start + PAGE < items.length ? String(start + PAGE) : null;
  return { items: items.slice(start, start + PAGE), total: items.length, next };
}

function markIn(opinion: Opinion, text: string) {
  const plain = richTextToPlainText(opinion.body).replaceAll('\n', ' ');
  const at = plain.toLowerCase().indexOf(text);
  const marks: Mark[] = [[at, at + text.length]];
  return { opinionId: opinion.id, text: plain, marks };
}
