import { computed, type ReadonlySignal } from '@preact/signals';
import { ok, type Result } from '../domain/result.ts';
import type { Requester } from '../messaging/message.ts';
import type { PanelRequests } from '../messaging/panel-requests.ts';
import type { SessionPort, SessionState } from '../state/ports.ts';
import type { Settings, StoredSession } from '../storage/settings.ts';
import { settingToSignal } from './live-signals.ts';

/** The session as a page sees it: stored values that it follows, and requests to the background. */
export function createSessionPort(
  settings: Pick<Settings, 'session'>,
  serverUrl: ReadonlySignal<string | null | undefined>,
  ask: Requester<PanelRequests>,
): SessionPort {
  const session = settingToSignal(settings.session, undefined);
  return {
    state: computed(() => toSessionState(serverUrl.value, session.value)),
    signIn: async (login, password) => withoutValue(await ask('session.signIn', { login, password })),
    signOut: async () => withoutValue(await ask('session.signOut', {})),
  };
}

/** Undefined stands for what was not read yet. A session with another server than the one now set is none. */
export function toSessionState(
  serverUrl: string | null | undefined,
  session: StoredSession | null | undefined,
): SessionState {
  if (serverUrl === undefined || session === undefined) return { kind: 'loading' };
  if (serverUrl === null) return { kind: 'not-configured' };
  if (session === null || session.serverUrl !== serverUrl) return { kind: 'signed-out', serverUrl };
  return { kind: session.state, serverUrl, user: session.user, company: session.company };
}

function withoutValue(result: Result<unknown>): Result<void> {
  return result.ok ? ok(undefined) : result;
}
