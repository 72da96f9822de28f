import { createHash } from 'node:crypto';
import { getTableName } from 'drizzle-orm';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { serverRefusals } from '../../locales/pt-BR/server-refusals.ts';
import type { Database } from '../db/connect.ts';
import { rateLimits } from '../db/schema/index.ts';
import { refuse } from '../problems.ts';
import type { Settings } from '../settings.ts';

const WINDOW_SECONDS = 15 * 60;

export interface SignInLimit {
  /** Counts an attempt. @throws Refusal `too-many-requests` with Retry-After */
  count(login: string, address: string): Promise<void>;
  /** A right password makes the earlier attempts of this login from this address good. */
  forgive(login: string, address: string): Promise<void>;
}

/**
 * Slows guessing down, for all processes together: per login and address, so that nobody can lock a colleague out from
 * elsewhere, and per address, so that nobody tries one password on every login.
 */
export function createSignInLimit(database: Database, settings: Settings): SignInLimit {
  const shared = {
    storeClient: database.$client,
    tableName: getTableName(rateLimits),
    tableCreated: true,
    duration: WINDOW_SECONDS,
    clearExpiredByTimeout: true,
  };
  const byLogin = new RateLimiterPostgres({
    ...shared,
    keyPrefix: 'login',
    points: settings.SIGN_IN_ATTEMPTS,
  });
  const byAddress = new RateLimiterPostgres({
    ...shared,
    keyPrefix: 'address',
    points: settings.SIGN_IN_ATTEMPTS_PER_ADDRESS,
  });
  return {
    async count(login, address) {
      await consume(byAddress, fingerprint(address));
      await consume(byLogin, fingerprint(login.toLowerCase(), address));
    },
    async forgive(login, address) {
      await byLogin.delete(fingerprint(login.toLowerCase(), address));
      await byAddress.reward(fingerprint(address));
    },
  };
}

async function consume(limiter: RateLimiterPostgres, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    throw refuse('too-many-requests', serverRefusals.tooManyAttempts(Math.ceil(seconds / 60)), {
      headers: { 'retry-after': `${seconds}` },
    });
  }
}

/** Keys are hashed: the table of counters is no list of who tried to sign in from where. */
function fingerprint(...parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
