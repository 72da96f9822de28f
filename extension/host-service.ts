import type { HostRule } from '../detect/host-rule.ts';
import {
  foundCustomer,
  type HostTab,
  type HostTabEvent,
  panelModeOf,
  type TabCall,
} from '../detect/host-tab.ts';
import { rulesToAttributes } from '../detect/rule-attributes.ts';
import { matchesUrlPattern } from '../detect/url-pattern.ts';
import type { CustomerSummary } from '../domain/customer.ts';
import launcherCss from '../host/launcher.css?inline';
import { host as texts } from '../locales/pt-BR/host.ts';
import type { DockAnswer, DockLayout, FromHostPage, LauncherView, LoaderState } from '../messaging/host.ts';
import type { TabContext } from '../messaging/panel-events.ts';
import type { Settings } from '../storage/settings.ts';
import type { CallWatch } from './call-service.ts';
import type { EnabledHosts } from './enabled-hosts.ts';
import type { HostPage } from './host-page.ts';
import type { HostRules } from './host-rules.ts';
import type { HostTabs } from './host-tabs.ts';
import { hostTabToLauncher } from './launcher-view.ts';
import type { TabContexts } from './tab-contexts.ts';

/** Whose code is it? Null when the CRM does not know it or could not be asked. */
export type CustomerLookup = (code: string) => Promise<CustomerSummary | null>;

export interface HostServiceParts {
  hosts: EnabledHosts;
  page: HostPage;
  tabs: HostTabs;
  rules: HostRules;
  settings: Pick<Settings, 'theme' | 'panelPlacements'>;
  lookup: CustomerLookup;
  /** Tells the panels of a tab what it is about now. */
  tellPanels(tabId: number, context: TabContext): Promise<void>;
  /** Address of the panel page. */
  panelUrl: string;
  /** Hears of the calls that pages show. */
  calls: CallWatch;
}

/** Where a message of a host page comes from. */
export interface HostSender {
  tabId: number;
  /** Is the tab in front? Only there is a panel warmed. */
  active: boolean;
  url: string;
}

/** Where calls are shown. */
export interface CallDisplay {
  /** Tells a tab of a call, or that there is none; `focus` where the agent asked to see it. */
  showCall(tabId: number, call: TabCall | null, focus: boolean): Promise<void>;
  /** The agent begins a ticket because of the call: the panel takes the place of the card. */
  dockForCall(tabId: number): Promise<void>;
  /** The panel's content as a card is this high. */
  resizeCard(tabId: number, height: number): Promise<void>;
}

const USUAL: DockLayout = { width: 400, side: 'right' };

export interface HostService extends TabContexts, CallDisplay {
  answer(message: FromHostPage, sender: HostSender): Promise<unknown>;
  /** The shortcut or the toolbar button in a tab of an enabled host. */
  toggle(tabId: number): Promise<void>;
  /** Forgets what the CRM said of customer and caller in these tabs. */
  forget(tabIds: number[]): Promise<void>;
  /** The address of the tab changed: its page looks again. */
  look(tabId: number): Promise<void>;
  /** The tab came to the front, or back from the browser's cache: its page tells again what it shows. */
  askAgain(tabId: number): Promise<void>;
  /** Rules, theme or hosts changed: every open page hears of it. */
  refresh(tabIds: number[]): Promise<void>;
}

/** The background's side of the host pages: which customer each tab is about, what the launcher shows, and whether the panel is open. */
export function createHostService(parts: HostServiceParts): HostService {
  const { page, tabs, settings } = parts;

  async function change(tabId: number, event: HostTabEvent): Promise<HostTab> {
    const { before, after } = await tabs.change(tabId, event);
    const context = hostTabToContext(after);
    if (JSON.stringify(context) !== JSON.stringify(hostTabToContext(before)))
      await parts.tellPanels(tabId, context);
    return after;
  }
  async function launcher(tab: HostTab): Promise<LauncherView> {
    return hostTabToLauncher(tab, await settings.theme.read());
  }
  async function draw(tabId: number, tab: HostTab): Promise<void> {
    await page.tell(tabId, { type: 'host/state', state: { launcher: await launcher(tab) } });
  }
  /** Counts how often everything was forgotten: an answer to a question from before is nobody's any more. */
  let forgotten = 0;
  /** Asks the CRM for the name; the launcher shows the code meanwhile. */
  async function lookUp(tabId: number, tab: HostTab): Promise<void> {
    const found = foundCustomer(tab);
    if (!found || tab.customer) return;
    const asked = forgotten;
    const customer = await parts.lookup(found.code);
    if (customer && asked === forgotten)
      await draw(tabId, await change(tabId, { type: 'looked-up', code: found.code, customer }));
  }
  async function dock(tabId: number, docked: boolean, focus: boolean): Promise<void> {
    const tab = await change(tabId, { type: 'docked', docked });
    if (docked) await page.prepareDock(tabId);
    if (docked) await page.tell(tabId, { type: 'dock/show', focus });
    else await page.tell(tabId, { type: 'dock/hide' });
    // A call that came meanwhile still asks.
    if (panelModeOf(tab) === 'card') await page.tell(tabId, { type: 'dock/card', focus: false });
    await draw(tabId, tab);
  }
  /** Opens what there is to open: the card of a call that asks, else the panel. */
  async function open(tabId: number): Promise<void> {
    if (!(await parts.calls.expand(tabId))) await dock(tabId, true, true);
  }
  async function dockAnswer(sender: HostSender): Promise<DockAnswer> {
    const [tab, placements, theme] = await Promise.all([
      tabs.read(sender.tabId),
      settings.panelPlacements.read(),
      settings.theme.read(),
    ]);
    const layout = placements[new URL(sender.url).host] ?? USUAL;
    const { panelTitle: title, handle } = texts;
    return { panel: parts.panelUrl, layout, mode: panelModeOf(tab), theme, title, handle };
  }

  return {
    async answer(message, sender) {
      const { tabId } = sender;
      if (!(await parts.hosts.isEnabled(sender.url))) {
        void parts.calls.seen(tabId, null);
        return null;
      }
      switch (message.type) {
        case 'host/hello': {
          const tab = await change(tabId, { type: 'loaded', origin: new URL(sender.url).origin });
          if (panelModeOf(tab) !== 'hidden') void page.prepareDock(tabId);
          else if (sender.active) void parts.calls.cameToFront(tabId);
          const rules = await parts.rules.read();
          const view = await launcher(tab);
          if (!isTelephone(rules, sender.url)) void parts.calls.seen(tabId, null);
          return {
            rules,
            attributes: rulesToAttributes(rules),
            launcher: view,
            css: launcherCss,
          } satisfies LoaderState;
        }
        case 'host/evidence': {
          const [tab, rules] = await Promise.all([
            change(tabId, { type: 'evidence', evidence: message.evidence }),
            parts.rules.read(),
          ]);
          const { call } = message;
          // Also where somebody may call at any moment.
          if (sender.active && (message.evidence.length > 0 || call !== undefined))
            void page.prepareDock(tabId);
          // A page that is no telephone's ends what the tab's page before it told of; a telephone's that says nothing has not been looked at yet.
          if (call !== undefined || !isTelephone(rules, sender.url))
            void parts.calls.seen(tabId, call ?? null);
          void lookUp(tabId, tab);
          return { launcher: await launcher(tab) } satisfies LoaderState;
        }
        case 'host/tel':
          return parts.calls.dialled(tabId, message.number);
        case 'host/near':
          return page.prepareDock(tabId);
        case 'host/open':
          return open(tabId);
        case 'dock/hello':
          return dockAnswer(sender);
        case 'dock/covered':
          return void (await change(tabId, { type: 'covered', covered: message.covered }));
        case 'dock/layout': {
          const placements = await settings.panelPlacements.read();
          return settings.panelPlacements.write({
            ...placements,
            [new URL(sender.url).host]: message.layout,
          });
        }
      }
    },
    async toggle(tabId) {
      if ((await tabs.read(tabId)).docked) await dock(tabId, false, true);
      else await open(tabId);
    },
    async forget(tabIds) {
      forgotten += 1;
      await Promise.all(tabIds.map(async (tabId) => draw(tabId, await change(tabId, { type: 'forgotten' }))));
    },
    async look(tabId) {
      await page.tell(tabId, { type: 'host/look' });
    },
    async askAgain(tabId) {
      await page.tell(tabId, { type: 'host/tell' });
    },
    async refresh(tabIds) {
      const rules = await parts.rules.read();
      await Promise.all(
        tabIds.map(async (tabId) => {
          const attributes = rulesToAttributes(rules);
          const state = { rules, attributes, launcher: await launcher(await tabs.read(tabId)) };
          await page.tell(tabId, { type: 'host/state', state });
        }),
      );
    },
    async get(tabId) {
      return hostTabToContext(await tabs.read(tabId));
    },
    async dismiss(tabId, code) {
      const tab = await change(tabId, { type: 'dismissed', code });
      await draw(tabId, tab);
      await lookUp(tabId, tab);
    },
    async close(tabId) {
      await dock(tabId, false, false);
    },
    async showCall(tabId, call, focus) {
      const before = panelModeOf(await tabs.read(tabId));
      const tab = await change(tabId, { type: 'call', call });
      const mode = panelModeOf(tab);
      if (mode === 'card' && (focus || before !== 'card')) {
        await page.prepareDock(tabId);
        await page.tell(tabId, { type: 'dock/card', focus });
      } else if (mode === 'hidden' && before === 'card') await page.tell(tabId, { type: 'dock/hide' });
      await draw(tabId, tab);
    },
    dockForCall: (tabId) => dock(tabId, true, true),
    async resizeCard(tabId, height) {
      await page.tell(tabId, { type: 'dock/card-height', height });
    },
  };
}

/** Is there a rule about calls for this page? */
function isTelephone(rules: readonly HostRule[], url: string): boolean {
  return rules.some((rule) => rule.call !== undefined && matchesUrlPattern(rule.urlPattern, url));
}

function hostTabToContext(tab: HostTab): TabContext {
  const { call, docked, covered } = tab;
  return {
    pageCustomer: foundCustomer(tab),
    visible: docked,
    covered,
    card: panelModeOf(tab) === 'card',
    call: call && { call: call.call, asks: call.asks, taken: call.taken },
  };
}
