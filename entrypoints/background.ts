import { defineBackground } from 'wxt/utils/define-background';
import { answerPages } from '../extension/background-requests.ts';
import { createClientStorage } from '../extension/client-storage.ts';
import { createCrm } from '../extension/crm.ts';
import { createPanelHandlers } from '../extension/panel-handlers.ts';
import { readServerUrl } from '../extension/server-url.ts';
import { startHosts } from '../extension/start-hosts.ts';
import { closeAreasToContentScripts, localArea, sessionArea, shownArea } from '../extension/value-areas.ts';
import { createWakeUps } from '../extension/wake-ups.ts';
import { createSettings } from '../storage/settings.ts';

/** Every listener is registered while this runs, so that the event that woke the background finds it. */
export default defineBackground(() => {
  void closeAreasToContentScripts();
  const local = localArea();
  const session = sessionArea();
  const settings = createSettings(local, session, shownArea());
  const storage = createClientStorage({ serverUrl: () => readServerUrl(settings) });
  const { wakeAt } = createWakeUps({
    sync: () => {
      crm.live.wake();
      void crm.sync.sync();
    },
    send: () => void crm.sync.send(),
    hasten: () => void crm.sync.hasten(),
  });
  const crm = createCrm({ settings, storage, wakeAt, openSocket: (url) => new WebSocket(url) });
  const { reads, lookUpCaller } = crm;
  const hosts = startHosts({ local, session, settings, lookup: reads.lookup, lookUpCaller });
  answerPages(createPanelHandlers({ ...crm, ...hosts }));
  void crm.session.finishSignOut().then(() => {
    crm.live.wake();
    return crm.sync.sync();
  });
});
