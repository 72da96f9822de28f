import { type SessionTokens, type SignInRequest, sessionTokensSchema } from '../contract/session.ts';
import { type ProblemTexts, problemOf } from '../domain/problem-texts.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Http } from './http.ts';

/** A token, and for whom it speaks. */
export interface Access {
  token: string;
  userId: string;
}

/** Where the session's tokens are kept. Both are written before anything uses them. */
export interface TokenStore {
  readAccess(): Promise<(Access & { expiresAt: string }) | null>;
  readRefresh(): Promise<string | null>;
  /** New tokens after sign-in or refresh. */
  write(serverUrl: string, tokens: SessionTokens): Promise<void>;
  /** The session ended by itself: tokens go, who was signed in stays. */
  expire(): Promise<void>;
  /** The user signed out: everything of the session goes. */
  clear(): Promise<void>;
}

export interface SessionOptions {
  http: Http;
  store: TokenStore;
  /** Null while no address is set. */
  serverUrl(): Promise<string | null>;
  now(): number;
  texts: ProblemTexts;
}

/** The session with the server: one for all contexts, held by the background. */
export interface ApiSession {
  signIn(request: SignInRequest): Promise<Result<SessionTokens>>;
  /**
   * Ends the session here in any case, without the network; then the server is told, where it can be reached.
   * @param wipe runs once the tokens are gone, before anything is asked of the server
   */
  signOut(wipe?: () => Promise<void>): Promise<void>;
  /** A token that is good now; `signed-out` where there is none and none can be had. */
  access(): Promise<Result<Access>>;
  /** After a 401 with `refused`: another token, or `signed-out`. Several at once make one refresh. */
  renew(refused: string): Promise<Result<Access>>;
}

const TIMEOUT = 15_000;
/** The session has ended here by then: nobody should wait long for the server to hear of it. */
const GOODBYE_TIMEOUT = 4_000;
/** A token that expires in less than this (ms) would be refused on arrival by a clock that is a little ahead. */
const MARGIN = 20_000;

export function createApiSession(options: SessionOptions): ApiSession {
  const { http, store, texts, now } = options;
  let refreshing: Promise<Result<Access>> | null = null;
  /** A token that looked expired when it came: this machine's clock is wrong, and only the server can say when it is over. */
  let newInSpiteOfClock: string | null = null;
  /** How often somebody signed in or out. A renewal that began before says nothing of the session that is there now. */
  let generation = 0;
  let writing: Promise<unknown> = Promise.resolve();
  const signedOut = () => err(problemOf(texts, 'signed-out', { status: 401 }));

  return {
    async signIn(request) {
      const serverUrl = await options.serverUrl();
      if (serverUrl === null) return err(problemOf(texts, 'not-configured'));
      const answer = await http(serverUrl, {
        method: 'POST',
        path: 'session',
        body: request,
        answer: sessionTokensSchema,
        timeout: TIMEOUT,
      });
      if (answer.ok) {
        generation += 1;
        await inTurn(() => store.write(serverUrl, answer.value));
      }
      return answer;
    },

    async signOut(wipe = async () => {}) {
      // What a refresh under way brings is of a session before this one, and is not written any more.
      generation += 1;
      const left = await inTurn(async () => {
        const [serverUrl, access, refreshToken] = await Promise.all([
          options.serverUrl(),
          store.readAccess(),
          store.readRefresh(),
        ]);
        await store.clear();
        return { serverUrl, access, refreshToken };
      });
      try {
        await wipe();
      } finally {
        await sayGoodbye(left);
      }
    },

    access: currentAccess,

    async renew(refused) {
      const access = await store.readAccess();
      if (access !== null && access.token !== refused) return ok(access);
      return refreshOnce();
    },
  };

  async function currentAccess(): Promise<Result<Access>> {
    if (refreshing !== null) return refreshing;
    const access = await store.readAccess();
    if (access !== null && !isOver(access)) return ok(access);
    return refreshOnce();
  }

  function isOver({ token, expiresAt }: { token: string; expiresAt: string }): boolean {
    return token !== newInSpiteOfClock && Date.parse(expiresAt) - MARGIN <= now();
  }

  /** Tells the server that the session is over, as who it was: its tokens are gone from the store. */
  async function sayGoodbye(left: {
    serverUrl: string | null;
    access: (Access & { expiresAt: string }) | null;
    refreshToken: string | null;
  }): Promise<void> {
    const { serverUrl, access, refreshToken } = left;
    if (serverUrl === null) return;
    let token = access === null || isOver(access) ? null : access.token;
    if (token === null && refreshToken !== null) {
      const renewed = await requestRefresh(serverUrl, refreshToken, GOODBYE_TIMEOUT);
      token = renewed.ok ? renewed.value.accessToken : null;
    }
    if (token === null) return;
    const request = { method: 'DELETE', path: 'session', answer: null, timeout: GOODBYE_TIMEOUT } as const;
    await http(serverUrl, { ...request, token });
  }

  function requestRefresh(serverUrl: string, refreshToken: string, timeout: number) {
    return http(serverUrl, {
      method: 'POST',
      path: 'session/refresh',
      body: { refreshToken },
      answer: sessionTokensSchema,
      timeout,
    });
  }

  function refreshOnce(): Promise<Result<Access>> {
    refreshing ??= refresh().finally(() => {
      refreshing = null;
    });
    return refreshing;
  }

  /** One write of the session after the other: two at once would leave the tokens of one beside the user of the other. */
  function inTurn<T>(write: () => Promise<T>): Promise<T> {
    const done = writing.then(write, write);
    writing = done;
    return done;
  }

  /** Writes what a renewal says of the session; false where another session is there since it was asked. */
  function settle(asked: number, write: () => Promise<void>): Promise<boolean> {
    return inTurn(async () => {
      if (asked !== generation) return false;
      await write();
      return true;
    });
  }

  async function accessOfNewSession(): Promise<Result<Access>> {
    const access = await inTurn(() => store.readAccess());
    return access === null ? signedOut() : ok(access);
  }

  async function refresh(): Promise<Result<Access>> {
    const asked = generation;
    const serverUrl = await options.serverUrl();
    if (serverUrl === null) return err(problemOf(texts, 'not-configured'));
    const refreshToken = await store.readRefresh();
    if (refreshToken === null) {
      return (await settle(asked, () => store.expire())) ? signedOut() : accessOfNewSession();
    }
    const answer = await requestRefresh(serverUrl, refreshToken, TIMEOUT);
    if (answer.ok) {
      if (!(await settle(asked, () => store.write(serverUrl, answer.value)))) return accessOfNewSession();
      const { accessToken: token, accessExpiresAt: expiresAt } = answer.value;
      newInSpiteOfClock = isOver({ token, expiresAt }) ? token : null;
      return ok({ token, userId: answer.value.user.id });
    }
    // Only the server itself ends a session: an answer of a proxy or no answer leaves it as it is.
    if (answer.error.status === 401 && answer.error.code !== 'bad-answer') {
      return (await settle(asked, () => store.expire())) ? signedOut() : accessOfNewSession();
    }
    return answer;
  }
}
