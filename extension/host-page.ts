import { browser } from 'wxt/browser';
import type { ToHostPage } from '../messaging/host.ts';

/** The scripts of ours in the top frame of a tab. */
export interface HostPage {
  /** Nobody there is no failure: the page may have none of our scripts, or be gone. */
  tell(tabId: number, message: ToHostPage): Promise<void>;
  /** Mounts the dock, hidden, where it is not there yet. */
  prepareDock(tabId: number): Promise<void>;
  /** The tabs in front, one in each window; with their address where this extension may know it. */
  inFront(): Promise<{ id: number; url: string | undefined }[]>;
}

export function createHostPage(): HostPage {
  return {
    async tell(tabId, message) {
      try {
        await browser.tabs.sendMessage(tabId, message, { frameId: 0 });
      } catch {
        // The browser rejects when no script listens in that tab.
      }
    },
    async prepareDock(tabId) {
      try {
        await browser.scripting.executeScript({ target: { tabId }, files: ['/dock.js'] });
      } catch {
        // The tab is gone or shows a page that may not be touched: then there is no launcher either.
      }
    },
    async inFront() {
      const tabs = await browser.tabs.query({ active: true });
      return tabs.flatMap(({ id, url }) => (id === undefined ? [] : [{ id, url }]));
    },
  };
}
