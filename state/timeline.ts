import type { OutboxEntry } from '../domain/delivery.ts';
import type { Opinion, TicketEvent } from '../domain/ticket.ts';

/** One line of a ticket's history: what the server has, then what is still here. */
export type TimelineItem =
  | { kind: 'opinion'; id: string; at: string; opinion: Opinion; delivery: OutboxEntry | null }
  | { kind: 'event'; id: string; at: string; event: TicketEvent }
  | { kind: 'unsent'; id: string; at: string; entry: OutboxEntry };

/**
 * Opinions and events in order of confirmation, then the commands that the server has not shown yet, in the order in
 * which they were accepted here. A confirmed command whose opinion has come back is not shown twice.
 */
export function toTimeline(
  opinions: readonly Opinion[],
  events: readonly TicketEvent[],
  entries: readonly OutboxEntry[],
): TimelineItem[] {
  const entryByOpinionId = new Map(entries.map((entry) => [recordIdOf(entry), entry]));
  const confirmed: TimelineItem[] = [
    ...opinions.map(
      (opinion): TimelineItem => ({
        kind: 'opinion',
        id: opinion.id,
        at: opinion.confirmedAt,
        opinion,
        delivery: entryByOpinionId.get(opinion.id) ?? null,
      }),
    ),
    ...events.map((event): TimelineItem => ({ kind: 'event', id: event.id, at: event.at, event })),
  ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const known = new Set(confirmed.map((item) => item.id));
  const unsent = entries
    .filter((entry) => !known.has(recordIdOf(entry)))
    .toSorted((a, b) => a.sequence - b.sequence)
    .map((entry): TimelineItem => ({ kind: 'unsent', id: entry.id, at: entry.acceptedAt, entry }));
  return [...confirmed, ...unsent];
}

/** Id of the opinion or event that a command creates. */
function recordIdOf(entry: OutboxEntry): string {
  const { command } = entry;
  return command.kind === 'openTicket' ? command.opinion.id : command.id;
}
