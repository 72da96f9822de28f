import { and, eq, isNull } from 'drizzle-orm';
import type { CurrentUser } from '../../domain/user.ts';
import { serverRefusals } from '../../locales/pt-BR/server-refusals.ts';
import type { Database } from '../db/connect.ts';
import { sessions } from '../db/schema/index.ts';
import { readCurrentUser } from '../db/users.ts';
import { type Refusal, refuse } from '../problems.ts';
import type { AccessTokens } from './access-tokens.ts';

/** Who calls, from which device. */
export interface Actor {
  user: CurrentUser;
  sessionId: string;
  deviceId: string;
}

export interface Authenticator {
  /** @throws Refusal `signed-out` */
  authenticate(authorization: string | undefined): Promise<Actor>;
  /** Takes effect at once in this process; in others within {@link TRUST_MS}. */
  forget(sessionId: string): void;
}

/** For so long a session that was looked up is believed: sign-out and lost permissions reach every process within it. */
export const TRUST_MS = 5_000;
const CAPACITY = 10_000;

interface Remembered {
  actor: Actor;
  /** When to look again, or when the token expires, whichever is first. */
  until: number;
}

/** Reads access tokens and the sessions behind them; each is looked up at most once per {@link TRUST_MS}. */
export function createAuthenticator(
  database: Database,
  tokens: AccessTokens,
  now: () => Date,
): Authenticator {
  const remembered = new Map<string, Remembered>();

  async function lookUp(token: string): Promise<Actor> {
    const claims = await tokens.verify(token);
    if (claims === null) throw signedOut();
    const actor = await readActor(database, claims.sessionId);
    if (actor === null || actor.user.id !== claims.userId) throw signedOut();
    const time = now().getTime();
    remembered.delete(token);
    remembered.set(token, { actor, until: Math.min(time + TRUST_MS, claims.expiresAt) });
    const oldest = remembered.keys().next().value;
    if (remembered.size > CAPACITY && oldest !== undefined) remembered.delete(oldest);
    return actor;
  }

  return {
    async authenticate(authorization) {
      const token = /^Bearer ([\w.-]+)$/i.exec(authorization ?? '')?.[1];
      if (token === undefined) throw signedOut();
      const known = remembered.get(token);
      return known !== undefined && now().getTime() < known.until ? known.actor : lookUp(token);
    },
    forget(sessionId) {
      for (const [token, { actor }] of remembered) {
        if (actor.sessionId === sessionId) remembered.delete(token);
      }
    },
  };
}

async function readActor(database: Database, sessionId: string): Promise<Actor | null> {
  const [session] = await database
    .select({ userId: sessions.userId, deviceId: sessions.deviceId })
    .from(sessions)
    .where(and(eq(sessions.id, sessionId), isNull(sessions.endedAt)));
  if (session === undefined) return null;
  const user = await readCurrentUser(database, session.userId);
  return user?.active ? { user, sessionId, deviceId: session.deviceId } : null;
}

export function signedOut(): Refusal {
  return refuse('signed-out', serverRefusals.signedOut, {
    headers: { 'www-authenticate': 'Bearer realm="parecer"' },
  });
}
