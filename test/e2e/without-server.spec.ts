import {
  askBackground,
  openExtensionPage,
  openPanelOn,
  RIO_PARDO,
  signInQuickly,
} from '../support/e2e/agent.ts';
import { clickLauncher, expectLauncher } from '../support/e2e/launcher.ts';
import { createPanelPage, fillIn, panelFrame } from '../support/e2e/panel.ts';
import { expect, test } from '../support/e2e/test.ts';
import type { ExtensionBrowser } from '../support/extension.ts';

/** Waits until all customers have come to this machine. */
async function expectDirectory(extension: ExtensionBrowser): Promise<void> {
  const page = await openExtensionPage(extension, 'options.html');
  await expect
    .poll(() => askBackground(page, 'crm.knownByCode', { code: RIO_PARDO.code }))
    .toMatchObject({ value: { value: { name: RIO_PARDO.name } } });
  await page.close();
}

test('with the server stopped any customer is found by name and by code, and a ticket is begun', async ({
  extension,
  server,
  erp,
  host,
  database,
}) => {
  const [first] = await database.query<{ name: string }>(`select name from customers where code = '000001'`);
  const name = first?.name ?? '';
  await signInQuickly(extension, server.url);
  await expectDirectory(extension);
  await server.kill();

  await host.goto(`${erp.url}/sem-cliente`);
  await expectLauncher(host, { state: 'none' });
  await clickLauncher(host);
  const panel = createPanelPage(await panelFrame(host));
  await expect(panel.customer).toHaveText('Nenhum cliente nesta página');
  const search = panel.frame.getByRole('searchbox', { name: 'Cliente' });
  await fillIn(search, '318');
  await expect(
    panel.frame.getByText(/^Sem resposta do servidor\. Clientes deste computador, de hoje/),
  ).toBeVisible();
  await search.press('Enter');
  await expect(panel.customer).toHaveText(RIO_PARDO.name);
  await expect(panel.code).toHaveText(RIO_PARDO.code);

  await panel.button(/^Localizar cliente/).click();
  await fillIn(search, 'zzz zzz');
  await expect(panel.frame.getByText('Nenhum cliente deste computador com “zzz zzz”')).toBeVisible();
  await fillIn(search, name);
  await panel.row(name).first().click();
  await expect(panel.customer).toHaveText(name);
  await expect(panel.frame.getByText(/^Visto às/).first()).toBeVisible();
  await expect(panel.frame.getByText(/não estão neste computador/)).toBeVisible();
  await panel.openNewTicket();
  await fillIn(panel.editor, 'Começado sem servidor');
  await expect(panel.editor).toHaveText('Começado sem servidor');
});

test('with the server stopped a page names its customer, and what was seen before says of when it is', async ({
  extension,
  server,
  erp,
  host,
}) => {
  await signInQuickly(extension, server.url);
  await expectDirectory(extension);
  const online = await openPanelOn(host, `${erp.url}/pessoas/000318`, RIO_PARDO);
  const ticket = online.frame.locator('.cust__main [data-row]').first();
  await ticket.click();
  await expect(online.frame.locator('.op').first()).toBeVisible();
  const title = await online.frame.locator('.tk__title').innerText();
  await online.button('Voltar').click();
  await online.tab('Fila').click();
  await expect(online.frame.locator('[data-row]').first()).toBeVisible();
  await server.kill();

  // The panel is open on the next page too.
  await host.reload();
  const panel = createPanelPage(await panelFrame(host));
  await expect(panel.customer).toHaveText(RIO_PARDO.name);
  await expect(panel.frame.getByText(/^Visto às/).first()).toBeVisible();
  await expect(panel.frame.getByRole('heading', { name: 'Produtos' })).toBeVisible();
  await panel.row(title).first().click();
  await expect(panel.frame.locator('.op').first()).toBeVisible();
  await expect(panel.frame.getByText(/^Visto às/)).toBeVisible();
  await panel.button('Voltar').click();
  await panel.tab('Fila').click();
  await expect(panel.frame.locator('[data-row]').first()).toBeVisible();
  await expect(panel.frame.getByText(/^Visto às/)).toBeVisible();

  // Never opened here before: the directory knows the name.
  await host.goto(`${erp.url}/pessoas/000001`);
  const other = createPanelPage(await panelFrame(host));
  await expect(other.frame.getByText(/não estão neste computador/)).toBeVisible();
  await expect(other.code).toHaveText('000001');
});

test('a code that is not in the directory is never said not to exist while the server is away', async ({
  extension,
  server,
  erp,
  host,
  database,
}) => {
  await database.query(`update customers set code = '990319', code_key = '990319' where code = '000319'`);
  await signInQuickly(extension, server.url);
  await expectDirectory(extension);
  await server.kill();
  const panel = await openPanelOn(host, `${erp.url}/pessoas/000319`, {
    code: '000319',
    name: 'Código 000319',
  });
  await expect(panel.frame.getByText('O código 000319 não está neste computador')).toBeVisible();
  await expect(panel.frame.getByText(/não existe/)).toHaveCount(0);
});
