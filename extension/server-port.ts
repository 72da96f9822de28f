import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Requester } from '../messaging/message.ts';
import type { PanelRequests } from '../messaging/panel-requests.ts';
import type { ServerPort } from '../state/ports.ts';
import type { Settings } from '../storage/settings.ts';
import { settingToSignal } from './live-signals.ts';
import { managedServerUrl } from './server-url.ts';

/** The server's address as a page sees it: set by policy, or entered and followed over all pages. */
export function createServerPort(
  settings: Pick<Settings, 'serverUrl'>,
  ask: Requester<PanelRequests>,
  managed: ReadonlySignal<string | null | undefined> = managedUrlSignal(),
): ServerPort {
  const entered = settingToSignal(settings.serverUrl, undefined);
  return {
    url: computed(() => (managed.value === null ? entered.value : managed.value)),
    isManaged: computed(() => typeof managed.value === 'string'),
    check: (url) => ask('server.check', { url }),
    use: (url) => ask('server.use', { url }),
  };
}

/** The address of the policy; undefined until it was read. A policy that changes is seen by the next page. */
function managedUrlSignal(): ReadonlySignal<string | null | undefined> {
  const url = signal<string | null | undefined>(undefined);
  void managedServerUrl().then((read) => {
    url.value = read;
  });
  return url;
}
