import { browser } from 'wxt/browser';
import { z } from 'zod';
import { err, ok, type Result } from '../domain/result.ts';
import { host as texts } from '../locales/pt-BR/host.ts';
import type { PageShot } from '../state/ports.ts';
import type { ValueArea } from '../storage/setting.ts';

/** How long a panel waits for the agent to press the button or the shortcut, in ms. */
export const SHOT_WAITS = 60_000;

/** The browser takes two pictures a second at most. */
const QUOTA_WAIT = 1100;

export interface PageShots {
  /** A picture of the tab without our own parts; `needs-gesture` where the browser does not let us yet. */
  take(tabId: number): Promise<Result<PageShot>>;
  /** The button or the shortcut was pressed in this tab. True: a panel waited for it, and the press means nothing else. */
  granted(tabId: number): Promise<boolean>;
}

export interface PageShotParts {
  /** Outlives the background, ends with the browser. */
  area: ValueArea;
  now(): number;
  /** Says to the panels of a tab that it may be captured now. */
  tellPanels(tabId: number): Promise<void>;
}

const measuresSchema = z.object({
  width: z.number().positive().max(100_000),
  height: z.number().positive().max(100_000),
  areas: z.array(z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })).max(2000),
});

/**
 * Captures the page of a tab. The permission for its host is not enough for Chromium, which wants `<all_urls>` or `activeTab`: of the two
 * the second is by far the lesser, and is there already. It comes with the agent's own press of the toolbar button or the shortcut and
 * stays until the tab leaves the site.
 */
export function createPageShots({ area, now, tellPanels }: PageShotParts): PageShots {
  const keyOf = (tabId: number) => `shot-wanted:${tabId}`;
  return {
    async take(tabId) {
      const tab = await browser.tabs.get(tabId);
      if (!tab.active) return err({ code: 'not-in-front', message: texts.shotNotInFront });
      // Asked with the cheapest picture first: without leave the panel must not blink away.
      if ((await capture(tab.windowId, { format: 'jpeg', quality: 1 })) === null) {
        await area.set(keyOf(tabId), now());
        return err({ code: 'needs-gesture', message: texts.shotNeedsGesture });
      }
      await area.remove(keyOf(tabId));
      try {
        const [injected] = await browser.scripting.executeScript({ target: { tabId }, files: ['/shot.js'] });
        const measures = measuresSchema.parse(injected?.result);
        const image = await capture(tab.windowId, { format: 'png' });
        return image === null
          ? err({ code: 'not-captured', message: texts.shotFailed })
          : ok({ ...measures, image });
      } finally {
        await stepBack(tabId);
      }
    },
    async granted(tabId) {
      const since = await area.get(keyOf(tabId));
      if (typeof since !== 'number') return false;
      await area.remove(keyOf(tabId));
      if (now() - since > SHOT_WAITS) return false;
      await tellPanels(tabId);
      return true;
    },
  };
}

type CaptureOptions = Parameters<typeof browser.tabs.captureVisibleTab>[1];

/** Null where the browser does not let us. */
async function capture(windowId: number, options: CaptureOptions): Promise<string | null> {
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      return await browser.tabs.captureVisibleTab(windowId, options);
    } catch (cause) {
      if (!String(cause).includes('MAX_CAPTURE')) return null;
      await new Promise((resolve) => setTimeout(resolve, QUOTA_WAIT));
    }
  }
  return null;
}

async function stepBack(tabId: number): Promise<void> {
  try {
    await browser.scripting.executeScript({
      target: { tabId },
      func: () => (globalThis as { parecerStepBack?: () => void }).parecerStepBack?.(),
    });
  } catch {
    // The page is gone, and our parts with it.
  }
}
