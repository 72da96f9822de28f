import type { ChangePage } from '../contract/changes.ts';
import type { ProtocolLease } from '../contract/protocol-leases.ts';
import type { Command, Receipt } from '../domain/command.ts';
import type { OutboxEntry, Postponement } from '../domain/delivery.ts';
import type { Owner } from '../domain/owner.ts';
import type { Problem, Result } from '../domain/result.ts';

/** What the order of sending needs to know of an entry that is not confirmed. */
export type WaitingEntry = Pick<
  OutboxEntry,
  | 'id'
  | 'ticketId'
  | 'sequence'
  | 'state'
  | 'attempts'
  | 'retryAt'
  | 'askedUntil'
  | 'mayBeApplied'
  | 'waitsForId'
>;

/** What sending needs of the outbox. Each method is one transaction. */
export interface SenderOutbox {
  /** The owner's unconfirmed entries, and the tickets of rows that could not be read: nothing of theirs is sent. */
  waiting(owner: Owner): Promise<{ items: WaitingEntry[]; blockedTicketIds: readonly string[] }>;
  /** What was under way when its sender died is queued again. */
  recover(owner: Owner): Promise<void>;
  /** Takes a queued entry for sending and gives its command; null where it is not queued any more or not readable. */
  claim(id: string): Promise<Command | null>;
  /** Without a receipt where another command had done it before, and of what changes no ticket. */
  confirm(id: string, receipt: Receipt | null): Promise<void>;
  postpone(id: string, failure: Postponement): Promise<void>;
  /** The server said no: the agent decides. */
  refuse(id: string, problem: Problem, mayBeApplied: boolean): Promise<void>;
}

/** Runs one task at a time among all contexts of this machine, in turn. */
export type Lock = <T>(task: () => Promise<T>) => Promise<T>;

/** Asks the server. Every failure is a value. */
export interface Transport {
  /** Whether a command of this owner would arrive, asked without one: what was never sent can be taken back. */
  reach(owner: Owner): Promise<Result<void>>;
  /** Sends a command as this user to this server; `signed-out` where somebody else, or nobody, is signed in by then, or elsewhere. */
  send(command: Command, owner: Owner): Promise<Result<Receipt | null>>;
  changes(after?: string): Promise<Result<ChangePage>>;
  leaseProtocols(id: string, count: number): Promise<Result<ProtocolLease>>;
}

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}
