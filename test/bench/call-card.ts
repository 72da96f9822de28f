import { setTimeout as wait } from 'node:timers/promises';
import { expect, type Page } from '@playwright/test';
import { RIO_PARDO, signInQuickly } from '../support/e2e/agent.ts';
import { stopBackground } from '../support/e2e/background.ts';
import { setStage } from '../support/e2e/stage.ts';
import { type ExtensionBrowser, launchExtension } from '../support/extension.ts';
import { type Bench, median, type Row } from './bench.ts';
import { type Floor, writeFloorExtensions } from './floor-extensions.ts';
import { panelWith, watchPaints } from './paint-watch.ts';

const WARM_RUNS = 10;
const ASLEEP_RUNS = 6;
const HOSTS = 'http://localhost/*';
const FLOOR_WORDS = 'Painel';
/** Time after loading in which the page comes to rest, ms. */
const SETTLING = 1200;

/**
 * From the ringing of a telephone's page to the painted card with the caller's name: with the background running (`warm`) and stopped
 * (`asleep`). The floors show an empty page that was got ready, at once, or once a background that was stopped has answered.
 */
export const callCard: Bench = {
  ids: ['card.warm', 'card.asleep'],
  run: async (context, wanted) => {
    const stage = await setStage();
    const floors = await writeFloorExtensions(HOSTS);
    const launched: ExtensionBrowser[] = [];
    const launch = async (extension: string, words: string) => {
      const browser = await launchExtension({ extension });
      launched.push(browser);
      await watchPaints(browser, words);
      return browser;
    };
    const address = `${stage.erp.url}/telefone`;
    try {
      const product = await launch(await context.extension([HOSTS]), RIO_PARDO.name);
      await signInQuickly(product, stage.server.url);
      const compare = async (id: string, goal: number, runs: number, floor: Floor, isAsleep: boolean) => {
        context.say(`${id}: ${runs} rounds`);
        const least = await launch(floors.folder(floor), FLOOR_WORDS);
        const [times, floorTimes]: [number[], number[]] = [[], []];
        for (let round = -1; round < runs; round++) {
          const mine = await ringToPaint(product, address, { isAsleep, words: RIO_PARDO.name });
          const other = await ringToPaint(least, address, { isAsleep, words: FLOOR_WORDS });
          if (round < 0) continue;
          times.push(mine);
          floorTimes.push(other);
        }
        return { id, value: median(times), unit: 'ms', floor: median(floorTimes), goal, runs } satisfies Row;
      };
      const rows: Row[] = [];
      if (wanted.includes('card.warm'))
        rows.push(await compare('card.warm', 150, WARM_RUNS, 'warm-card', false));
      if (wanted.includes('card.asleep')) {
        rows.push(await compare('card.asleep', 400, ASLEEP_RUNS, 'asleep-card', true));
      }
      return rows;
    } finally {
      await Promise.all(launched.map((browser) => browser.close()));
      await floors.remove();
      await stage.stop();
    }
  },
};

/** Milliseconds from the ring to the first frame in which the page shows the card's frame and the frame its words. */
async function ringToPaint(
  browser: ExtensionBrowser,
  address: string,
  about: { isAsleep: boolean; words: string },
): Promise<number> {
  const page = await browser.context.newPage();
  await page.bringToFront();
  await page.goto(address);
  await expect
    .poll(() => page.frames().length, { timeout: 20_000, message: 'the frame of the panel' })
    .toBe(2);
  await wait(SETTLING);
  await noteWhenShown(page);
  if (about.isAsleep) await stopBackground(browser.context, page, browser.extensionId);
  await page.evaluate(() => {
    Object.assign(globalThis, { rangAt: performance.timeOrigin + performance.now() });
    document.querySelector('form')?.requestSubmit();
  });
  const frame = await panelWith(page, browser, about.words);
  const read = async () => {
    const { rangAt, shownAt } = await page.evaluate(() => {
      const noted = globalThis as unknown as { rangAt: number; shownAt: number };
      return { rangAt: noted.rangAt, shownAt: noted.shownAt };
    });
    const painted = await frame.evaluate(
      (at) =>
        (globalThis as unknown as { watched: { painted: number[] } }).watched.painted.find(
          (time) => time > at,
        ),
      rangAt,
    );
    return shownAt > 0 && painted !== undefined ? Math.max(shownAt, painted) - rangAt : 0;
  };
  await expect.poll(read, { timeout: 20_000, message: 'a painted card' }).toBeGreaterThan(0);
  const time = await read();
  await page.locator('#desligar').click();
  await page.close();
  return time;
}

/** Notes when the page has drawn a frame with the card in its place; the product's dock says so on its element, and so do the floors'. */
async function noteWhenShown(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.assign(globalThis, { shownAt: 0 });
    const look = () => {
      const dock = document.querySelector<HTMLElement>('[data-mode="card"]');
      if (!dock?.style.getPropertyValue('--card')) {
        requestAnimationFrame(look);
        return;
      }
      // A message comes after the frame was drawn.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () =>
        Object.assign(globalThis, { shownAt: performance.timeOrigin + performance.now() });
      port2.postMessage(null);
    };
    requestAnimationFrame(look);
  });
}
