import { join } from 'node:path';
import { openPanelOn, RIO_PARDO, signInQuickly } from '../test/support/e2e/agent.ts';
import { setStage } from '../test/support/e2e/stage.ts';
import { buildE2eExtension, extensionFolder } from '../test/support/e2e-extension.ts';
import { launchExtension } from '../test/support/extension.ts';
import { projectRoot } from '../test/support/imports.ts';

/** `npm run screenshot`: the README's picture, of the real product over the demo page. */
const stage = await setStage();
await buildE2eExtension();
const browser = await launchExtension({ extension: extensionFolder() });
try {
  const [host] = browser.context.pages();
  if (!host) throw new Error('The browser has no page.');
  await signInQuickly(browser, stage.server.url);
  const panel = await openPanelOn(host, `${stage.erp.url}/pessoas/${RIO_PARDO.code}`, RIO_PARDO);
  await panel.frame.locator('[data-ticket]').first().waitFor();
  await panel.frame.getByText('Encerrados').waitFor();
  // The dock slides in: the picture is of where it comes to rest.
  await host.waitForFunction(() => document.getAnimations().every((one) => one.playState === 'finished'));
  await host.screenshot({ path: join(projectRoot, 'docs', 'screenshot.png'), animations: 'disabled' });
  console.log('docs/screenshot.png');
} finally {
  await browser.close();
  await stage.stop();
}
