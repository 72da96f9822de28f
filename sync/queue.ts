import { LONGEST_WAIT } from './backoff.ts';
import type { WaitingEntry } from './ports.ts';

/** What can be sent now, and when the next of the others is due. */
export interface Due {
  entries: WaitingEntry[];
  /** Milliseconds since the epoch; null where nothing waits for a time. */
  nextAt: number | null;
}

/**
 * The first unconfirmed command of each ticket, where it is queued and due. What stands behind one that waits, is being
 * sent, needs the agent or cannot be read stays where it is: order within a ticket, none between tickets. Nothing is due before the time
 * that the server asked for.
 */
export function dueEntries(
  entries: readonly WaitingEntry[],
  blockedTicketIds: readonly string[],
  now: number,
): Due {
  const until = askedUntil(entries, now);
  if (until !== null) return { entries: [], nextAt: until };
  const due: WaitingEntry[] = [];
  let nextAt: number | null = null;
  for (const entry of firstOfEachTicket(entries)) {
    if (entry.state !== 'queued' || blockedTicketIds.includes(entry.ticketId)) continue;
    if (waitsFor(entry, entries)) continue;
    const at = entry.retryAt === null ? now : Date.parse(entry.retryAt);
    if (!isAhead(at, now)) due.push(entry);
    else nextAt = nextAt === null ? at : Math.min(nextAt, at);
  }
  return { entries: due, nextAt };
}

/**
 * What names a contact person that is on its way to the server stands behind it. Where that one needs the agent nothing waits: the
 * words go on with the name alone.
 */
function waitsFor({ waitsForId }: WaitingEntry, entries: readonly WaitingEntry[]): boolean {
  if (waitsForId === undefined) return false;
  return entries.some(({ id, state }) => id === waitsForId && (state === 'queued' || state === 'sending'));
}

/** Until when the server asked to be left alone over any of these; null where it did not, or that is over. */
function askedUntil(entries: readonly WaitingEntry[], now: number): number | null {
  const asked = entries.flatMap(({ state, askedUntil }) =>
    state === 'queued' && askedUntil ? [Date.parse(askedUntil)] : [],
  );
  const ahead = asked.filter((at) => isAhead(at, now));
  return ahead.length === 0 ? null : Math.max(...ahead);
}

/** What is further away than any wait is over: the machine's clock was put back since. */
function isAhead(at: number, now: number): boolean {
  return at > now && at - now <= LONGEST_WAIT;
}

/**
 * In the order in which they were accepted. What opens a ticket is its first wherever it stands: an opening that was taken
 * back and confirmed again comes after what was confirmed meanwhile, which would wait for it and hold it back.
 */
function firstOfEachTicket(entries: readonly WaitingEntry[]): WaitingEntry[] {
  const first = new Map<string, WaitingEntry>();
  for (const entry of [...entries].sort((a, b) => a.sequence - b.sequence)) {
    if (entry.state === 'confirmed') continue;
    const opens = entry.id === entry.ticketId;
    if (opens || !first.has(entry.ticketId)) first.set(entry.ticketId, entry);
  }
  return [...first.values()];
}
