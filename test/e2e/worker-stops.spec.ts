import type { BrowserContext, Page } from '@playwright/test';
import { openPanelOn, RIO_PARDO, signInQuickly } from '../support/e2e/agent.ts';
import { expect, test } from '../support/e2e/test.ts';

test('a background that was stopped while it sent goes on with the next event that wakes it, without a panel', async ({
  extension,
  gateway,
  erp,
  host,
  records,
}) => {
  await signInQuickly(extension, gateway.url);
  const panel = await openPanelOn(host, `${erp.url}/pessoas/000318`, RIO_PARDO);
  await panel.writeTicket('Parado no meio');
  gateway.fail('hold', (method, path) => method === 'POST' && path === '/tickets');
  await panel.button(/^OK/).click();
  await expect.poll(() => gateway.held()).toBe(1);

  // No page of ours is left that would notice.
  await host.goto('about:blank');
  await stopWorker(extension.context, host, extension.extensionId);
  gateway.fail(null);
  expect(await records.countOpinions('Parado no meio')).toBe(0);

  // The loader of a page that is opened speaks to the background.
  await host.goto(`${erp.url}/pessoas/000318`);
  await expect.poll(() => records.countOpinions('Parado no meio')).toBe(1);
  gateway.release();
  await expect.poll(() => gateway.held()).toBe(0);
  expect(await records.countOpinions('Parado no meio')).toBe(1);
});

/** Stops the background as the browser does, and waits until it is gone. */
async function stopWorker(context: BrowserContext, page: Page, extensionId: string): Promise<void> {
  const session = await context.newCDPSession(page);
  const find = async () => {
    const { targetInfos } = await session.send('Target.getTargets');
    return targetInfos.find(
      ({ type, url }) => type === 'service_worker' && url.startsWith(`chrome-extension://${extensionId}/`),
    );
  };
  const target = await find();
  if (target === undefined) throw new Error('The background does not run.');
  await session.send('Target.closeTarget', { targetId: target.targetId });
  await expect.poll(find).toBeUndefined();
  await session.detach();
}
