import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { openPanelOn, RIO_PARDO, signInQuickly } from '../support/e2e/agent.ts';
import { setStage } from '../support/e2e/stage.ts';
import { type ExtensionBrowser, launchExtension } from '../support/extension.ts';
import { type Bench, median, quantile, type Row } from './bench.ts';
import { type ErpPages, serveErpPages } from './erp-page.ts';
import { type Floor, writeFloorExtensions } from './floor-extensions.ts';
import { clickToPaint, panelWith, watchPaints } from './paint-watch.ts';

const WARM_RUNS = 20;
const COLD_RUNS = 10;
const ROWS = 5000;
const DRAFT = 'Texto que espera no computador';
const FLOOR_WORDS = 'Painel';
/** Time after loading in which the page comes to rest, ms. */
const SETTLING = 500;

/**
 * From the click on the launcher to the painted panel over a page of 5,000 rows: got ready before (`warm`), and with its
 * frame made at the click and a draft restored in it (`cold`). The floors do the same with an empty page.
 */
export const panelOpen: Bench = {
  ids: ['panel.warm.p50', 'panel.warm.p95', 'panel.cold.p50'],
  run: async (context, wanted) => {
    const stage = await setStage();
    const pages = await serveErpPages();
    const floors = await writeFloorExtensions(pages.pattern);
    const launched: ExtensionBrowser[] = [];
    const launch = async (extension: string, words: string) => {
      const browser = await launchExtension({ extension });
      launched.push(browser);
      await watchPaints(browser, words);
      return browser;
    };
    const launchFloor = (floor: Floor) => launch(floors.folder(floor), FLOOR_WORDS);
    try {
      const extension = await context.extension([pages.pattern]);
      const rows: Row[] = [];
      if (wanted.some((id) => id.startsWith('panel.warm'))) {
        context.say(`panel.warm: ${WARM_RUNS} rounds`);
        const product = await launch(extension, RIO_PARDO.name);
        await signInQuickly(product, stage.server.url);
        rows.push(...(await measureWarm(pages, product, await launchFloor('warm-panel'))));
      }
      if (wanted.includes('panel.cold.p50')) {
        context.say(`panel.cold: ${COLD_RUNS} rounds`);
        const product = await launch(extension, DRAFT);
        await signInQuickly(product, stage.server.url);
        rows.push(await measureCold(pages, product, await launchFloor('cold-panel')));
      }
      return rows.filter((row) => wanted.includes(row.id));
    } finally {
      await Promise.all(launched.map((browser) => browser.close()));
      await floors.remove();
      await pages.stop();
      await stage.stop();
    }
  },
};

async function measureWarm(
  pages: ErpPages,
  product: ExtensionBrowser,
  floor: ExtensionBrowser,
): Promise<Row[]> {
  const url = pages.address(ROWS, RIO_PARDO.code);
  const once = async (browser: ExtensionBrowser, words: string) => {
    const page = await browser.context.newPage();
    await page.goto(url);
    await panelWith(page, browser, words);
    await wait(SETTLING);
    const time = await clickToPaint(page, browser, () => clickAtLauncher(page));
    await page.close();
    return time;
  };
  const times: number[] = [];
  const least: number[] = [];
  for (let round = -1; round < WARM_RUNS; round++) {
    const [mine, other] = [await once(product, RIO_PARDO.name), await once(floor, FLOOR_WORDS)];
    if (round < 0) continue;
    times.push(mine);
    least.push(other);
  }
  const row = (id: string, share: number, goal: number): Row => ({
    ...{
      id,
      value: quantile(times, share),
      unit: 'ms',
      floor: quantile(least, share),
      goal,
      runs: WARM_RUNS,
    },
  });
  return [row('panel.warm.p50', 0.5, 32), row('panel.warm.p95', 0.95, 60)];
}

async function measureCold(
  pages: ErpPages,
  product: ExtensionBrowser,
  floor: ExtensionBrowser,
): Promise<Row> {
  const url = pages.address(ROWS, RIO_PARDO.code);
  const page = await product.context.newPage();
  const panel = await openPanelOn(page, url, RIO_PARDO);
  await panel.writeTicket(DRAFT);
  await panel.frame.getByText(/^Guardado/).waitFor();
  const other = await floor.context.newPage();
  const times: number[] = [];
  const least: number[] = [];
  for (let round = -1; round < COLD_RUNS; round++) {
    await (await panelWith(page, product, DRAFT)).getByRole('button', { name: 'Recolher painel' }).click();
    await wait(SETTLING);
    // Without its frame the panel has to be loaded at the click, as where nothing was there to get it ready for.
    await page.evaluate(() => document.querySelector('parecer-dock')?.remove());
    const mine = await clickToPaint(page, product, () => clickAtLauncher(page));
    await other.goto(url);
    await wait(SETTLING);
    const empty = await clickToPaint(other, floor, () => clickAtLauncher(other));
    if (round < 0) continue;
    times.push(mine);
    least.push(empty);
  }
  const bottom = median(least);
  return {
    ...{ id: 'panel.cold.p50', value: median(times), unit: 'ms', floor: bottom, goal: 1.4 * bottom },
    runs: COLD_RUNS,
  };
}

async function clickAtLauncher(page: Page): Promise<void> {
  const size = page.viewportSize();
  if (!size) throw new Error('The page has no size.');
  await page.mouse.click(size.width - 16 - 18, size.height - 96 - 18);
}
