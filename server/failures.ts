import { randomInt } from 'node:crypto';
import pg from 'pg';
import { serverRefusals } from '../locales/pt-BR/server-refusals.ts';
import type { Log } from './log.ts';
import { Refusal } from './problems.ts';

/** Letters and digits that are not taken for one another when read aloud. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Where a failure happened, without what was asked for. */
export interface FailurePlace {
  method: string;
  /** Pattern of the route, never the path itself: that may hold a document or a name. */
  route: string;
}

/**
 * A bug or an outage as the client sees it: nothing of it but a code, under which the log holds the rest. Database
 * messages quote values, so of those only code and names of tables and constraints are logged.
 */
export function failureToRefusal(error: unknown, place: FailurePlace, log: Log): Refusal {
  const supportCode = createSupportCode();
  const cause = rootOf(error);
  const isOutage = isDatabaseOutage(cause);
  log.error('request failed', { supportCode, ...place, ...describe(cause) });
  if (isOutage) {
    return new Refusal(
      {
        code: 'unavailable',
        message: serverRefusals.unavailable(supportCode),
        supportCode,
      },
      { headers: { 'retry-after': '5' } },
    );
  }
  if (isDataException(cause)) {
    return new Refusal({ code: 'invalid', message: serverRefusals.unkeepable(supportCode), supportCode });
  }
  return new Refusal({
    code: 'server-error',
    message: serverRefusals.failed(supportCode),
    supportCode,
  });
}

/** An error as a log may hold it. */
export function describe(error: unknown): Record<string, unknown> {
  if (error instanceof pg.DatabaseError) {
    const { code, table, constraint, routine } = error;
    return { error: 'DatabaseError', code, table, constraint, routine };
  }
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  const { code } = error as NodeJS.ErrnoException;
  return { error: error.name, code, message: error.message.slice(0, 300), at: frames.slice(0, 8).map(frame) };
}

function frame(line: string): string {
  return line.replace(/^ {4}at /, '').replaceAll(import.meta.dirname, 'server');
}

/** The error that others were wrapped around; wrappers of queries repeat their parameters. */
function rootOf(error: unknown): unknown {
  let root = error;
  while (root instanceof Error && root.cause !== undefined) root = root.cause;
  return root;
}

/**
 * PostgreSQL's classes for lost connections, exhausted resources and shutdown, whatever it ends a connection with
 * (it refuses one, does not know the password), and sockets that fail.
 */
function isDatabaseOutage(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) {
    return /^(08|53|57P)/.test(error.code ?? '') || /^(FATAL|PANIC)$/.test(error.severity ?? '');
  }
  if (!(error instanceof Error)) return false;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return (
    /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOENT|EAI_AGAIN|ENOTFOUND)$/.test(code) ||
    /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered)/.test(
      error.message,
    )
  );
}

/**
 * PostgreSQL's class for values that it cannot keep (too long, out of range): the same again would fail the same way, so the
 * client has to hear that it is refused, not that it should try again.
 */
function isDataException(error: unknown): boolean {
  return error instanceof pg.DatabaseError && /^22/.test(error.code ?? '');
}

function createSupportCode(): string {
  return Array.from({ length: 8 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}
