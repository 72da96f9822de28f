import { openExtensionPage, openPanelOn, RIO_PARDO, signInQuickly } from '../support/e2e/agent.ts';
import { clickLauncher, expectLauncher } from '../support/e2e/launcher.ts';
import { createPanelPage, panelFrame } from '../support/e2e/panel.ts';
import { expect, test } from '../support/e2e/test.ts';

test('the rules of the company make the customer of an open page certain, without a load', async ({
  extension,
  server,
  erp,
  host,
}) => {
  await host.goto(`${erp.url}/pessoas/000318`);
  await expectLauncher(host, { code: '000318', state: 'offered' });
  await host.evaluate(() => {
    document.title = 'a mesma página';
  });
  await signInQuickly(extension, server.url);
  await expectLauncher(host, { code: '000318', state: 'certain', name: 'Mercado Rio Pardo' });
  await expect(host).toHaveTitle('a mesma página');

  await host.bringToFront();
  await clickLauncher(host);
  const panel = createPanelPage(await panelFrame(host));
  await expect(panel.customer).toHaveText(RIO_PARDO.name);
  await panel.button('Por que este cliente: campo “Código”').click();
  await expect(panel.frame.getByText('Regra da empresa', { exact: false })).toBeVisible();

  const options = await openExtensionPage(extension, 'options.html');
  const ofCompany = options.getByRole('table').getByRole('row').filter({ hasText: 'Da empresa' });
  await expect(ofCompany).toHaveCount(2);
  await expect(ofCompany.filter({ hasText: 'Número de quem liga' })).toContainText('telefone');
  const rules = ofCompany.filter({ hasText: 'Código do cliente' });
  await expect(rules).toContainText('campo “Código”');
  await expect(rules).toContainText('certa');
  await expect(rules.getByRole('button')).toHaveCount(0);
});

test('each page about a person is certain, and follows when the page goes on by itself', async ({
  extension,
  server,
  erp,
  host,
}) => {
  await signInQuickly(extension, server.url);
  for (const path of ['pessoas/000101', 'csp/000102', 'coep/000103', 'spa/000104']) {
    await host.goto(`${erp.url}/${path}`);
    await expectLauncher(host, { code: path.slice(-6), state: 'certain' });
  }
  await host.locator('#proximo').click();
  await expectLauncher(host, { code: '000105', state: 'certain' });
  await host.goto(`${erp.url}/sem-cliente`);
  await expectLauncher(host, { state: 'none' });
});

test('on a page without a rule of the company the customer is only offered, and has to be confirmed', async ({
  extension,
  server,
  erp,
  host,
  records,
}) => {
  await signInQuickly(extension, server.url);
  await host.goto(`${erp.url}/pessoas/000318`);
  await expectLauncher(host, { code: '000318', state: 'certain' });
  // The same field, with the same id, at an address of which no rule speaks.
  const panel = await openPanelOn(host, `${erp.url}/spa`, RIO_PARDO);
  await expect(panel.frame.getByText('Confira: a página sugere este cliente.')).toBeVisible();
  await panel.button(/^Novo atendimento/).click();
  await expect(panel.editor).toHaveCount(0);
  await panel.button('É este').click();
  await expect(panel.editor).toBeVisible();
  await panel.choose(/^Tipo( obrigatório)?$/, '1.2.2', /Dúvida de estoque/);
  await panel.editor.click();
  await host.keyboard.type('Confirmado por quem atende');
  const protocol = await panel.protocol();
  await panel.button(/^OK/).click();
  await expect
    .poll(async () => (await records.ticketsByProtocol(protocol)).map((ticket) => ticket.customer_code))
    .toEqual(['000318']);
});
