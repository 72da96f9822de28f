import type { Http } from '../api/http.ts';
import { checkServer, parseServerUrl } from '../api/server-address.ts';
import type { ApiSession } from '../api/session.ts';
import type { Service } from '../contract/service.ts';
import { createId } from '../domain/id.ts';
import { ok, type Result } from '../domain/result.ts';
import { problems } from '../locales/pt-BR/problems.ts';
import type { Settings } from '../storage/settings.ts';
import type { ClientStorage } from './client-storage.ts';

export interface SessionService {
  signIn(login: string, password: string): Promise<Result<null>>;
  /** Wipes copies and tokens, then tells the server; drafts and outbox stay for the same user's next sign-in. */
  signOut(): Promise<Result<null>>;
  /** Goes on with a sign-out that the browser's end came in between. Called at every start. */
  finishSignOut(): Promise<void>;
  checkServer(url: string): Promise<Result<Service>>;
  /** Takes an address that answers as a Parecer server. */
  useServer(url: string): Promise<Result<Service>>;
  /** Names this installation; made at first use, for ever. */
  deviceId(): Promise<string>;
}

export function createSessionService(parts: {
  http: Http;
  session: ApiSession;
  settings: Settings;
  storage: ClientStorage;
  serverUrl(): Promise<string | null>;
  /** Somebody has just signed in. */
  signedIn(): void;
}): SessionService {
  const { http, session, settings, storage } = parts;

  return {
    async signIn(login, password) {
      // Else the rest of an earlier sign-out would end this session at the next start.
      if (await settings.wipeDue.read()) await wipe();
      const before = await settings.session.read();
      const answer = await session.signIn({ login, password, deviceId: await deviceId() });
      if (!answer.ok) return answer;
      if (before !== null && before.user.id !== answer.value.user.id) await wipe();
      parts.signedIn();
      return ok(null);
    },
    async signOut() {
      await signOut();
      return ok(null);
    },
    async finishSignOut() {
      if (await settings.wipeDue.read()) await signOut();
    },
    checkServer: check,
    async useServer(typed) {
      const answer = await check(typed);
      const url = parseServerUrl(typed, problems);
      if (!answer.ok || !url.ok) return answer;
      if (url.value !== (await parts.serverUrl())) {
        await signOut(async () => {
          // Another company's: they are no good there.
          await Promise.all([settings.companyRules.clear(), settings.companyRulesAt.clear()]);
          await settings.serverUrl.write(url.value);
        });
      }
      return answer;
    },
    deviceId,
  };

  async function check(typed: string): Promise<Result<Service>> {
    const url = parseServerUrl(typed, problems);
    return url.ok ? checkServer(http, url.value, problems) : url;
  }

  async function deviceId(): Promise<string> {
    const known = await settings.deviceId.read();
    if (known !== null) return known;
    const made = createId();
    await settings.deviceId.write(made);
    return made;
  }

  /** Nothing of it waits for the network but the farewell, which comes last. */
  async function signOut(then?: () => Promise<void>): Promise<void> {
    await settings.wipeDue.write(true);
    await session.signOut(async () => {
      await wipe();
      await then?.();
    });
  }

  async function wipe(): Promise<void> {
    const { cache, directory, cursors, files } = storage;
    await Promise.all([cache.clear(), directory.clear(), cursors.clear(), files.clearCopies()]);
    await settings.changed.clear();
    await settings.wipeDue.clear();
  }
}
