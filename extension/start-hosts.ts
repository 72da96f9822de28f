import type { ValueArea } from '../storage/setting.ts';
import type { Settings } from '../storage/settings.ts';
import { createEnabledHosts } from './enabled-hosts.ts';
import { listenToHostPages } from './host-events.ts';
import { createHostPage } from './host-page.ts';
import { createHostRules, createOwnRules } from './host-rules.ts';
import { type CustomerLookup, createHostService } from './host-service.ts';
import { createHostTabs } from './host-tabs.ts';
import { tellPanels } from './panel-events.ts';
import { readServerUrl } from './server-url.ts';
import type { TabContexts } from './tab-contexts.ts';

export interface HostsParts {
  local: ValueArea;
  session: ValueArea;
  settings: Settings;
  lookup: CustomerLookup;
}

/** Puts the background's side of the host pages together and starts it. What it returns serves the panels. */
export function startHosts({ local, session, settings, lookup }: HostsParts): TabContexts {
  const hosts = createEnabledHosts();
  const tabs = createHostTabs(session);
  const rules = createHostRules({
    own: createOwnRules(local),
    company: settings.companyRules,
    serverUrl: () => readServerUrl(settings),
  });
  const panelUrl = new URL('/panel.html', location.origin).href;
  const service = createHostService({
    ...{ hosts, tabs, rules, settings, lookup, tellPanels, panelUrl },
    page: createHostPage(),
  });
  listenToHostPages({ service, hosts, tabs, rules, settings });
  return service;
}
