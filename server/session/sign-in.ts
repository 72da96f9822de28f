import type { SessionTokens, SignInRequest } from '../../contract/session.ts';
import { serverRefusals } from '../../locales/pt-BR/server-refusals.ts';
import type { Database } from '../db/connect.ts';
import { hashPassword, verifyPassword } from '../db/passwords.ts';
import { findUserByLogin } from '../db/users.ts';
import { refuse } from '../problems.ts';
import type { Sessions } from './sessions.ts';
import type { SignInLimit } from './sign-in-limit.ts';

export type SignIn = (request: SignInRequest, address: string) => Promise<SessionTokens>;

/**
 * Sign-in with login and password. An unknown login costs as much time as a wrong password and is answered alike, so
 * that logins cannot be found out; that a user is inactive is told to those who know the password.
 */
export function createSignIn(database: Database, sessions: Sessions, limit: SignInLimit): SignIn {
  const nobody = hashPassword(`${Math.random()}`);
  return async ({ login, password, deviceId }, address) => {
    await limit.count(login, address);
    const user = await findUserByLogin(database, login);
    const isRight = await verifyPassword(password, user?.passwordHash ?? (await nobody));
    if (user === null || user.passwordHash === null || !isRight) {
      throw refuse('wrong-credentials', serverRefusals.wrongCredentials);
    }
    await limit.forgive(login, address);
    if (!user.active) {
      throw refuse('user-inactive', serverRefusals.userInactive);
    }
    return sessions.begin(user.id, deviceId);
  };
}
