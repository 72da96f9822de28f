import { openPanelOn, RIO_PARDO, signInQuickly, tryNow } from '../support/e2e/agent.ts';
import { expectOffline, sendEverything } from '../support/e2e/offline.ts';
import { fillIn } from '../support/e2e/panel.ts';
import { expect, test } from '../support/e2e/test.ts';

test('what is given up before the network is back is not sent, and can be brought back and confirmed', async ({
  extension,
  server,
  erp,
  host,
  records,
}) => {
  await signInQuickly(extension, server.url);
  const panel = await openPanelOn(host, `${erp.url}/spa/000318`, RIO_PARDO);
  await expect(panel.sync).toContainText('Tudo enviado');
  await extension.context.setOffline(true);
  await panel.writeTicket('Melhor não');
  const protocol = await panel.protocol();
  await panel.button(/^OK/).click();
  await panel.tab('Pendentes').click();
  await expectOffline(panel);
  const entry = panel.frame.locator('[data-entry]');
  await entry.getByRole('button', { name: 'Mais ações' }).click();
  await panel.frame.getByRole('menuitem', { name: 'Desistir de enviar' }).click();
  await expect(entry).toHaveCount(0);

  await extension.context.setOffline(false);
  await sendEverything(panel);
  expect(await records.countOpinions('Melhor não')).toBe(0);
  await panel.button(/^Descartados/).click();
  await panel.button('Restaurar').click();
  await panel.button('Retomar').click();
  await expect(panel.editor).toHaveText('Melhor não');
  await panel.editor.press('End');
  await host.keyboard.type(', melhor sim');
  await panel.button(/^OK/).click();
  await expect.poll(() => records.countOpinions('Melhor não, melhor sim')).toBe(1);
  expect(await records.countOpinions('Melhor não')).toBe(1);
  expect(await records.ticketsByProtocol(protocol)).toMatchObject([{ opinion_count: 1 }]);
});

test('an opening that needs the agent holds what stands behind it, says so, and both are there once, in order', async ({
  extension,
  server,
  erp,
  host,
  records,
  database,
}) => {
  test.slow();
  await signInQuickly(extension, server.url);
  const panel = await openPanelOn(host, `${erp.url}/spa/000318`, RIO_PARDO);
  await expect(panel.sync).toContainText('Tudo enviado');
  await server.stop();
  await panel.writeTicket('Abre sem rede');
  const protocol = await panel.protocol();
  await panel.button(/^OK/).click();
  await panel.row('Abre sem rede').click();
  await fillIn(panel.editor, 'Segue sem rede');
  await panel.button(/^OK/).click();
  await expect(panel.editor).toHaveText('');
  await panel.button('Voltar').click();

  // Its type is taken away meanwhile: the server refuses the opening.
  await database.query(`update ticket_types set active = false where number = '1.2.2'`);
  await server.start();
  await panel.tab('Pendentes').click();
  await tryNow(panel.frame);
  const opening = panel.frame.locator('[data-entry]').filter({ hasText: 'Abre sem rede' });
  const follower = panel.frame.locator('[data-entry]').filter({ hasText: 'Segue sem rede' });
  await expect(opening).toContainText('Precisa de você');
  await expect(follower).toContainText('Espera a abertura, que precisa de você');
  expect(await records.countOpinions('Segue sem rede')).toBe(0);
  await opening.getByRole('button', { name: 'Voltar a rascunho' }).click();
  await expect(panel.frame.getByText(/Há outros envios depois deste/)).toBeVisible();

  await database.query(`update ticket_types set active = true where number = '1.2.2'`);
  await opening.getByRole('button', { name: 'Tentar de novo' }).click();
  await expect(panel.sync).toContainText('Tudo enviado');
  const [ticket] = await records.ticketsByProtocol(protocol);
  expect(ticket).toMatchObject({ opinion_count: 2 });
  const texts = (await records.opinions(ticket?.id ?? '')).map(({ body }) => JSON.stringify(body));
  expect(texts).toEqual([
    expect.stringContaining('Abre sem rede'),
    expect.stringContaining('Segue sem rede'),
  ]);
  expect(await records.countOpinions('Abre sem rede')).toBe(1);
  expect(await records.countOpinions('Segue sem rede')).toBe(1);
});

test('an opinion that comes after its ticket was closed is sent behind a reopening, once', async ({
  extension,
  server,
  erp,
  host,
  records,
  database,
}) => {
  test.slow();
  await database.query(
    `update users set permissions = array_append(permissions, 'tickets.reopen') where login = 'jonas'
     and not 'tickets.reopen' = any(permissions)`,
  );
  await signInQuickly(extension, server.url);
  const panel = await openPanelOn(host, `${erp.url}/spa/000318`, RIO_PARDO);
  await panel.writeTicket('Antes de fechar');
  const protocol = await panel.protocol();
  await panel.button(/^OK/).click();
  await expect.poll(() => records.countOpinions('Antes de fechar')).toBe(1);
  await panel.row('Antes de fechar').first().click();
  await expect(panel.editor).toBeVisible();
  await server.stop();
  await fillIn(panel.editor, 'Chegou depois');
  await panel.button(/^OK/).click();
  await database.query(
    `update tickets set closed_at = now(), closed_by_user_id = (select id from users where login = 'renata')
     where protocol = '${protocol}'`,
  );
  await server.start();
  await panel.button('Voltar').click();
  await panel.tab('Pendentes').click();
  await tryNow(panel.frame);
  const entry = panel.frame.locator('[data-entry]').filter({ hasText: 'Chegou depois' });
  await expect(entry).toContainText('Precisa de você');
  await entry.getByRole('button', { name: 'Reabrir e enviar' }).click();
  await expect(panel.sync).toContainText('Tudo enviado');
  expect(await records.countOpinions('Chegou depois')).toBe(1);
  expect(await records.ticketsByProtocol(protocol)).toMatchObject([{ opinion_count: 2, closed_at: null }]);
});
