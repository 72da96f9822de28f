import { openPanelOn, RIO_PARDO, signInQuickly } from '../support/e2e/agent.ts';
import { countRows } from '../support/e2e/offline.ts';
import type { PanelPage } from '../support/e2e/panel.ts';
import { expect, test } from '../support/e2e/test.ts';

const opensTicket = (method: string, path: string) => method === 'POST' && path === '/tickets';

test('what one user could not send is seen and sent by no other on the machine, and by the same one later, once', async ({
  extension,
  gateway,
  erp,
  host,
  records,
}) => {
  test.slow();
  await signInQuickly(extension, gateway.url);
  const panel = await openPanelOn(host, `${erp.url}/spa/000318`, RIO_PARDO);
  await panel.writeTicket('Jogado fora pelo Jonas');
  await panel.button(/^A concluir/).click();
  await panel.tab('Pendentes').click();
  await panel.button('Descartar (pode desfazer)').click();
  await panel.tab('Cliente').click();
  gateway.fail('error', opensTicket);
  await panel.writeTicket('Na fila do Jonas');
  const protocol = await panel.protocol();
  await panel.button(/^OK/).click();
  await expect.poll(() => gateway.seen.filter((request) => request === 'POST /tickets').length).toBe(1);
  await signOut(panel);
  expect(await countRows(extension.worker, 'cache')).toBe(0);
  expect(await countRows(extension.worker, 'outbox')).toBe(1);

  gateway.fail(null);
  await panel.signIn('renata', 'parecer');
  await expect(panel.customer).toHaveText(RIO_PARDO.name);
  await panel.tab('Pendentes').click();
  await expect(panel.frame.getByText('Nada pendente')).toBeVisible();
  await expect(panel.button(/^Descartados/)).toHaveCount(0);
  await expect(panel.sync).toContainText('Tudo enviado');
  await panel.tab('Cliente').click();
  await panel.writeTicket('Da Renata');
  await panel.button(/^OK/).click();
  await expect.poll(() => records.countOpinions('Da Renata')).toBe(1);
  expect(await records.countOpinions('Na fila do Jonas')).toBe(0);

  await signOut(panel);
  await panel.signIn('jonas', 'parecer');
  await expect.poll(() => records.countOpinions('Na fila do Jonas')).toBe(1);
  expect(await records.ticketsByProtocol(protocol)).toMatchObject([{ opened_by: 'jonas', opinion_count: 1 }]);
  expect(await records.ticketsByText('Da Renata')).toMatchObject([{ opened_by: 'renata' }]);
  await panel.tab('Pendentes').click();
  await expect(panel.button(/^Descartados/)).toBeVisible();
});

async function signOut(panel: PanelPage): Promise<void> {
  await panel.button('Mais ações').first().click();
  await panel.frame.getByRole('menuitem', { name: 'Sair' }).click();
  await expect(panel.frame.getByRole('textbox', { name: /^Usuário/ })).toBeVisible();
}
