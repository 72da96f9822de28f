import { computed, effect } from '@preact/signals';
import type { PanelPorts } from '../state/ports.ts';
import type { ScreenPorts } from '../state/screen-ports.ts';
import { createSettings } from '../storage/settings.ts';
import { createBackgroundRequester } from './background-requests.ts';
import { createClientStorage, leaseOwner } from './client-storage.ts';
import { createCrmReader } from './crm-reader.ts';
import { keepSending } from './keep-sending.ts';
import { settingToSignal } from './live-signals.ts';
import { createScreenPorts } from './screen-ports.ts';
import { createServerPort } from './server-port.ts';
import { readServerUrl } from './server-url.ts';
import { createSessionPort } from './session-port.ts';
import { createTabPort } from './tab-port.ts';
import { localArea, sessionArea } from './value-areas.ts';
import { createDraftKeeper, createOutboxPort, createProtocolPool } from './words-ports.ts';

/** Fills the screens' ports for a page of the extension. Called once per page; it lives as long as the page. */
export function createPanelPorts(): PanelPorts & ScreenPorts {
  const settings = createSettings(localArea(), sessionArea());
  const storage = createClientStorage();
  const ask = createBackgroundRequester();

  const server = createServerPort(settings, ask);
  const session = createSessionPort(settings, server.url, ask);
  const userId = computed(() => ('user' in session.state.value ? session.state.value.user.id : null));

  const words = { storage, userId, nudge: () => void ask('sync.nudge', {}) };
  const owner = async () => {
    const [serverUrl, deviceId] = await Promise.all([readServerUrl(settings), settings.deviceId.read()]);
    return serverUrl === null || deviceId === null ? null : leaseOwner(serverUrl, deviceId);
  };

  const check = async () => {
    await ask('connection.check', {});
  };
  const tab = createTabPort(ask);
  // A panel that comes into sight, or a machine that is online again, should not wait for the next minute.
  effect(() => {
    if (tab.visible.value) void check();
  });
  addEventListener('online', () => void check());

  const outbox = createOutboxPort(words);
  const isSignedIn = computed(() => session.state.value.kind === 'signed-in');
  keepSending({ entries: outbox.entries, isSignedIn, nudge: words.nudge });

  return {
    crm: createCrmReader(ask, storage.cache, () => userId.value),
    drafts: createDraftKeeper(words),
    outbox,
    protocols: createProtocolPool(words, owner),
    session,
    connection: {
      state: settingToSignal(settings.connection, 'online'),
      check,
    },
    tab,
    changed: settingToSignal(settings.changed, null),
    now: () => new Date(),
    ...createScreenPorts(settings),
  };
}
