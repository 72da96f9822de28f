import { openPanelOn, RIO_PARDO, signInQuickly } from '../support/e2e/agent.ts';
import { startFaultyProxy } from '../support/e2e/faulty-proxy.ts';
import { fillIn } from '../support/e2e/panel.ts';
import { endSessions, forgetSessions, signOut, tokenIsOver } from '../support/e2e/session.ts';
import { expect, test } from '../support/e2e/test.ts';
import { startServerProcess } from '../support/server-process.ts';

test('an access token that expires while writing is renewed without a word', async ({
  extension,
  database,
  erp,
  host,
  records,
}) => {
  const server = await startServerProcess(database.url, { ACCESS_TOKEN_SECONDS: '3' });
  const gateway = await startFaultyProxy(server.url);
  try {
    await signInQuickly(extension, gateway.url);
    const panel = await openPanelOn(host, `${erp.url}/pessoas/000318`, RIO_PARDO);
    await panel.writeTicket('Mais longo do que o acesso');
    await expect.poll(() => tokenIsOver(extension.worker)).toBe(true);
    const before = gateway.seen.filter((request) => request === 'POST /session/refresh').length;
    await panel.button(/^OK/).click();
    await expect.poll(() => records.countOpinions('Mais longo do que o acesso')).toBe(1);
    await expect(panel.sync).toContainText('Tudo enviado');
    await expect(panel.banner('Sua sessão terminou.')).toHaveCount(0);
    expect(gateway.seen.filter((request) => request === 'POST /session/refresh').length).toBeGreaterThan(
      before,
    );
  } finally {
    await gateway.stop();
    await server.stop();
  }
});

test('a session that the server ends stops nobody from writing, and signing in again sends it once', async ({
  server,
  records,
  database,
  panel,
}) => {
  await panel.writeTicket('Escrito depois do fim');
  await endSessions(database, server);
  await panel.button(/^OK/).click();
  await expect(panel.banner('Sua sessão terminou.')).toBeVisible();
  await expect(panel.row('Escrito depois do fim')).toBeVisible();
  expect(await records.countOpinions('Escrito depois do fim')).toBe(0);

  await panel.writeTicket('E mais este');
  await expect(panel.frame.getByText('Guardado aqui, sai quando você entrar')).toBeVisible();
  await panel.banner('Sua sessão terminou.').getByRole('button', { name: 'Entrar' }).click();
  await fillIn(panel.frame.getByLabel(/^Senha/), 'parecer');
  await panel.button('Entrar').click();
  await expect.poll(() => records.countOpinions('Escrito depois do fim')).toBe(1);
  await expect(panel.banner('Sua sessão terminou.')).toHaveCount(0);
  await expect(panel.editor).toHaveText('E mais este');
  await panel.button(/^OK/).click();
  await expect.poll(() => records.countOpinions('E mais este')).toBe(1);
  expect(await records.countOpinions('Escrito depois do fim')).toBe(1);
});

test('who may only read is told so, and nothing is sent', async ({ extension, gateway, erp, host }) => {
  await signInQuickly(extension, gateway.url, 'artur');
  const panel = await openPanelOn(host, `${erp.url}/pessoas/000318`, RIO_PARDO);
  await panel.writeTicket('Não posso');
  await panel.button(/^OK/).click();
  await expect(panel.frame.getByText(/Você não tem permissão para escrever pareceres/).first()).toBeVisible();
  await expect(panel.editor).toHaveText('Não posso');
  expect(gateway.seen).not.toContain('POST /tickets');
});

test('a permission that is taken away while writing refuses on the server, and the text comes back', async ({
  server,
  records,
  database,
  panel,
}) => {
  await panel.writeTicket('Escrito a tempo');
  await database.query(
    `update users set permissions = array['customers.read', 'tickets.read'] where login = 'jonas'`,
  );
  await forgetSessions(server);
  await panel.button(/^OK/).click();
  await expect(panel.sync).toContainText('Precisa de você');
  await panel.tab('Pendentes').click();
  const entry = panel.frame.locator('[data-entry]').filter({ hasText: 'Escrito a tempo' });
  await expect(entry).toContainText('permissão');
  await expect(entry).toContainText('O texto está guardado.');
  await entry.getByRole('button', { name: 'Voltar a rascunho' }).click();
  await expect(panel.editor).toHaveText('Escrito a tempo');
  expect(await records.countOpinions('Escrito a tempo')).toBe(0);
});

test('in two tabs of one host a draft is seen in both, written in one and sent once', async ({
  extension,
  gateway,
  erp,
  host,
  records,
}) => {
  await signInQuickly(extension, gateway.url);
  const one = await openPanelOn(host, `${erp.url}/pessoas/000318`, RIO_PARDO);
  await one.writeTicket('De uma aba só');
  const protocol = await one.protocol();
  await expect(one.frame.getByText(/^Guardado/)).toBeVisible();

  const second = await extension.context.newPage();
  const two = await openPanelOn(second, `${erp.url}/pessoas/000318`, RIO_PARDO);
  const draft = two.row('De uma aba só');
  await expect(draft).toBeVisible();
  await draft.click();
  await expect(two.frame.getByText(/aberto no painel de outra aba/)).toBeVisible();
  await expect(two.editor).toHaveCount(0);

  await host.bringToFront();
  await one.button(/^OK/).click();
  await expect(one.sync).toContainText('Tudo enviado');
  await expect(two.row('De uma aba só').filter({ hasText: 'A concluir' })).toHaveCount(0);
  await expect(two.row('De uma aba só')).toBeVisible();
  expect(await records.ticketsByProtocol(protocol)).toHaveLength(1);
  expect(await records.countOpinions('De uma aba só')).toBe(1);
  expect(gateway.seen.filter((request) => request === 'POST /tickets')).toHaveLength(1);
});

test('drafts stay for who wrote them, and nobody else sees them on the same machine', async ({
  records,
  panel,
}) => {
  await panel.writeTicket('Só do Jonas');
  await panel.button(/^A concluir/).click();
  await signOut(panel);
  await panel.signIn('renata', 'parecer');
  await expect(panel.customer).toHaveText(RIO_PARDO.name);
  await panel.tab('Pendentes').click();
  await expect(panel.frame.getByText('Nada pendente')).toBeVisible();
  await expect(panel.frame.getByText('Só do Jonas')).toHaveCount(0);

  await signOut(panel);
  await panel.signIn('jonas', 'parecer');
  await panel.tab('Pendentes').click();
  await panel.frame.locator('[data-draft]').getByRole('button', { name: 'Retomar' }).click();
  await expect(panel.editor).toHaveText('Só do Jonas');
  await panel.button(/^OK/).click();
  await expect
    .poll(async () => (await records.ticketsByText('Só do Jonas')).map((ticket) => ticket.opened_by))
    .toEqual(['jonas']);
});
