import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';
import { hashPassword } from '../db/passwords.ts';
import { sessions, users } from '../db/schema/index.ts';

/**
 * Gives a user a password and ends the sessions that began with another one.
 * @returns the login as it is written; null where nobody has it
 */
export async function setPassword(
  database: Database,
  login: string,
  password: string,
): Promise<string | null> {
  const passwordHash = await hashPassword(password);
  return database.transaction(async (transaction) => {
    const [user] = await transaction
      .update(users)
      .set({ passwordHash })
      .where(sql`lower(${users.login}) = lower(${login})`)
      .returning({ id: users.id, login: users.login });
    if (user === undefined) return null;
    await transaction
      .update(sessions)
      .set({ endedAt: new Date(), endReason: 'signed-out' })
      .where(and(eq(sessions.userId, user.id), isNull(sessions.endedAt)));
    return user.login;
  });
}

/** Logins of users who may sign in and have no password yet. */
export async function loginsWithoutPassword(database: Database): Promise<string[]> {
  const rows = await database
    .select({ login: users.login })
    .from(users)
    .where(and(eq(users.active, true), isNull(users.passwordHash)))
    .orderBy(users.login);
  return rows.map(({ login }) => login);
}
