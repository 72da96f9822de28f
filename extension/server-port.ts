import { computed, type ReadonlySignal } from '@preact/signals';
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
  managed: ReadonlySignal<string | null | undefined> = settingToSignal(settings.policyServerUrl, undefined),
): ServerPort {
  void readPolicyServerUrl(settings);
  const entered = settingToSignal(settings.serverUrl, undefined);
  return {
    url: computed(() => (managed.value === null ? entered.value : managed.value)),
    isManaged: computed(() => typeof managed.value === 'string'),
    check: (url) => ask('server.check', { url }),
    use: (url) => ask('server.use', { url }),
  };
}
