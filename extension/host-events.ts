import { browser } from 'wxt/browser';
import { urlToHostPattern } from '../detect/match-pattern.ts';
import { fromHostPageSchema } from '../messaging/host-schema.ts';
import { isContentScript } from '../messaging/sender.ts';
import type { Settings, StoredSession } from '../storage/settings.ts';
import type { CallService } from './call-service.ts';
import type { EnabledHosts } from './enabled-hosts.ts';
import type { HostRules } from './host-rules.ts';
import type { HostService } from './host-service.ts';
import type { HostTabs } from './host-tabs.ts';
import type { PageShots } from './page-shots.ts';

export interface HostEventParts {
  service: HostService;
  hosts: EnabledHosts;
  tabs: HostTabs;
  rules: HostRules;
  settings: Pick<Settings, 'theme' | 'session'>;
  calls: CallService;
  shots: PageShots;
}

/** Listens to the browser for everything about host pages. Called once, while the background starts, so that an event wakes it. */
export function listenToHostPages(parts: HostEventParts): void {
  const { service, hosts, tabs, rules, settings, calls, shots } = parts;
  const own = { id: browser.runtime.id, baseUrl: `${location.origin}/` };
  browser.runtime.onMessage.addListener((message: unknown, sender, sendResponse) => {
    const tabId = sender.tab?.id;
    if (tabId === undefined || sender.frameId !== 0 || !isContentScript(sender, own)) return false;
    const parsed = fromHostPageSchema.safeParse(message);
    if (!parsed.success) return false;
    const from = { tabId, active: sender.tab?.active ?? false, url: sender.url ?? '' };
    // Nothing to say is said with an empty object: the browser turns undefined into null, and null means "not enabled".
    service.answer(parsed.data, from).then(
      (answer) => sendResponse(answer === undefined ? {} : answer),
      (bug: unknown) => {
        console.error(bug);
        sendResponse({});
      },
    );
    return true;
  });

  browser.tabs.onUpdated.addListener((tabId, change, tab) => {
    if (change.url !== undefined) void service.look(tabId);
    else if (change.status === 'complete') {
      void service.askAgain(tabId);
      // A telephone's page that went to another host tells nothing any more.
      void hosts.isEnabled(tab.url).then((isEnabled) => (isEnabled ? undefined : calls.seen(tabId, null)));
    }
  });
  browser.tabs.onActivated.addListener(({ tabId }) => {
    void service.askAgain(tabId);
    void calls.cameToFront(tabId);
  });
  browser.tabs.onRemoved.addListener((tabId) => {
    void tabs.forget(tabId);
    void calls.seen(tabId, null);
  });

  browser.permissions.onAdded.addListener(() => void hosts.sync());
  browser.permissions.onRemoved.addListener(() => void leaveDisabledHosts());
  browser.runtime.onInstalled.addListener(() => void hosts.sync());
  browser.runtime.onStartup.addListener(() => void hosts.sync());

  browser.action.onClicked.addListener((tab) => void openFromToolbar(tab));
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'open-panel' && tab?.id !== undefined) void press(tab.id);
  });

  /** A panel that waits for the browser's leave to capture the page takes the press as that; else it opens or closes. */
  async function press(tabId: number): Promise<void> {
    if (!(await shots.granted(tabId))) await service.toggle(tabId);
  }

  /** Every loader is asked; the one whose host is no longer enabled hears so, and leaves its page. */
  async function leaveDisabledHosts(): Promise<void> {
    await hosts.sync();
    const open = await browser.tabs.query({});
    await Promise.all(open.map(({ id }) => (id === undefined ? undefined : service.askAgain(id))));
  }

  const refresh = async () => {
    const open = await browser.tabs.query({ url: await hosts.list() });
    await service.refresh(open.flatMap(({ id }) => (id === undefined ? [] : [id])));
  };
  rules.watch(() => void refresh());
  settings.theme.watch(() => void refresh());
  let owner = settings.session.read().then(ownerOf);
  settings.session.watch((session) => void followSession(session));
  /** Names that the CRM told one user are neither another's to see nor nobody's; who signs in may be told whose code the page shows. */
  async function followSession(session: StoredSession | null): Promise<void> {
    const before = owner;
    const next = ownerOf(session);
    owner = Promise.resolve(next);
    if ((await before) !== next) {
      await calls.forget();
      const open = await browser.tabs.query({ url: await hosts.list() });
      await service.forget(open.flatMap(({ id }) => (id === undefined ? [] : [id])));
    }
    if (session?.state === 'signed-in') await askAllAgain();
  }
  const askAllAgain = async () => {
    const open = await browser.tabs.query({ url: await hosts.list() });
    for (const { id } of open) if (id !== undefined) await service.askAgain(id);
  };

  /**
   * On a page of an enabled host the button opens and closes the panel. On any other it asks the browser for that host: at once, because the
   * browser takes the question only inside of the click. Where the permission is there already the browser asks nobody.
   */
  async function openFromToolbar(tab: { id?: number | undefined; url?: string | undefined }): Promise<void> {
    const pattern = urlToHostPattern(tab.url ?? '');
    if (tab.id === undefined || pattern === null) return browser.runtime.openOptionsPage();
    const enabledBefore = hosts.isEnabled(tab.url);
    const granted = await browser.permissions.request({ origins: [pattern] });
    if (!granted) return;
    if (!(await enabledBefore)) await hosts.inject(tab.id);
    await press(tab.id);
  }
}

/** Whose names host pages may show: a user of a server, or nobody's. */
function ownerOf(session: StoredSession | null): string {
  return session === null ? '' : `${session.serverUrl} ${session.user.id}`;
}
