import type { TokenStore } from '../api/session.ts';
import type { Settings } from '../storage/settings.ts';

/**
 * The session's tokens in the browser's storage: the short one in memory, the long one for trusted contexts only. They are
 * read only for the server that gave them, so that an address changed by policy gets none of another's.
 */
export function createTokenStore(settings: Settings, serverUrl: () => Promise<string | null>): TokenStore {
  const { accessToken, refreshToken, session } = settings;
  const isSameServer = async () => (await session.read())?.serverUrl === (await serverUrl());
  return {
    readAccess: async () => ((await isSameServer()) ? accessToken.read() : null),
    readRefresh: async () => ((await isSameServer()) ? refreshToken.read() : null),
    async write(serverUrl, tokens) {
      // The refresh token first: the one before it is used up already.
      await refreshToken.write(tokens.refreshToken);
      await accessToken.write({
        token: tokens.accessToken,
        expiresAt: tokens.accessExpiresAt,
        userId: tokens.user.id,
      });
      await session.write({ state: 'signed-in', serverUrl, user: tokens.user, company: tokens.company });
    },
    async expire() {
      await Promise.all([accessToken.clear(), refreshToken.clear()]);
      const last = await session.read();
      if (last !== null && last.state !== 'expired') await session.write({ ...last, state: 'expired' });
    },
    async clear() {
      await Promise.all([accessToken.clear(), refreshToken.clear(), session.clear()]);
    },
  };
}
