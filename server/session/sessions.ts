import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import type { SessionTokens } from '../../contract/session.ts';
import { createId } from '../../domain/id.ts';
import { toInstant } from '../../domain/instant.ts';
import { readCompany } from '../db/company.ts';
import type { Database } from '../db/connect.ts';
import { refreshTokens, sessions } from '../db/schema/index.ts';
import { readCurrentUser } from '../db/users.ts';
import type { Settings } from '../settings.ts';
import type { AccessTokens } from './access-tokens.ts';
import { signedOut } from './authenticator.ts';
import { createRefreshToken, hashRefreshToken } from './refresh-token.ts';

export interface Sessions {
  /** Begins a session of the user on the device. */
  begin(userId: string, deviceId: string): Promise<SessionTokens>;
  /** Exchanges a refresh token for new ones. @throws Refusal `signed-out` when the session has ended or ends by it */
  refresh(token: string): Promise<SessionTokens>;
  /** Ends a session; harmless when it has ended. */
  end(sessionId: string, reason: EndReason): Promise<void>;
}

type EndReason = NonNullable<(typeof sessions.$inferSelect)['endReason']>;
type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

export function createSessions(
  database: Database,
  tokens: AccessTokens,
  settings: Settings,
  now: () => Date,
): Sessions {
  const expiry = () => new Date(now().getTime() + settings.SESSION_SECONDS * 1000);

  async function answer(
    session: { id: string; userId: string },
    refreshToken: string,
  ): Promise<SessionTokens> {
    const [access, user, company] = await Promise.all([
      tokens.sign({ userId: session.userId, sessionId: session.id }),
      readCurrentUser(database, session.userId),
      readCompany(database),
    ]);
    if (user === null) throw signedOut();
    return {
      accessToken: access.token,
      accessExpiresAt: toInstant(access.expiresAt),
      refreshToken,
      user,
      company,
    };
  }

  async function end(database: Database | Transaction, sessionId: string, endReason: EndReason) {
    await database
      .update(sessions)
      .set({ endedAt: now(), endReason })
      .where(and(eq(sessions.id, sessionId), isNull(sessions.endedAt)));
  }

  return {
    async begin(userId, deviceId) {
      const session = { id: createId(), userId };
      const token = createRefreshToken();
      await database.transaction(async (transaction) => {
        // Tokens of sessions that ended by themselves serve nobody any more.
        await transaction
          .delete(sessions)
          .where(and(eq(sessions.userId, userId), lt(sessions.expiresAt, now())));
        await transaction
          .insert(sessions)
          .values({ ...session, deviceId, startedAt: now(), expiresAt: expiry() });
        await issue(transaction, session.id, token, null);
      });
      return answer(session, token);
    },

    async refresh(token) {
      const exchanged = await database.transaction(async (transaction) => {
        const found = await lockToken(transaction, hashRefreshToken(token));
        if (found === null || found.endedAt !== null || found.expiresAt <= now()) return null;
        if (!(await isExchangeable(transaction, found))) {
          // Two hold tokens of this session, and it cannot be told who is the thief.
          await end(transaction, found.sessionId, 'token-reuse');
          return null;
        }
        const successor = createRefreshToken();
        await transaction
          .update(refreshTokens)
          .set({ usedAt: found.usedAt ?? now() })
          .where(eq(refreshTokens.hash, found.hash));
        await issue(transaction, found.sessionId, successor, found.hash);
        await transaction
          .update(sessions)
          .set({ expiresAt: expiry() })
          .where(eq(sessions.id, found.sessionId));
        return { session: { id: found.sessionId, userId: found.userId }, successor };
      });
      if (exchanged === null) throw signedOut();
      const { session, successor } = exchanged;
      const answered = await answer(session, successor);
      if (answered.user.active) return answered;
      await end(database, session.id, 'user-inactive');
      throw signedOut();
    },

    end: (sessionId, reason) => end(database, sessionId, reason),
  };

  async function issue(
    transaction: Transaction,
    sessionId: string,
    token: string,
    parentHash: Buffer | null,
  ) {
    await transaction
      .insert(refreshTokens)
      .values({ hash: hashRefreshToken(token), sessionId, parentHash, issuedAt: now() });
  }

  /** The token with its session, whose row is locked: exchanges of one session happen one after the other. */
  async function lockToken(transaction: Transaction, hash: Buffer) {
    const [owner] = await transaction
      .select({ id: refreshTokens.sessionId })
      .from(refreshTokens)
      .where(eq(refreshTokens.hash, hash));
    if (owner === undefined) return null;
    const [session] = await transaction
      .select()
      .from(sessions)
      .where(eq(sessions.id, owner.id))
      .for('update');
    const [token] = await transaction.select().from(refreshTokens).where(eq(refreshTokens.hash, hash));
    if (session === undefined || token === undefined) return null;
    const { userId, endedAt, expiresAt } = session;
    return { ...token, userId, endedAt, expiresAt };
  }

  /**
   * A token that was never used may be exchanged. So may, for a short time, one whose successor was never used: the answer
   * that carried the successor was lost. The lost successor is then void, and whoever uses it later ends the session.
   */
  async function isExchangeable(
    transaction: Transaction,
    token: { hash: Buffer; usedAt: Date | null; replacedAt: Date | null },
  ): Promise<boolean> {
    if (token.replacedAt !== null) return false;
    if (token.usedAt === null) return true;
    if (now().getTime() - token.usedAt.getTime() > settings.REFRESH_GRACE_SECONDS * 1000) return false;
    const [used] = await transaction
      .select({ count: sql<number>`count(*)::int` })
      .from(refreshTokens)
      .where(and(eq(refreshTokens.parentHash, token.hash), sql`${refreshTokens.usedAt} is not null`));
    if (used?.count !== 0) return false;
    await transaction
      .update(refreshTokens)
      .set({ replacedAt: now() })
      .where(and(eq(refreshTokens.parentHash, token.hash), isNull(refreshTokens.replacedAt)));
    return true;
  }
}
