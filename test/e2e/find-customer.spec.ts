import { signInQuickly } from '../support/e2e/agent.ts';
import { clickLauncher, expectLauncher } from '../support/e2e/launcher.ts';
import { createPanelPage, fillIn, panelFrame } from '../support/e2e/panel.ts';
import { expect, test } from '../support/e2e/test.ts';

test('on a page that shows no customer the code or the name leads to one', async ({
  extension,
  server,
  erp,
  host,
  records,
}) => {
  await signInQuickly(extension, server.url);
  await host.goto(`${erp.url}/sem-cliente`);
  await expectLauncher(host, { state: 'none' });
  await clickLauncher(host);
  const panel = createPanelPage(await panelFrame(host));
  await expect(panel.customer).toHaveText('Nenhum cliente nesta página');

  const search = panel.frame.getByRole('searchbox', { name: 'Cliente' });
  await fillIn(search, '318');
  await search.press('Enter');
  await expect(panel.customer).toHaveText('Comercial Rio Pardo de Alimentos Ltda');
  await expect(panel.code).toHaveText('000318');

  await panel.button(/^Localizar cliente/).click();
  await fillIn(search, 'rio pardo');
  await panel.row('Comercial Rio Pardo').click();
  await panel.writeTicket('Cliente achado pelo nome');
  const protocol = await panel.protocol();
  await panel.button(/^OK/).click();
  await expect
    .poll(async () => (await records.ticketsByProtocol(protocol)).map((ticket) => ticket.customer_code))
    .toEqual(['000318']);
});

test('another customer is chosen in the form, and the text stays with the first', async ({
  extension,
  server,
  erp,
  host,
  records,
  database,
}) => {
  const [other] = await database.query<{ name: string }>(`select name from customers where code = '000001'`);
  await signInQuickly(extension, server.url);
  await host.goto(`${erp.url}/pessoas/000318`);
  await expectLauncher(host, { code: '000318' });
  await clickLauncher(host);
  const panel = createPanelPage(await panelFrame(host));
  await panel.writeTicket('Fica com o primeiro');
  await panel.choose(/^Cliente/, '000001', new RegExp(`${other?.name}`));
  await expect(panel.customer).toHaveText(`${other?.name}`);
  await expect(panel.editor).toHaveText('');
  await panel.choose(/^Tipo( obrigatório)?$/, '1.2.2', /Dúvida de estoque/);
  await fillIn(panel.editor, 'É do segundo');
  const protocol = await panel.protocol();
  await panel.button(/^OK/).click();
  await expect
    .poll(async () => (await records.ticketsByProtocol(protocol)).map((ticket) => ticket.customer_code))
    .toEqual(['000001']);
  expect(await records.countOpinions('Fica com o primeiro')).toBe(0);
  await panel.tab('Pendentes').click();
  await expect(panel.frame.locator('[data-draft]')).toContainText(['Fica com o primeiro']);
});
