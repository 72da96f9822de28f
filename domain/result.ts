/**
 * An expected outcome as a value: rules and edges return it, bugs throw.
 * It is plain data, so it crosses contexts (messages, storage) as it is.
 */
export type Result<T, E = Problem> = { ok: true; value: T } | { ok: false; error: E };

/** Why something was refused or failed, in words that the agent can act on. */
export interface Problem {
  /** Stable machine name, e.g. `end-before-start`. The wire's `type` ends with it. */
  code: ProblemCode | (string & {});
  /** One Portuguese sentence: what happened and what to do. Never holds a secret or a customer's data. */
  message: string;
  /** Dotted path of the field at fault, e.g. `opinion.endedAt`. */
  field?: string | undefined;
  /** HTTP status, when the server answered. */
  status?: number | undefined;
  /** Short code that support can look up in the server's log. */
  supportCode?: string | undefined;
  /** How long (ms) the server wants to be left alone, where it said so. */
  retryAfterMs?: number | undefined;
}

/** Problems that the client reacts to by name; others are only shown. */
export type ProblemCode =
  | 'offline'
  | 'timeout'
  | 'server-error'
  | 'bad-answer'
  | 'not-configured'
  | 'signed-out'
  | 'wrong-credentials'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'invalid'
  | 'too-large'
  | 'too-many-requests'
  | 'ticket-closed'
  | 'closing-refused'
  | 'quota-exceeded';

export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function err<E>(error: E): { ok: false; error: E } {
  return { ok: false, error };
}
