import { computed, effect } from '@preact/signals';
import { yearOf } from '../domain/time-zone.ts';
import type { Connection, PanelPorts } from '../state/ports.ts';
import type { ScreenPorts } from '../state/screen-ports.ts';
import { createSettings } from '../storage/settings.ts';
import { createBackgroundRequester } from './background-requests.ts';
import { createCallPort } from './call-port.ts';
import { createClientStorage, leaseOwner } from './client-storage.ts';
import { createCrmReader } from './crm-reader.ts';
import { createFilePort } from './file-port.ts';
import { keepSending } from './keep-sending.ts';
import { settingToSignal } from './live-signals.ts';
import { createPresencePort } from './presence-port.ts';
import { createScreenPorts } from './screen-ports.ts';
import { createServerPort } from './server-port.ts';
import { readServerUrl } from './server-url.ts';
import { createOwnerSignal, rememberOwners } from './session-owner.ts';
import { createSessionPort } from './session-port.ts';
import { createTabPort } from './tab-port.ts';
import { localArea, sessionArea, shownArea } from './value-areas.ts';
import { createDraftKeeper, createOutboxPort, createProtocolPool } from './words-ports.ts';

/** Fills the screens' ports for a page of the extension. Called once per page; it lives as long as the page. */
export function createPanelPorts(): PanelPorts & ScreenPorts {
  const settings = createSettings(localArea(), sessionArea(), shownArea());
  const storage = createClientStorage({ serverUrl: () => readServerUrl(settings) });
  // At once, beside all else that has to be read; a failure is the failure of who needs it.
  void storage.database.open().catch(() => undefined);
  const ask = createBackgroundRequester();

  const server = createServerPort(settings, ask);
  const session = createSessionPort(settings, server.url, ask);
  const owner = createOwnerSignal(session.state);

  const words = { storage, owner, ownerOf: rememberOwners(owner), nudge: () => void ask('sync.nudge', {}) };
  const now = () => new Date();
  const lessee = async () => {
    const deviceId = await settings.deviceId.read();
    const state = session.state.value;
    if (!('company' in state) || deviceId === null) return null;
    return {
      name: leaseOwner(state.serverUrl, deviceId),
      year: yearOf(now(), state.company.timeZone),
    };
  };

  const check = async () => {
    await ask('connection.check', {});
  };
  const tab = createTabPort(ask);
  // A panel that comes into sight, or a machine whose network comes or goes, should not wait for the next minute.
  effect(() => {
    if (tab.visible.value) void check();
  });
  addEventListener('online', () => void check());
  addEventListener('offline', () => void checkUntilBelieved());
  const connection = settingToSignal(settings.connection, 'online' as Connection);
  // The first check may be answered by a request that left before the network did.
  const checkUntilBelieved = async () => {
    for (const wait of [0, 1000, 2000, 4000]) {
      await new Promise((resolve) => setTimeout(resolve, wait));
      if (navigator.onLine) return;
      await check();
      if (connection.peek() !== 'online') return;
    }
  };

  const outbox = createOutboxPort(words);
  const isSignedIn = computed(() => session.state.value.kind === 'signed-in');
  const files = createFilePort({ storage, owner, ask, nudge: words.nudge });
  keepSending({ entries: outbox.entries, uploads: files.uploads, isSignedIn, nudge: words.nudge });

  return {
    crm: createCrmReader(ask, storage.cache, () => owner.value),
    drafts: createDraftKeeper(words),
    outbox,
    files,
    protocols: createProtocolPool(words, lessee),
    session,
    connection: {
      state: connection,
      check,
    },
    tab,
    calls: createCallPort(ask, tab),
    presence: createPresencePort({ ask, presence: settings.presence, visible: tab.visible }),
    changed: settingToSignal(settings.changed, null),
    now,
    ...createScreenPorts(settings),
  };
}
