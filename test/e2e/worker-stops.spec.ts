import type { Page } from '@playwright/test';
import { openExtensionPage, openPanelOn, RIO_PARDO, signInQuickly } from '../support/e2e/agent.ts';
import { stopBackground } from '../support/e2e/background.ts';
import { deliveryStates, lockStore } from '../support/e2e/kept.ts';
import { startLine } from '../support/e2e/line.ts';
import { expect, test } from '../support/e2e/test.ts';
import type { ExtensionBrowser } from '../support/extension.ts';

/** Long ways through many parts: a bound for what hangs, far from what a busy machine needs. */
test.describe.configure({ timeout: 180_000 });

const TEXT = 'Parado no meio, com acentuação e tudo';
const opensTicket = (method: string, path: string) => method === 'POST' && path === '/tickets';

test('a background that was stopped before it took the command sends it with the next event that wakes it', async ({
  extension,
  gateway,
  erp,
  host,
  records,
}) => {
  await writeOn(extension, gateway.url, host, erp.url);
  gateway.fail('hold', (method, path) => method === 'GET' && path === '/service');
  await confirm(host);
  await expect.poll(() => gateway.held()).toBe(1);
  expect(await deliveryStates(extension.worker)).toEqual(['queued']);

  await stopWithoutPanel(extension, host);
  gateway.release();
  expect(await records.texts(TEXT)).toEqual([]);
  expect(gateway.seen).not.toContain('POST /tickets');

  await wake(host, erp.url);
  await expect.poll(() => records.texts(TEXT)).toEqual([TEXT]);
});

test('a background that was stopped while its request was under way sends it again, and it is applied once', async ({
  extension,
  gateway,
  erp,
  host,
  records,
}) => {
  await writeOn(extension, gateway.url, host, erp.url);
  gateway.fail('hold', opensTicket);
  await confirm(host);
  await expect.poll(() => gateway.held()).toBe(1);
  expect(await deliveryStates(extension.worker)).toEqual(['sending']);

  await stopWithoutPanel(extension, host);
  gateway.fail(null);
  expect(await records.texts(TEXT)).toEqual([]);

  await wake(host, erp.url);
  await expect.poll(() => records.texts(TEXT)).toEqual([TEXT]);
  // The first one arrives last.
  gateway.release();
  await expect.poll(() => gateway.held()).toBe(0);
  await expect.poll(() => gateway.answered('POST /tickets')).toBe(2);
  expect(await records.texts(TEXT)).toEqual([TEXT]);
});

test('a background that was stopped while the answer was under way asks again, and it is applied once', async ({
  extension,
  server,
  erp,
  host,
  records,
}) => {
  const line = await startLine(server.url);
  try {
    await writeOn(extension, line.url, host, erp.url);
    line.fail({ kind: 'hold-answer', bytes: 40 }, opensTicket);
    await confirm(host);
    await expect.poll(() => line.struck()).toBe(1);
    expect(await records.texts(TEXT)).toEqual([TEXT]);
    expect(await deliveryStates(extension.worker)).toEqual(['sending']);

    await stopWithoutPanel(extension, host);
    line.release();
    await wake(host, erp.url);
    await expectConfirmed(extension);
    expect(await records.texts(TEXT)).toEqual([TEXT]);
  } finally {
    await line.stop();
  }
});

test('a background that was stopped before it wrote the confirmation down asks again, and it is applied once', async ({
  extension,
  gateway,
  erp,
  host,
  records,
}) => {
  await writeOn(extension, gateway.url, host, erp.url);
  const page = await openExtensionPage(extension, 'options.html');
  gateway.fail('hold', opensTicket);
  await host.bringToFront();
  await confirm(host);
  await expect.poll(() => gateway.held()).toBe(1);
  const unlock = await lockStore(page, 'outbox');
  gateway.release();
  await expect.poll(() => answersRead(extension, '/tickets')).toBe(1);
  expect(await records.texts(TEXT)).toEqual([TEXT]);

  await stopWithoutPanel(extension, host);
  await unlock();
  expect(await deliveryStates(page)).toEqual(['sending']);
  await page.close();

  await wake(host, erp.url);
  await expectConfirmed(extension);
  expect(gateway.seen.filter((request) => request === 'POST /tickets')).toHaveLength(2);
  expect(await records.texts(TEXT)).toEqual([TEXT]);
});

/** Signs in by this way and writes a ticket on a host page. */
async function writeOn(
  extension: ExtensionBrowser,
  serverUrl: string,
  host: Page,
  erpUrl: string,
): Promise<void> {
  await signInQuickly(extension, serverUrl);
  const panel = await openPanelOn(host, `${erpUrl}/pessoas/000318`, RIO_PARDO);
  await panel.writeTicket(TEXT);
}

async function confirm(host: Page): Promise<void> {
  await host.keyboard.press('Control+Enter');
}

/** Stops the background when no page of ours is left that would notice. */
async function stopWithoutPanel(extension: ExtensionBrowser, host: Page): Promise<void> {
  await host.goto('about:blank');
  await stopBackground(extension.context, host);
}

/** The loader of a page that is opened speaks to the background. */
async function wake(host: Page, erpUrl: string): Promise<void> {
  await host.goto(`${erpUrl}/pessoas/000318`);
}

async function expectConfirmed(extension: ExtensionBrowser): Promise<void> {
  const page = await openExtensionPage(extension, 'options.html');
  await expect.poll(() => deliveryStates(page)).toEqual(['confirmed']);
  await page.close();
}

/** How many answers from this path the background has read to their end. */
function answersRead(extension: ExtensionBrowser, path: string): Promise<number> {
  return extension.worker.evaluate(
    (end) => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith(end)).length,
    path,
  );
}
