import { browser } from 'wxt/browser';
import type { ValueArea } from '../storage/setting.ts';

/** The browser's storage of this extension that lasts. */
export function localArea(): ValueArea {
  return toValueArea(browser.storage.local);
}

/** The browser's storage that is gone with the browser; in memory only. */
export function sessionArea(): ValueArea {
  return toValueArea(browser.storage.session);
}

/**
 * The area for what the background tells all pages. In Firefox a page in a frame of a host page does not have the one that is in memory; what
 * lasts in the other is written anew when the background first reaches the server.
 */
export function shownArea(): ValueArea {
  return import.meta.env.FIREFOX ? localArea() : sessionArea();
}

/**
 * Keeps content scripts out of both areas: they hold the session's tokens. Firefox does not count the panel in a page among trusted contexts
 * and must leave it the lasting area; the one in memory is closed there from the beginning.
 */
export async function closeAreasToContentScripts(): Promise<void> {
  if (import.meta.env.FIREFOX) return;
  const accessLevel = 'TRUSTED_CONTEXTS';
  await Promise.all([
    browser.storage.local.setAccessLevel({ accessLevel }),
    browser.storage.session.setAccessLevel({ accessLevel }),
  ]);
}

/** A value that the company's administrator set by policy; undefined where there is none. */
export async function managedValue(key: string): Promise<unknown> {
  try {
    return (await browser.storage.managed.get(key))[key];
  } catch {
    // Without a policy Firefox rejects; the others give an empty answer.
    return undefined;
  }
}

type StorageArea = typeof browser.storage.local;

function toValueArea(area: StorageArea): ValueArea {
  return {
    get: async (key) => (await area.get(key))[key],
    set: (key, value) => area.set({ [key]: value }),
    remove: (key) => area.remove(key),
    watch(listener) {
      const receive = (changes: Record<string, { newValue?: unknown }>) => {
        for (const [key, change] of Object.entries(changes)) listener(key, change.newValue);
      };
      area.onChanged.addListener(receive);
      return () => area.onChanged.removeListener(receive);
    },
  };
}
