import { openPanelOn, RIO_PARDO, signInQuickly, tryNow } from '../support/e2e/agent.ts';
import type { Fault } from '../support/e2e/faulty-proxy.ts';
import { fillIn } from '../support/e2e/panel.ts';
import { expect, test } from '../support/e2e/test.ts';

const opensTicket = (method: string, path: string) => method === 'POST' && path === '/tickets';

test('what is written while the server is dead is sent once when it is back', async ({
  server,
  host,
  records,
  panel,
}) => {
  await panel.writeTicket('Antes da queda');
  const protocol = await panel.protocol();
  await server.kill();
  await panel.editor.press('End');
  await host.keyboard.type(' e depois dela');
  await expect(panel.editor).toHaveText('Antes da queda e depois dela');
  await panel.button(/^OK/).click();

  const row = panel.row('Antes da queda e depois dela');
  await expect(row).toContainText('Guardado aqui');
  await expect(panel.banner('Sem conexão.')).toBeVisible();
  await expect(panel.sync).toContainText('Sem conexão');

  await panel.writeTicket('Outro, ainda sem servidor');
  const second = await panel.protocol();
  expect(second).not.toBe(protocol);
  await panel.button(/^OK/).click();

  await server.start();
  await tryNow(panel.frame);
  await expect(panel.sync).toContainText('Tudo enviado');
  for (const number of [protocol, second]) {
    expect(await records.ticketsByProtocol(number)).toMatchObject([{ opinion_count: 1, opened_by: 'jonas' }]);
  }
  expect(await records.countOpinions('Antes da queda e depois dela')).toBe(1);
});

test('an answer that is lost on the way makes nothing twice', async ({
  gateway,
  records,
  panelByGateway: panel,
}) => {
  await panel.writeTicket('Resposta perdida');
  const protocol = await panel.protocol();
  gateway.fail('lose-answer', opensTicket);
  await panel.button(/^OK/).click();
  await expect.poll(() => records.countOpinions('Resposta perdida')).toBe(1);
  await expect(panel.row('Resposta perdida')).toContainText('Guardado aqui');

  gateway.fail(null);
  await panel.tab('Pendentes').click();
  await tryNow(panel.frame);
  await expect(panel.sync).toContainText('Tudo enviado');
  expect(gateway.seen.filter((request) => request === 'POST /tickets').length).toBeGreaterThan(1);
  expect(await records.countOpinions('Resposta perdida')).toBe(1);
  expect(await records.ticketsByProtocol(protocol)).toHaveLength(1);
});

test('a slow server keeps nobody from writing on', async ({ gateway, records, panelByGateway: panel }) => {
  await panel.writeTicket('Devagar');
  gateway.fail('hold', opensTicket);
  await panel.button(/^OK/).click();
  await expect.poll(() => gateway.held()).toBe(1);
  await expect(panel.row('Devagar')).toContainText('Enviando');
  await panel.writeTicket('Enquanto isso');
  expect(await records.countOpinions('Devagar')).toBe(0);
  gateway.release();
  await expect.poll(() => records.countOpinions('Devagar')).toBe(1);
  await expect(panel.editor).toHaveText('Enquanto isso');
  await panel.button(/^OK/).click();
  await expect.poll(() => records.countOpinions('Enquanto isso')).toBe(1);
  expect(await records.countOpinions('Devagar')).toBe(1);
});

const troubles: [fault: Fault, what: string][] = [
  ['html', 'a web page instead of an answer'],
  ['error', 'an internal error'],
];
for (const [fault, what] of troubles) {
  test(`from ${what} the text is safe, and the screen says what is going on`, async ({
    extension,
    gateway,
    erp,
    host,
    records,
  }) => {
    await signInQuickly(extension, gateway.url);
    const panel = await openPanelOn(host, `${erp.url}/pessoas/000318`, RIO_PARDO);
    await panel.writeTicket('Guardado apesar de tudo');
    gateway.fail(fault);
    await panel.button(/^OK/).click();
    await expect(panel.row('Guardado apesar de tudo')).toContainText('Guardado aqui');
    await expect(panel.banner('O servidor não está respondendo bem.')).toBeVisible();
    await expect(panel.sync).toContainText('Servidor com problema');
    expect(await records.countOpinions('Guardado apesar de tudo')).toBe(0);

    gateway.fail(null);
    await tryNow(panel.frame);
    await expect(panel.sync).toContainText('Tudo enviado');
    expect(await records.countOpinions('Guardado apesar de tudo')).toBe(1);
  });
}

test('a customer whom the server does not know is said to be unknown, and another can be found', async ({
  extension,
  server,
  host,
  erp,
  database,
}) => {
  await database.query(`update customers set code = '990319', code_key = '990319' where code = '000319'`);
  await signInQuickly(extension, server.url);
  const panel = await openPanelOn(host, `${erp.url}/pessoas/000319`, {
    code: '000319',
    name: 'Código 000319',
  });
  await expect(panel.frame.getByText('O código 000319 não está no CRM')).toBeVisible();
  await expect(panel.button(/^Novo atendimento/)).toHaveCount(0);
  await panel.button(/^Localizar outro/).click();
  const search = panel.frame.getByRole('searchbox', { name: 'Cliente' });
  await fillIn(search, '990319');
  await search.press('Enter');
  await expect(panel.code).toHaveText('990319');
});
