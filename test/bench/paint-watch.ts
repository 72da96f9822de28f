import { expect, type Frame, type Page } from '@playwright/test';
import type { ExtensionBrowser } from '../support/extension.ts';

/** What the frame of a panel is asked for: when its frames were painted while it showed the awaited words. */
interface Watched {
  awaited: string;
  painted: number[];
}

/**
 * Lets every panel that is loaded from now on note each of its painted frames in which these words stand; in a page they come
 * from the bench itself (`erp-page.ts`).
 */
export async function watchPaints(browser: ExtensionBrowser, awaited: string): Promise<void> {
  await browser.context.addInitScript((words) => {
    if (location.protocol !== 'chrome-extension:') return;
    const watched: { awaited: string; painted: number[] } = { awaited: words, painted: [] };
    Object.assign(globalThis, { watched });
    const frame = () => {
      requestAnimationFrame(frame);
      if (!document.body?.textContent?.includes(watched.awaited)) return;
      // A message comes after the frame was drawn.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => watched.painted.push(performance.timeOrigin + performance.now());
      port2.postMessage(null);
    };
    requestAnimationFrame(frame);
  }, awaited);
}

/** Waits until the panel is loaded with the awaited words in it, so that it only has to be shown. */
export async function panelWith(page: Page, browser: ExtensionBrowser, words: string): Promise<Frame> {
  const find = () => page.frames().find((frame) => frame.url().startsWith(browser.page('')));
  await expect.poll(find, { timeout: 20_000, message: 'the frame of the panel' }).toBeTruthy();
  const frame = find();
  if (!frame) throw new Error('The frame of the panel went away.');
  // Not by animation frames, which a hidden panel does not get.
  const holds = () => frame.evaluate((text) => document.body?.textContent?.includes(text), words);
  await expect.poll(holds, { timeout: 20_000, message: `"${words}" in the panel` }).toBe(true);
  return frame;
}

/** Milliseconds from the click to the frame in which page and panel both showed it. */
export async function clickToPaint(
  page: Page,
  browser: ExtensionBrowser,
  click: () => Promise<void>,
): Promise<number> {
  await page.evaluate(() => Object.assign(globalThis, { clickedAt: 0, paintedAt: 0 }));
  await click();
  const read = async () => {
    const host = await page.evaluate(() => {
      const { clickedAt, paintedAt } = globalThis as unknown as { clickedAt: number; paintedAt: number };
      return { clickedAt, paintedAt };
    });
    const frame = page.frames().find((one) => one.url().startsWith(browser.page('')));
    const painted = await frame?.evaluate(
      (at) => (globalThis as unknown as { watched: Watched }).watched?.painted.find((time) => time > at),
      host.clickedAt,
    );
    if (!host.clickedAt || !host.paintedAt || !painted) return 0;
    return Math.max(host.paintedAt, painted) - host.clickedAt;
  };
  await expect.poll(read, { timeout: 20_000, message: 'a painted panel' }).toBeGreaterThan(0);
  return read();
}
