import { browser } from 'wxt/browser';
import { coversHost } from '../detect/match-pattern.ts';

const SCRIPT_ID = 'host';
const LOADER = '/content-scripts/host.js';

/**
 * The hosts on which the loader runs: those that the user or the company gave the permission for. The browser keeps the list; nobody else does.
 */
export interface EnabledHosts {
  /** Match patterns, e.g. `https://erp.exemplo.com.br/*`. */
  list(): Promise<string[]>;
  isEnabled(url: string | undefined): Promise<boolean>;
  /** Makes the registered script fit the list, and starts the loader in tabs that are open already. */
  sync(): Promise<void>;
  /** Starts the loader in one tab; false where the browser does not let it (its own pages, the store). */
  inject(tabId: number): Promise<boolean>;
}

export function createEnabledHosts(): EnabledHosts {
  async function list(): Promise<string[]> {
    return ((await browser.permissions.getAll()).origins ?? []).filter((pattern) =>
      /^(?:https?|\*):/.test(pattern),
    );
  }
  async function inject(tabId: number): Promise<boolean> {
    try {
      await browser.scripting.executeScript({ target: { tabId }, files: [LOADER] });
      return true;
    } catch {
      // The tab is gone, shows an error page, or is one that no extension may touch.
      return false;
    }
  }
  return {
    list,
    inject,
    async isEnabled(url) {
      return url !== undefined && (await list()).some((pattern) => coversHost(pattern, url));
    },
    async sync() {
      const matches = await list();
      const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
      if (registered) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
      if (matches.length === 0) return;
      await browser.scripting.registerContentScripts([
        {
          id: SCRIPT_ID,
          js: [LOADER],
          matches,
          runAt: 'document_start',
          world: 'ISOLATED',
          allFrames: false,
        },
      ]);
      const tabs = await browser.tabs.query({ url: matches });
      await Promise.all(tabs.map((tab) => (tab.id === undefined ? false : inject(tab.id))));
    },
  };
}
