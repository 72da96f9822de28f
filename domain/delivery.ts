import type { Command, Receipt } from './command.ts';
import type { CustomerSummary } from './customer.ts';
import type { Draft } from './draft.ts';
import type { Instant } from './instant.ts';
import type { Problem } from './result.ts';

/** Where the words are: kept here → queued → sending → confirmed, or needs the agent. */
export type DeliveryState = 'kept' | 'queued' | 'sending' | 'confirmed' | 'needs';

/** A command on its way to the server. It leaves the outbox only by confirmation or by the agent's choice. */
export interface OutboxEntry {
  /** The command's id. */
  id: string;
  userId: string;
  /** The ticket that it is about; of a change of a customer's record that customer, of one of a contact person that person (`queueIdOf`). */
  ticketId: string;
  /** Id of the entry that creates the contact person whom it names: that one has to arrive before. Absent where there is none. */
  waitsForId?: string | undefined;
  /** Order in which the commands were accepted on this device; sending keeps it per ticket. */
  sequence: number;
  command: Command;
  /** The draft that it was made from: what "back to draft" restores. Null for acts without text. */
  draft: Draft | null;
  customer: CustomerSummary;
  title: string;
  state: Exclude<DeliveryState, 'kept'>;
  attempts: number;
  /**
   * It left the machine and nothing definite came back: the server may have it. Then it cannot become a draft again, since other content
   * under the same id would be a conflict for ever; it can only be sent again as it is.
   */
  mayBeApplied?: boolean | undefined;
  /** When it may be tried again; null: at once. */
  retryAt: Instant | null;
  /** Until when the server asked at its last try to be left alone: nothing goes to that server before. */
  askedUntil?: Instant | null | undefined;
  /** Why it needs the agent, or why the last try failed. */
  problem: Problem | null;
  receipt: Receipt | null;
  acceptedAt: Instant;
  confirmedAt: Instant | null;
}

/** What is noted of a try that failed and will be repeated. */
export interface Postponement {
  attempts: number;
  retryAt: Instant | null;
  /** Until when the server asked to be left alone, with everything; null where it did not. */
  askedUntil: Instant | null;
  problem: Problem | null;
  /** Left out, it stays as it is: taken for sending means that it may be. */
  mayBeApplied?: boolean;
}

/**
 * Where the words of a command are, as the agent sees it. What is queued and cannot go yet, for want of a connection, of a session
 * or of the time of its next try, is only kept here.
 * @param canGo the server answers and somebody is signed in
 */
export function deliveryOf(entry: Pick<OutboxEntry, 'state' | 'retryAt'>, canGo: boolean): DeliveryState {
  if (entry.state !== 'queued') return entry.state;
  return canGo && entry.retryAt === null ? 'queued' : 'kept';
}

/** The first command before this one on the same record that is not confirmed, or the contact person that it names: this one waits for it. Null where it waits for none. */
export function heldBackBy(entry: OutboxEntry, all: readonly OutboxEntry[]): OutboxEntry | null {
  const before = all.filter(
    (other) =>
      (other.ticketId === entry.ticketId && other.sequence < entry.sequence && other.state !== 'confirmed') ||
      (other.id === entry.waitsForId && (other.state === 'queued' || other.state === 'sending')),
  );
  return before.toSorted((a, b) => a.sequence - b.sequence)[0] ?? null;
}

/** The closing or reopening of this ticket that is on its way or needs the agent; null where there is none. */
export function waitingChangeOf<E extends Pick<OutboxEntry, 'ticketId' | 'command' | 'state'>>(
  entries: readonly E[],
  ticketId: string,
): E | null {
  const isChange = ({ command: { kind } }: E) => kind === 'closeTicket' || kind === 'reopenTicket';
  const isWaiting = (entry: E) => entry.ticketId === ticketId && entry.state !== 'confirmed';
  return entries.find((entry) => isWaiting(entry) && isChange(entry)) ?? null;
}

/** Failed tries after which the agent is told, though trying goes on: about a minute. */
const TRIES_IN_SILENCE = 5;

/** A queued command that failed so often that it should not be retried in silence any more. */
export function isTroubled(entry: Pick<OutboxEntry, 'state' | 'attempts'>): boolean {
  return (entry.state === 'queued' || entry.state === 'sending') && entry.attempts >= TRIES_IN_SILENCE;
}

/**
 * Whether a command can become a draft again: `safe` where the server surely does not have it; `at-risk` where it may, and waiting would help
 * no more, since the server itself failed over it again and again or refuses it now. Such a text goes back under new ids, so that
 * it can be sent whether the first arrived or not; if it did, the text stands in the ticket twice.
 */
export type WayBack = 'safe' | 'at-risk' | 'none';

export function wayBackOf(
  entry: Pick<OutboxEntry, 'state' | 'attempts' | 'problem' | 'mayBeApplied'>,
): WayBack {
  if (entry.state === 'sending' || entry.state === 'confirmed') return 'none';
  if (entry.mayBeApplied !== true) return 'safe';
  const isStuck = entry.state === 'needs' || (isTroubled(entry) && isServersOwnFailure(entry.problem));
  return isStuck ? 'at-risk' : 'none';
}

/** The server said itself that it failed: what a proxy says of it may be over at any moment. */
function isServersOwnFailure(problem: Problem | null): boolean {
  if (problem?.status === undefined || problem.status < 500) return false;
  return problem.code !== 'server-error' || problem.supportCode !== undefined;
}
