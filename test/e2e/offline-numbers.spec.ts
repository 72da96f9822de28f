import { openPanelOn, RIO_PARDO, signInQuickly } from '../support/e2e/agent.ts';
import { countRows, emptyStore, expectOffline, sendEverything } from '../support/e2e/offline.ts';
import { expect, test } from '../support/e2e/test.ts';

test('each ticket begun without a network has a number of its own, and keeps it', async ({
  extension,
  server,
  erp,
  host,
  records,
}) => {
  await signInQuickly(extension, server.url);
  const panel = await openPanelOn(host, `${erp.url}/spa/000318`, RIO_PARDO);
  await expect.poll(() => countRows(extension.worker, 'leases')).toBeGreaterThan(0);
  await extension.context.setOffline(true);
  const told: string[] = [];
  for (const text of ['Um sem rede', 'Dois sem rede']) {
    await panel.writeTicket(text);
    told.push(await panel.protocol());
    await panel.button(/^OK/).click();
    await expect(panel.row(text)).toContainText('Guardado aqui');
  }
  expect(new Set(told).size).toBe(2);
  await extension.context.setOffline(false);
  await sendEverything(panel);
  for (const protocol of told) {
    expect(await records.ticketsByProtocol(protocol)).toMatchObject([{ opinion_count: 1 }]);
  }
});

test('where no number is left it comes with the connection, while the agent writes, and is the one that is sent', async ({
  extension,
  server,
  erp,
  host,
  records,
}) => {
  await signInQuickly(extension, server.url);
  const panel = await openPanelOn(host, `${erp.url}/spa/000318`, RIO_PARDO);
  await expect.poll(() => countRows(extension.worker, 'leases')).toBeGreaterThan(0);
  await extension.context.setOffline(true);
  await expectOffline(panel);
  await emptyStore(extension.worker, 'leases');
  await panel.writeTicket('Sem número ainda');
  await expect(panel.frame.getByText('o número vem com a conexão')).toBeVisible();
  await extension.context.setOffline(false);
  const protocol = await panel.protocol();
  await expect(panel.editor).toHaveText('Sem número ainda');
  await panel.button(/^OK/).click();
  await expect.poll(() => records.countOpinions('Sem número ainda')).toBe(1);
  expect(await records.ticketsByProtocol(protocol)).toMatchObject([{ opinion_count: 1 }]);
});

test('a ticket that is confirmed without a number gets it with the sending, and the screen shows it', async ({
  extension,
  server,
  erp,
  host,
  records,
}) => {
  await signInQuickly(extension, server.url);
  const panel = await openPanelOn(host, `${erp.url}/spa/000318`, RIO_PARDO);
  await expect.poll(() => countRows(extension.worker, 'leases')).toBeGreaterThan(0);
  await extension.context.setOffline(true);
  await expectOffline(panel);
  await emptyStore(extension.worker, 'leases');
  await panel.writeTicket('Vai sem número');
  await panel.button(/^OK/).click();
  await expect(panel.frame.getByText('Atendimento aberto; o protocolo vem com o envio')).toBeVisible();
  await extension.context.setOffline(false);
  await panel.tab('Pendentes').click();
  await sendEverything(panel);
  const [ticket] = await records.ticketsByText('Vai sem número');
  expect(ticket?.protocol).toMatch(/^\d{13}$/);
  await panel.button(/^Confirmados hoje/).click();
  await expect(panel.frame.locator('[data-entry]')).toContainText(
    `${ticket?.protocol}`.replace(/^(\d{4})(\d{4})(\d{4})(\d)$/, '$1 $2 $3-$4'),
  );
});
