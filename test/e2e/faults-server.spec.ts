import { tryNow } from '../support/e2e/agent.ts';
import { lockCommands } from '../support/e2e/database-lock.ts';
import { expect, test } from '../support/e2e/test.ts';

/** Long ways through many parts: a bound for what hangs, far from what a busy machine needs. */
test.describe.configure({ timeout: 180_000 });

const TEXT = 'O servidor caiu enquanto escrevia';
const opensTicket = (method: string, path: string) => method === 'POST' && path === '/tickets';

test('a server that is killed before its commit has nothing, and gets it once when it is back', async ({
  server,
  database,
  records,
  panel,
}) => {
  await panel.writeTicket(TEXT);
  const protocol = await panel.protocol();
  const lock = await lockCommands(database);
  await panel.button(/^OK/).click();
  await lock.waitFor(1);
  await server.kill();
  await lock.endWaiting();
  await lock.release();
  await expect(panel.row(TEXT)).toContainText(/Guardado aqui|Na fila/);
  expect(await records.texts(TEXT)).toEqual([]);

  await server.start();
  await tryNow(panel.frame);
  await expect(panel.sync).toContainText('Tudo enviado');
  expect(await records.texts(TEXT)).toEqual([TEXT]);
  expect(await records.ticketsByProtocol(protocol)).toMatchObject([{ opinion_count: 1 }]);
});

test('a write that is committed after its server was killed, while the next one writes the same, counts once', async ({
  server,
  database,
  records,
  panel,
}) => {
  await panel.writeTicket(TEXT);
  const protocol = await panel.protocol();
  const lock = await lockCommands(database);
  await panel.button(/^OK/).click();
  await lock.waitFor(1);
  await server.kill();
  await expect(panel.row(TEXT)).toContainText(/Guardado aqui|Na fila/);
  await server.start();
  const tried = tryNow(panel.frame);
  await lock.waitFor(2);
  expect(await records.texts(TEXT)).toEqual([]);
  await lock.release();
  await tried;

  await expect(panel.sync).toContainText('Tudo enviado');
  expect(await records.texts(TEXT)).toEqual([TEXT]);
  expect(await records.ticketsByProtocol(protocol)).toMatchObject([{ opinion_count: 1 }]);
});

test('a server that is killed after its commit and before its answer says so when it is back, and has it once', async ({
  server,
  gateway,
  records,
  panelByGateway: panel,
}) => {
  await panel.writeTicket(TEXT);
  const protocol = await panel.protocol();
  gateway.fail('lose-answer', opensTicket);
  await panel.button(/^OK/).click();
  await expect.poll(() => records.texts(TEXT)).toEqual([TEXT]);
  await server.kill();
  gateway.fail(null);
  await expect(panel.row(TEXT)).toContainText(/Guardado aqui|Na fila/);
  await tryNow(panel.frame);
  await expect(panel.banner('Sem conexão.')).toBeVisible();

  await server.start();
  await tryNow(panel.frame);
  await expect(panel.sync).toContainText('Tudo enviado');
  expect(await records.texts(TEXT)).toEqual([TEXT]);
  expect(await records.ticketsByProtocol(protocol)).toMatchObject([{ opinion_count: 1 }]);
});
