import Dexie from 'dexie';
import { type ProblemTexts, problemOf } from '../domain/problem-texts.ts';
import { err, ok, type Result } from '../domain/result.ts';

/** Whether the machine has no room left. Dexie wraps the browser's error, sometimes as the abort of a transaction. */
export function isQuotaExceeded(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === Dexie.errnames.QuotaExceeded || error.name === 'QuotaExceededError') return true;
  const { inner, cause } = error as { inner?: unknown; cause?: unknown };
  return isQuotaExceeded(inner) || isQuotaExceeded(cause);
}

/** What keeping words needs: sentences for its failures, and what may be thrown away to make room. */
export interface KeepingOptions {
  texts: ProblemTexts;
  /** Wipes copies that can be read again from the server. */
  makeRoom(): Promise<void>;
}

/**
 * Runs a write of the agent's words. Without room, copies are thrown away and it is tried once more. What fails then
 * is a problem, since the words are still on screen and can be copied; a failed write has changed nothing.
 */
export async function keepWords<T>(options: KeepingOptions, write: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await write());
  } catch (first) {
    if (!isQuotaExceeded(first)) return err(problemOf(options.texts, 'not-kept'));
  }
  try {
    await options.makeRoom();
    return ok(await write());
  } catch (second) {
    return err(problemOf(options.texts, isQuotaExceeded(second) ? 'quota-exceeded' : 'not-kept'));
  }
}
