import { buildExtension } from '../../scripts/build/build-extension.ts';
import { expectLauncher, readLauncher } from '../support/e2e/launcher.ts';
import { expect, test } from '../support/e2e/test.ts';
import { projectRoot } from '../support/imports.ts';
import { type Display, startDisplay } from '../support/x11/display.ts';
import { launchOn } from '../support/x11/launch-on.ts';

/** The whole way of an agent whose installation lists no host: through the browser's own question, answered by real keys. */
test('a host is enabled through the browser’s own question, works at once in the open tab, and can be taken away', async ({
  erp,
}) => {
  // A build, a browser with windows and three answers: more than one test's usual time.
  test.setTimeout(120_000);
  const built = await buildExtension({ root: projectRoot, hosts: [], name: 'e2e-product' });
  if (!built.ok) throw new Error(built.output);
  const display = await startDisplay();
  const browser = await launchOn(display, built.folder);
  try {
    const host = await browser.context.newPage();
    await host.goto(`${erp.url}/pessoas/000318`);
    const options = await browser.context.newPage();
    await options.goto(browser.page('options.html'));
    const addressOf = options.getByRole('textbox', { name: /^Endereço( obrigatório)?$/ });
    const ask = async () => {
      await expect.poll(() => isAsking(display), { message: 'the last question is gone' }).toBe(false);
      await options.getByRole('button', { name: 'Permitir', exact: true }).click();
      await expect.poll(() => isAsking(display), { message: 'the browser asks' }).toBe(true);
    };

    await options.getByRole('button', { name: 'Permitir página' }).click();
    await addressOf.fill('isto não é um endereço');
    await addressOf.press('Enter');
    await expect(options.getByText('Isto não é um endereço de página.')).toBeVisible();

    await addressOf.fill('localhost');
    await ask();
    await answer(display);
    await expect(options.getByText('O navegador não deu a permissão.')).toBeVisible();
    expect(await readLauncher(host)).toBeNull();

    await ask();
    await moveToAllow(display);
    await answer(display);
    await expect(options.getByText('O Parecer funciona agora em localhost.')).toBeAttached();
    await expect(options.getByRole('listitem').filter({ hasText: 'localhost' })).toBeVisible();

    await host.bringToFront();
    await expectLauncher(host, { code: '000318' });
    await host.reload();
    await expectLauncher(host, { code: '000318' });

    await options.bringToFront();
    await options.getByRole('button', { name: 'Tirar localhost' }).click();
    await expect(options.getByText('Nenhuma página permitida ainda.')).toBeVisible();
    await expect.poll(() => readLauncher(host), { message: 'the launcher is gone' }).toBeNull();
    await host.reload();
    expect(await readLauncher(host)).toBeNull();
  } finally {
    await browser.close();
    await display.stop();
  }
});

/**
 * The question opens on its refusal; Tab leads to the consent. It is drawn before it takes keys, so the key is pressed until the mark of the
 * focus is seen to have moved on a screen that stood still before.
 */
async function moveToAllow(display: Display): Promise<void> {
  let still = await display.capture();
  const standsStill = async () => {
    const [before, now] = [still, await display.capture()];
    still = now;
    return before.equals(now);
  };
  await expect.poll(standsStill, { message: 'the question is drawn', intervals: [300] }).toBe(true);
  const moves = async () => {
    if (!still.equals(await display.capture())) return true;
    await display.press('Tab');
    return false;
  };
  await expect.poll(moves, { message: 'the focus is on the consent', intervals: [300] }).toBe(true);
}

/** Enter until the question is gone: the browser lets no answer through in the first moment. */
async function answer(display: Display): Promise<void> {
  const press = async () => {
    await display.press('Enter');
    return isAsking(display);
  };
  await expect.poll(press, { message: 'the question is answered' }).toBe(false);
}

/** While the browser asks, it darkens the page under its question. */
async function isAsking(display: Display): Promise<boolean> {
  const screen = await display.capture();
  // Green of every hundredth pixel: the options page is nearly white.
  let sum = 0;
  let count = 0;
  for (let at = 1; at < screen.length; at += 400) {
    sum += screen[at] ?? 0;
    count += 1;
  }
  return sum / count < 140;
}
