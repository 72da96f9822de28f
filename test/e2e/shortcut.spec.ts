import { firstPage, RIO_PARDO, signInQuickly } from '../support/e2e/agent.ts';
import { expectLauncher } from '../support/e2e/launcher.ts';
import { createPanelPage, panelFrame } from '../support/e2e/panel.ts';
import { expect, test } from '../support/e2e/test.ts';
import { extensionFolder } from '../support/e2e-extension.ts';
import { type ExtensionBrowser, launchExtension } from '../support/extension.ts';
import { startDisplay } from '../support/x11/display.ts';
import { launchOn } from '../support/x11/launch-on.ts';

test('Alt+P opens the panel with the keyboard in it, and closes it again', async ({ server, erp }) => {
  const display = await startDisplay();
  const browser = await launchOn(display, extensionFolder());
  try {
    await signInQuickly(browser, server.url);
    const host = await browser.context.newPage();
    await host.goto(`${erp.url}/pessoas/${RIO_PARDO.code}`);
    await expectLauncher(host, { code: RIO_PARDO.code, state: 'certain' });
    const field = () => host.evaluate(() => document.activeElement?.localName);
    await display.press('P', 'Alt');
    await expect(createPanelPage(await panelFrame(host)).customer).toHaveText(RIO_PARDO.name);
    await expectLauncher(host, { state: 'hidden' });
    await expect.poll(field).toBe('parecer-dock');
    await display.press('P', 'Alt');
    await expectLauncher(host, { state: 'certain' });
    await expect.poll(field).not.toBe('parecer-dock');
  } finally {
    await browser.close();
    await display.stop();
  }
});

test('the toolbar button opens the panel and closes it again', async ({ server, erp }) => {
  const browser = await launchExtension({ extension: extensionFolder(), pressesToolbar: true });
  try {
    await signInQuickly(browser, server.url);
    const host = await firstPage(browser.context);
    await host.goto(`${erp.url}/pessoas/${RIO_PARDO.code}`);
    await expectLauncher(host, { code: RIO_PARDO.code, state: 'certain' });
    await pressToolbarButton(browser);
    await expect(createPanelPage(await panelFrame(host)).customer).toHaveText(RIO_PARDO.name);
    await expectLauncher(host, { state: 'hidden' });
    await pressToolbarButton(browser);
    await expectLauncher(host, { state: 'certain' });
  } finally {
    await browser.close();
  }
});

/** Presses it for the only tab. The methods are too new for the typings. */
async function pressToolbarButton({ context, extensionId }: ExtensionBrowser): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession();
  const send = session?.send.bind(session) as unknown as (method: string, input: object) => Promise<unknown>;
  const { targetInfos } = (await send('Target.getTargets', { filter: [{ type: 'tab' }] })) as {
    targetInfos: { targetId: string }[];
  };
  expect(targetInfos).toHaveLength(1);
  await send('Extensions.triggerAction', { id: extensionId, targetId: targetInfos[0]?.targetId });
}
