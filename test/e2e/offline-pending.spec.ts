import { openPanelOn, RIO_PARDO, signInQuickly } from '../support/e2e/agent.ts';
import { expectOffline, sendEverything } from '../support/e2e/offline.ts';
import { expect, test } from '../support/e2e/test.ts';

test('a text put off over one page is resumed and confirmed over another, without a network, for its own customer', async ({
  extension,
  server,
  erp,
  host,
  records,
  database,
}) => {
  test.slow();
  const [other] = await database.query<{ name: string }>(`select name from customers where code = '000319'`);
  await signInQuickly(extension, server.url);
  const one = await openPanelOn(host, `${erp.url}/spa/000318`, RIO_PARDO);
  await expect(one.sync).toContainText('Tudo enviado');
  const page = await extension.context.newPage();
  const two = await openPanelOn(page, `${erp.url}/spa/000319`, { code: '000319', name: other?.name ?? '' });

  await extension.context.setOffline(true);
  await host.bringToFront();
  await one.writeTicket('De uma página');
  const protocol = await one.protocol();
  await one.button(/^A concluir/).click();
  await expect(one.frame.getByText('Guardado em Pendentes')).toBeVisible();

  await page.bringToFront();
  await two.tab('Pendentes').click();
  const draft = two.frame.locator('[data-draft]');
  await expect(draft).toContainText(RIO_PARDO.name);
  await draft.getByRole('button', { name: 'Retomar' }).click();
  await expect(two.customer).toHaveText(RIO_PARDO.name);
  await expect(two.editor).toBeFocused();
  await page.keyboard.type(', de outra');
  await expect(two.editor).toHaveText('De uma página, de outra');
  await two.button(/^OK/).click();
  await two.tab('Pendentes').click();
  await expectOffline(two);
  await expect(two.frame.locator('[data-entry]')).toContainText('Guardado aqui');

  await extension.context.setOffline(false);
  await sendEverything(two);
  expect(await records.ticketsByProtocol(protocol)).toMatchObject([
    { customer_code: '000318', opinion_count: 1 },
  ]);
  expect(await records.countOpinions('De uma página, de outra')).toBe(1);
  expect(await records.countOpinions('De uma página')).toBe(1);
});

test('a text that was thrown away comes back after the panel was closed and its page loaded again, and is confirmed once', async ({
  extension,
  server,
  erp,
  host,
  records,
}) => {
  await signInQuickly(extension, server.url);
  const before = await openPanelOn(host, `${erp.url}/spa/000318`, RIO_PARDO);
  await before.writeTicket('Jogado fora por engano');
  const protocol = await before.protocol();
  await before.button(/^A concluir/).click();
  await before.tab('Pendentes').click();
  await before.button('Descartar (pode desfazer)').click();
  await expect(before.frame.getByText('Rascunho descartado')).toBeVisible();
  await expect(before.frame.locator('[data-draft]')).toHaveCount(0);
  await before.button('Recolher painel').click();

  await host.goto(`${erp.url}/pessoas/000319`);
  const panel = await openPanelOn(host, `${erp.url}/pessoas/000318`, RIO_PARDO);
  await panel.tab('Pendentes').click();
  await panel.button(/^Descartados/).click();
  await panel.button('Restaurar').click();
  await expect(panel.frame.getByText('De volta em A concluir')).toBeVisible();
  await panel.button('Retomar').click();
  await expect(panel.editor).toHaveText('Jogado fora por engano');
  expect(await panel.protocol()).toBe(protocol);
  await panel.button(/^OK/).click();
  await expect.poll(() => records.countOpinions('Jogado fora por engano')).toBe(1);
  expect(await records.ticketsByProtocol(protocol)).toMatchObject([{ opinion_count: 1 }]);
});
