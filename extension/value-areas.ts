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

/** Keeps content scripts out of both areas: they hold the session's tokens. */
export async function closeAreasToContentScripts(): Promise<void> {
  const accessLevel = 'TRUSTED_CONTEXTS';
  await Promise.all([
    browser.storage.local.setAccessLevel?.({ accessLevel }),
    browser.storage.session.setAccessLevel?.({ accessLevel }),
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
