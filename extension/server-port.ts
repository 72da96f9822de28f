import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Requester } from '../messaging/message.ts';
import type { PanelRequests } from '../messaging/panel-requests.ts';
import type { ServerPort } from '../state/ports.ts';
import type { Settings } from '../storage/settings.ts';
import { settingToSignal } from './live-signals.ts';
import { readPolicyServerUrl } from './server-url.ts';

/** The server's address as a page sees it: set by policy, or entered and followed over all pages. */
export function createServerPort(
  settings: Pick<Settings, 'serverUrl' | 'policyServerUrl'>,
  ask: Requester<PanelRequests>,
  managed: ReadonlySignal<string | null | undefined> = followPolicy(settings),
): ServerPort {
  const entered = settingToSignal(settings.serverUrl, undefined);
  return {
    url: computed(() => (managed.value === null ? entered.value : managed.value)),
    isManaged: computed(() => typeof managed.value === 'string'),
    check: (url) => ask('server.check', { url }),
    use: (url) => ask('server.use', { url }),
  };
}

/** How long (ms) a page of a new profile waits for the browser's first word about policies; most have none. */
const FIRST_WORD = 500;

/** The address of the policy; undefined until it is known. */
function followPolicy(
  settings: Pick<Settings, 'policyServerUrl'>,
): ReadonlySignal<string | null | undefined> {
  const said = settingToSignal(settings.policyServerUrl, undefined);
  const waited = signal(false);
  void readPolicyServerUrl(settings);
  setTimeout(() => {
    waited.value = true;
  }, FIRST_WORD);
  return computed(() => (said.value === undefined && waited.value ? null : said.value));
}
