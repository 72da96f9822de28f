import type { TokenStore } from '../../../api/session.ts';

/** Tokens in memory, as the browser's storage would keep them. */
export function createMemoryTokens(): TokenStore & { expired: boolean } {
  let access: { token: string; userId: string; expiresAt: string } | null = null;
  let refresh: string | null = null;
  return {
    expired: false,
    readAccess: async () => access,
    readRefresh: async () => refresh,
    async write(_, tokens) {
      access = { token: tokens.accessToken, userId: tokens.user.id, expiresAt: tokens.accessExpiresAt };
      refresh = tokens.refreshToken;
      this.expired = false;
    },
    async expire() {
      access = null;
      refresh = null;
      this.expired = true;
    },
    async clear() {
      access = null;
      refresh = null;
    },
  };
}
