import type { Command } from '../domain/command.ts';
import type { Problem } from '../domain/result.ts';

/**
 * What a failure means for the command that was sent:
 * - `wait`: it may or may not have been applied; the same command is sent again later.
 * - `wait-all`: the server cannot be reached at all, so the others wait too.
 * - `signed-out`: nothing is sent until somebody signs in.
 * - `refused`: the server said no, and would say it again: the agent decides.
 */
export type FailureKind = 'wait' | 'wait-all' | 'signed-out' | 'refused';

/** Statuses (RFC 9110, 6585) of refusals that pass by themselves. */
const PASSING = new Set([408, 421, 423, 425, 429]);

export function failureKind(problem: Problem): FailureKind {
  const { code, status } = problem;
  if (code === 'offline' || code === 'timeout') return 'wait-all';
  // Said by something in between, whatever its status is.
  if (code === 'bad-answer') return 'wait-all';
  if (code === 'not-configured' || code === 'signed-out' || status === 401) return 'signed-out';
  if (status === undefined || status >= 500 || PASSING.has(status)) return 'wait';
  return status >= 400 ? 'refused' : 'wait';
}

/** Refusals by the state of a record: the server says them after it looked for the command's id and did not find it. */
const AFTER_LOOKUP = new Set(['ticket-closed', 'ticket-open', 'closing-refused', 'edit-conflict']);

/**
 * Whether the server may have a command that it refused. Rights, size and form of a request are judged before its id is looked up, so
 * such a refusal says nothing of an earlier try whose answer was lost.
 * @param before whether it may have had it before this try
 */
export function mayBeAppliedAfter({ code, field }: Problem, before: boolean): boolean {
  // Something is there under this id already.
  if (code === 'conflict' && (field === 'id' || field === 'opinion.id')) return true;
  return before && !AFTER_LOOKUP.has(code);
}

/** Whether a refusal says that what the command asks for is so already: somebody else closed the ticket, or reopened it. */
export function isDoneBefore({ kind }: Pick<Command, 'kind'>, { code }: Problem): boolean {
  return (
    (kind === 'closeTicket' && code === 'ticket-closed') ||
    (kind === 'reopenTicket' && code === 'ticket-open')
  );
}
