import type { Frame, Page } from '@playwright/test';
import { SAMPLE_PASSWORD } from '../../demo/company/staff.ts';
import {
  askBackground,
  openExtensionPage,
  openPanelOn,
  RIO_PARDO,
  signInQuickly,
} from '../support/e2e/agent.ts';
import { clickLauncher, expectLauncher, readLauncher } from '../support/e2e/launcher.ts';
import { createPanelPage, fillIn, panelFrame } from '../support/e2e/panel.ts';
import { expect, test } from '../support/e2e/test.ts';
import { freePort } from '../support/free-port.ts';

test('a new profile is set up by hand on the options page, past wrong answers, and the panel shows the customer', async ({
  extension,
  server,
  erp,
  host,
}) => {
  const options = await openExtensionPage(extension, 'options.html');
  const address = options.getByRole('textbox', { name: 'Endereço do CRM' });
  await expect(options.getByRole('region').first()).toHaveAccessibleName('Servidor');
  await expect(options.getByText('Informe primeiro o endereço do servidor.')).toBeVisible();

  await test.step('an address that is none', async () => {
    await address.fill('isto não é um endereço');
    await address.press('Enter');
    await expect(options.getByRole('alert')).toHaveText(/^Isto não é o endereço de um servidor\./);
    await expect(address).toBeFocused();
  });

  await test.step('an address where nobody answers', async () => {
    await address.fill(`http://localhost:${await freePort()}`);
    await address.press('Enter');
    await expect(options.getByRole('alert')).toHaveText(/^Ninguém respondeu neste endereço\./);
    await expect(options.getByRole('textbox', { name: /^Usuário/ })).toHaveCount(0);
  });

  await test.step('a server that is none of Parecer', async () => {
    await address.fill(erp.url);
    await address.press('Enter');
    await expect(options.getByRole('alert')).toHaveText(/não é um servidor do Parecer\./);
    await expect(options.getByRole('textbox', { name: /^Usuário/ })).toHaveCount(0);
  });

  await test.step('the right server, and the cursor is where the next word belongs', async () => {
    await address.fill(server.url);
    await address.press('Enter');
    await expect(options.getByRole('alert')).toHaveCount(0);
    await expect(options.getByRole('textbox', { name: /^Usuário/ })).toBeFocused();
  });

  await test.step('a wrong password, then the right one', async () => {
    await signInTwice(options);
    await expect(options.locator('#account')).toContainText('Jonas Ferreira');
    await expect(options.locator('#account')).toBeFocused();
  });
  await options.close();

  const panel = await openPanelOn(host, `${erp.url}/pessoas/${RIO_PARDO.code}`, RIO_PARDO);
  await expect(panel.code).toHaveText(RIO_PARDO.code);
});

test('a panel that is docked in the page leads to the options and signs in by itself, without losing its page', async ({
  extension,
  server,
  erp,
  host,
}) => {
  await host.goto(`${erp.url}/pessoas/${RIO_PARDO.code}`);
  await expectLauncher(host, { code: RIO_PARDO.code });
  await clickLauncher(host);
  const panel = createPanelPage(await panelFrame(host));
  await expect(panel.frame.getByText('Falta o endereço do servidor')).toBeVisible();

  const opening = extension.context.waitForEvent('page');
  let isOpen = false;
  void opening.then(() => {
    isOpen = true;
  });
  // A click while the dock is still sliding in falls beside the button.
  await expect
    .poll(
      async () => {
        if (!isOpen) await panel.button('Abrir as opções').click();
        return isOpen;
      },
      { intervals: [1000] },
    )
    .toBe(true);
  const options = await opening;
  await expect(options.getByRole('textbox', { name: 'Endereço do CRM' })).toBeVisible();
  expect(await askBackground(options, 'server.use', { url: server.url })).toMatchObject({ ok: true });
  await options.close();

  await host.bringToFront();
  await expect(panel.frame.getByText(`Servidor: ${server.url}`)).toBeVisible();
  await signInTwice(panel.frame);
  await expect(panel.customer).toHaveText(RIO_PARDO.name);
  await expect(host).toHaveURL(`${erp.url}/pessoas/${RIO_PARDO.code}`);
});

/** With a wrong password, which is said in a sentence, and then with the right one. */
test('who signs out leaves no name on the launcher of an open page', async ({
  extension,
  server,
  erp,
  host,
}) => {
  await signInQuickly(extension, server.url);
  await host.goto(`${erp.url}/pessoas/${RIO_PARDO.code}`);
  const nameOf = async () => (await readLauncher(host))?.name;
  await expect.poll(nameOf).toContain('Rio Pardo');
  const options = await openExtensionPage(extension, 'options.html');
  expect(await askBackground(options, 'session.signOut', {})).toMatchObject({ ok: true });
  await expect.poll(nameOf).not.toContain('Rio Pardo');
  await expectLauncher(host, { code: RIO_PARDO.code });
  const kept = await options.evaluate(async () =>
    JSON.stringify(
      await (
        globalThis as unknown as { chrome: { storage: { session: { get(): Promise<unknown> } } } }
      ).chrome.storage.session.get(),
    ),
  );
  expect(kept).not.toContain('Rio Pardo');
});

async function signInTwice(screen: Page | Frame): Promise<void> {
  const password = screen.getByLabel(/^Senha/);
  await fillIn(screen.getByRole('textbox', { name: /^Usuário/ }), 'jonas');
  await fillIn(password, 'não é esta');
  await password.press('Enter');
  await expect(screen.getByRole('alert')).toHaveText(/senha.*\./i);
  await expect(password).toBeFocused();
  await fillIn(password, SAMPLE_PASSWORD);
  await password.press('Enter');
}
