import type { Api } from '../api/client.ts';
import { type CallerMatch, callerMatches, callerNumber } from '../domain/caller.ts';
import { customerToEntry } from '../domain/directory.ts';
import { type Instant, toInstant } from '../domain/instant.ts';
import { problemOf } from '../domain/problem-texts.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { problems } from '../locales/pt-BR/problems.ts';
import type { DirectoryService } from './directory-service.ts';

/** Whose number a call comes from. */
export interface CallerFound {
  /** E.164, or as it came. */
  number: string;
  /** Empty for a number that nobody has; several customers where several have it. */
  matches: CallerMatch[];
  /** Of when this is; null where nothing was asked because the text is no number. */
  asOf: Instant | null;
}

/** How long (ms) a call that the directory knows nobody for waits for the server. */
const PATIENCE = 800;

/** More customers than this never share a number in earnest. */
const MOST = 10;

/**
 * Finds the customers of a caller's number: in the directory, since a ringing call does not wait for a network. The server
 * is asked where this machine has no directory yet, and for a moment where the directory knows nobody: who was
 * registered since may call.
 */
export function createCallerLookup(parts: {
  api: Pick<Api, 'searchCustomers' | 'customer'>;
  directory: Pick<DirectoryService, 'byPhone'>;
  /** The company's own DDD; null while nobody is signed in. */
  areaCode(): Promise<string | null>;
  now(): number;
}): (text: string) => Promise<Result<CallerFound>> {
  const { api } = parts;
  return async (text) => {
    const areaCode = await parts.areaCode();
    if (areaCode === null) return err(problemOf(problems, 'signed-out'));
    const number = callerNumber(text, areaCode);
    if (!number.startsWith('+')) return ok({ number, matches: [], asOf: null });
    const kept = await parts.directory.byPhone(number);
    if (kept === null) return ask(number, areaCode);
    const known = ok({ number, matches: callerMatches(number, kept.value, areaCode), asOf: kept.asOf });
    if (known.value.matches.length > 0) return known;
    const asked = await Promise.race([ask(number, areaCode), wait(PATIENCE)]);
    return asked?.ok ? asked : known;
  };

  async function ask(number: string, areaCode: string): Promise<Result<CallerFound>> {
    const found = await api.searchCustomers(number, MOST);
    if (!found.ok) return found;
    const records = await Promise.all(found.value.items.map(({ id }) => api.customer(id)));
    const entries = [];
    for (const record of records) {
      if (!record.ok) return record;
      entries.push(customerToEntry(record.value));
    }
    return ok({
      number,
      matches: callerMatches(number, entries, areaCode),
      asOf: toInstant(parts.now()),
    });
  }
}

function wait(milliseconds: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), milliseconds));
}
