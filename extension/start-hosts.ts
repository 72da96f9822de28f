import type { ValueArea } from '../storage/setting.ts';
import type { Settings } from '../storage/settings.ts';
import { type CallerLookup, type CallService, createCallService } from './call-service.ts';
import { createEnabledHosts } from './enabled-hosts.ts';
import { listenToHostPages } from './host-events.ts';
import { createHostPage } from './host-page.ts';
import { createHostRules, createOwnRules } from './host-rules.ts';
import { type CallDisplay, type CustomerLookup, createHostService } from './host-service.ts';
import { createHostTabs } from './host-tabs.ts';
import { createPageShots, type PageShots } from './page-shots.ts';
import { tellPanels } from './panel-events.ts';
import { readServerUrl } from './server-url.ts';
import type { TabContexts } from './tab-contexts.ts';

export interface HostsParts {
  local: ValueArea;
  session: ValueArea;
  settings: Settings;
  lookup: CustomerLookup;
  lookUpCaller: CallerLookup;
}

/** What of the host pages serves the panels. */
export interface Hosts {
  tabs: TabContexts & Pick<CallDisplay, 'resizeCard'>;
  calls: CallService;
  shots: PageShots;
}

/** Puts the background's side of the host pages together and starts it. What it returns serves the panels. */
export function startHosts({ local, session, settings, lookup, lookUpCaller }: HostsParts): Hosts {
  const hosts = createEnabledHosts();
  const tabs = createHostTabs(session);
  const rules = createHostRules({
    own: createOwnRules(local),
    company: settings.companyRules,
    serverUrl: () => readServerUrl(settings),
  });
  const panelUrl = new URL('/panel.html', location.origin).href;
  const page = createHostPage();
  const calls = createCallService({
    ...{ area: session, hosts, page, lookUp: lookUpCaller },
    display: {
      showCall: (...call) => service.showCall(...call),
      dockForCall: (tabId) => service.dockForCall(tabId),
      resizeCard: (tabId, height) => service.resizeCard(tabId, height),
    },
    hasUser: async () => (await settings.session.read()) !== null,
    now: () => Date.now(),
  });
  const service = createHostService({
    ...{ hosts, tabs, rules, settings, lookup },
    ...{ tellPanels, panelUrl, page, calls },
  });
  const shots = createPageShots({
    area: session,
    now: () => Date.now(),
    tellPanels: async (tabId) => tellPanels(tabId, { ...(await service.get(tabId)), mayShoot: true }),
  });
  listenToHostPages({ service, hosts, tabs, rules, settings, calls, shots });
  return { tabs: service, calls, shots };
}
