import { type BrowserContext, expect, type Page } from '@playwright/test';
import { EXTENSION_ID } from './panel.ts';

/** Stops the background as the browser does, and waits until it is gone. */
export async function stopBackground(
  context: BrowserContext,
  page: Page,
  extensionId: string = EXTENSION_ID,
): Promise<void> {
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
