import type { Page } from '@playwright/test';
import { openPanelOn, RIO_PARDO, signInQuickly } from '../support/e2e/agent.ts';
import { expectLauncher, takeKeyboard } from '../support/e2e/launcher.ts';
import { createPanelPage, panelFrame } from '../support/e2e/panel.ts';
import { expect, test } from '../support/e2e/test.ts';

test('the panel is made wider by its edge, stays open over a load, and each host remembers its width', async ({
  extension,
  server,
  erp,
  host,
}) => {
  await signInQuickly(extension, server.url);
  await openPanelOn(host, `${erp.url}/pessoas/000318`, RIO_PARDO);
  await expect.poll(() => dockBox(host)).toEqual({ left: 880, width: 400 });
  await host.mouse.move(880, 300);
  await host.mouse.down();
  await host.mouse.move(800, 320, { steps: 4 });
  await host.mouse.up();
  const wide = { left: 800, width: 480 };
  await expect.poll(() => dockBox(host)).toEqual(wide);

  await host.reload();
  await expect.poll(() => dockBox(host)).toEqual(wide);
  await expect(createPanelPage(await panelFrame(host)).customer).toHaveText(RIO_PARDO.name);

  await host.mouse.dblclick(wide.left, 300);
  await expect.poll(() => dockBox(host)).toEqual({ left: 880, width: 400 });
});

test('Escape hides the panel, and the page has the keyboard again', async ({ host, panel }) => {
  await panel.customer.press('Escape');
  await expectLauncher(host, { state: 'certain' });
  await expect.poll(() => host.evaluate(() => document.activeElement?.localName)).not.toBe('parecer-dock');
});

test('after a click on the launcher, Escape leads back to the field that the agent was in', async ({
  extension,
  server,
  erp,
  host,
}) => {
  await signInQuickly(extension, server.url);
  await host.goto(`${erp.url}/pessoas/000318`);
  await expectLauncher(host, { state: 'certain' });
  await takeKeyboard(host);
  const field = host.getByRole('textbox').last();
  await field.click();
  await expect(field).toBeFocused();
  const size = host.viewportSize() ?? { width: 0, height: 0 };
  await host.mouse.click(size.width - 34, size.height - 114);
  await createPanelPage(await panelFrame(host)).customer.press('Escape');
  await expectLauncher(host, { state: 'certain' });
  await expect(field).toBeFocused();
});

async function dockBox(page: Page): Promise<{ left: number; width: number }> {
  const box = await page.locator('parecer-dock').boundingBox();
  return { left: box?.x ?? 0, width: box?.width ?? 0 };
}
