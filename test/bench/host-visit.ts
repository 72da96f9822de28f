import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserContext, Page } from '@playwright/test';
import { readLauncher } from '../support/e2e/launcher.ts';
import type { ExtensionBrowser } from '../support/extension.ts';
import { type PageMetrics, readPageMetrics } from './page-metrics.ts';

/** Time that every page is let alone after its load before it is read: whatever is going to happen has happened. Ms. */
const SETTLING = 800;

export interface Visit {
  metrics: PageMetrics;
  /** From the start of the navigation to the end of the load event, ms. */
  load: number;
  /** Heap of the panel's own frame, MB; null where there is none. */
  frameHeap: number | null;
}

export interface VisitOptions {
  url: string;
  /** Whether the tab is in front: only there does the product get its panel ready. */
  front: boolean;
  /** Whether the product is loaded, so that evidence and launcher must be there. */
  expectsLauncher: boolean;
}

/**
 * Loads a page in a tab of its own and reads what it cost.
 * @throws when evidence or launcher should be there and are not
 */
export async function visit(browser: ExtensionBrowser, options: VisitOptions): Promise<Visit> {
  const page = await openTab(browser.context, options.front);
  try {
    const session = await browser.context.newCDPSession(page);
    await session.send('Performance.enable');
    await session.send('HeapProfiler.enable');
    await page.goto(options.url, { waitUntil: 'load' });
    await wait(SETTLING);
    const metrics = await readPageMetrics(session);
    const load = await page.evaluate(
      () => (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming).loadEventEnd,
    );
    if (options.expectsLauncher) await requireLauncher(browser, page);
    return { metrics, load, frameHeap: await frameHeap(browser, page) };
  } finally {
    await page.close();
  }
}

async function openTab(context: BrowserContext, front: boolean): Promise<Page> {
  const [first] = context.pages();
  if (!first) throw new Error('The browser has no page left.');
  const control = await context.newCDPSession(first);
  const opened = context.waitForEvent('page');
  await control.send('Target.createTarget', { url: 'about:blank', background: !front });
  const page = await opened;
  await control.detach();
  return page;
}

async function requireLauncher(browser: ExtensionBrowser, page: Page): Promise<void> {
  const state = (await readLauncher(page))?.state;
  if (state !== 'certain' && state !== 'offered') throw new Error(`The launcher shows "${state}".`);
  const found = await browser.worker.evaluate(async () => {
    const { storage } = (globalThis as unknown as { chrome: ExtensionApi }).chrome;
    return JSON.stringify(await storage.session.get(null));
  });
  if (!found.includes('"ruleId"')) throw new Error('No evidence arrived in the background.');
}

async function frameHeap(browser: ExtensionBrowser, page: Page): Promise<number | null> {
  const frame = page.frames().find((one) => one.url().startsWith(browser.page('')));
  if (!frame) return null;
  const session = await browser.context.newCDPSession(frame);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1e6;
}

interface ExtensionApi {
  storage: { session: { get(key: null): Promise<unknown> } };
}
