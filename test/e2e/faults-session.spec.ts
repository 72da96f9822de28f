import { openPanelOn, RIO_PARDO, signInQuickly, tryNow } from '../support/e2e/agent.ts';
import { startFaultyProxy } from '../support/e2e/faulty-proxy.ts';
import { deliveryStates } from '../support/e2e/kept.ts';
import { fillIn, type PanelPage } from '../support/e2e/panel.ts';
import { endSessions, signOut, tokenIsOver } from '../support/e2e/session.ts';
import { expect, test } from '../support/e2e/test.ts';
import { startServerProcess } from '../support/server-process.ts';

/** Long ways through many parts: a bound for what hangs, far from what a busy machine needs. */
test.describe.configure({ timeout: 180_000 });

const opensTicket = (method: string, path: string) => method === 'POST' && path === '/tickets';
const TEXTS = ['Primeiro da fila', 'Segundo da fila', 'Terceiro da fila', 'Quarto da fila', 'Quinto da fila'];

test('an outbox that filled up while the token expired is sent whole, and each once', async ({
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
    gateway.fail('cut');
    const protocols = await fillOutbox(panel, TEXTS);
    await expect.poll(() => tokenIsOver(extension.worker)).toBe(true);
    expect(await records.texts('da fila')).toEqual([]);

    const renewed = gateway.answered('POST /session/refresh');
    gateway.fail(null);
    await tryNow(panel.frame);
    await expect(panel.sync).toContainText('Tudo enviado');
    expect(gateway.answered('POST /session/refresh')).toBeGreaterThan(renewed);
    expect((await records.texts('da fila')).sort()).toEqual([...TEXTS].sort());
    for (const protocol of protocols) {
      expect(await records.ticketsByProtocol(protocol)).toMatchObject([
        { opinion_count: 1, opened_by: 'jonas' },
      ]);
    }
    await expect(panel.banner('Sua sessão terminou.')).toHaveCount(0);
  } finally {
    await gateway.stop();
    await server.stop();
  }
});

test('an outbox whose session the server ended waits whole for its user, and is sent once', async ({
  extension,
  server,
  gateway,
  database,
  records,
  panelByGateway: panel,
}) => {
  gateway.fail('cut');
  await fillOutbox(panel, TEXTS.slice(0, 3));
  await endSessions(database, server);
  gateway.fail(null);
  await tryNow(panel.frame);
  const banner = panel.banner('Sua sessão terminou.');
  await expect(banner).toBeVisible();
  expect(await deliveryStates(extension.worker)).toEqual(['queued', 'queued', 'queued']);
  expect(await records.texts('da fila')).toEqual([]);

  await banner.getByRole('button', { name: 'Entrar' }).click();
  await fillIn(panel.frame.getByLabel(/^Senha/), 'parecer');
  await panel.button('Entrar').click();
  await expect.poll(async () => (await records.texts('da fila')).sort()).toEqual(TEXTS.slice(0, 3).sort());
  await expect.poll(() => deliveryStates(extension.worker)).toEqual(['confirmed', 'confirmed', 'confirmed']);
  expect(await records.texts('da fila')).toHaveLength(3);
});

test('what one user confirmed is neither seen nor sent by the next one on the machine, and leaves once for its own', async ({
  gateway,
  records,
  panelByGateway: panel,
}) => {
  gateway.fail('cut', opensTicket);
  const protocols = await fillOutbox(panel, ['Do Jonas, na fila']);
  await panel.writeTicket('Do Jonas, a concluir');
  await panel.button(/^A concluir/).click();
  await expect(panel.row('Do Jonas, a concluir')).toBeVisible();
  await signOut(panel);
  gateway.fail(null);
  const before = gateway.seen.filter((request) => request === 'POST /tickets').length;

  await panel.signIn('renata', 'parecer');
  await expect(panel.customer).toHaveText(RIO_PARDO.name);
  await expect(panel.button(/^Novo atendimento/)).toBeVisible();
  await expect(panel.frame.getByText('Do Jonas')).toHaveCount(0);
  await panel.tab('Pendentes').click();
  await expect(panel.frame.getByText('Nada pendente')).toBeVisible();
  await expect(panel.frame.getByText('Do Jonas')).toHaveCount(0);
  await panel.tab('Cliente').click();
  await panel.writeTicket('Da Renata');
  await panel.button(/^OK/).click();
  await expect.poll(() => records.texts('Da Renata')).toEqual(['Da Renata']);
  expect(gateway.seen.filter((request) => request === 'POST /tickets')).toHaveLength(before + 1);
  expect(await records.texts('Do Jonas')).toEqual([]);

  await signOut(panel);
  await panel.signIn('jonas', 'parecer');
  await expect.poll(() => records.texts('Do Jonas')).toEqual(['Do Jonas, na fila']);
  expect(await records.ticketsByProtocol(protocols[0] ?? '')).toMatchObject([
    { opinion_count: 1, opened_by: 'jonas' },
  ]);
  expect(await records.ticketsByText('Da Renata')).toMatchObject([{ opened_by: 'renata' }]);
  await panel.tab('Pendentes').click();
  await panel.frame.locator('[data-draft]').getByRole('button', { name: 'Retomar' }).click();
  await expect(panel.editor).toHaveText('Do Jonas, a concluir');
});

test('two tabs that send at once send each text once', async ({ extension, gateway, erp, host, records }) => {
  await signInQuickly(extension, gateway.url);
  const other = await extension.context.newPage();
  const one = await openPanelOn(host, `${erp.url}/pessoas/000318`, RIO_PARDO);
  await one.writeTicket('Escrito na aba de cá');
  const two = await openPanelOn(other, `${erp.url}/pessoas/000318`, RIO_PARDO);
  await two.writeTicket('Escrito na aba de lá');
  const sent = () => gateway.seen.filter((request) => request === 'POST /tickets').length;

  gateway.fail('hold', opensTicket);
  await inBoth([one, two], (panel) => panel.button(/^OK/).click());
  await expect.poll(() => gateway.held()).toBe(2);
  // Both ask for it again while it is under way.
  await inBoth([one, two], (panel) => panel.tab('Pendentes').click());
  const pulls = () => gateway.seen.filter((request) => request.startsWith('GET /changes')).length;
  const before = pulls();
  const asked = inBoth([one, two], (panel) => tryNow(panel.frame));
  await expect.poll(pulls).toBeGreaterThan(before);
  gateway.release();
  await asked;
  await expect
    .poll(async () => (await records.texts('Escrito na aba')).sort())
    .toEqual(['Escrito na aba de cá', 'Escrito na aba de lá']);
  await expect.poll(() => deliveryStates(extension.worker)).toEqual(['confirmed', 'confirmed']);
  expect(sent()).toBe(2);

  gateway.fail('cut');
  for (const [page, panel, text] of [
    [host, one, 'Mais um texto daqui'],
    [other, two, 'Mais um texto de lá'],
  ] as const) {
    await page.bringToFront();
    await panel.tab('Cliente').click();
    await fillOutbox(panel, [text]);
  }
  gateway.fail(null);
  await inBoth([one, two], (panel) => tryNow(panel.frame));
  await expect
    .poll(async () => (await records.texts('Mais um texto')).sort())
    .toEqual(['Mais um texto daqui', 'Mais um texto de lá']);
  await expect(one.sync).toContainText('Tudo enviado');
  expect(sent()).toBe(4);
  expect(await records.texts('Mais um texto')).toHaveLength(2);
});

/** Writes and confirms these texts, none of which can leave now; their protocols. */
async function fillOutbox(panel: PanelPage, texts: readonly string[]): Promise<string[]> {
  const protocols: string[] = [];
  for (const text of texts) {
    await panel.writeTicket(text);
    protocols.push(await panel.protocol());
    await panel.button(/^OK/).click();
    await expect(panel.row(text)).toContainText(/Guardado aqui|Na fila/);
  }
  return protocols;
}

async function inBoth<T>(panels: readonly PanelPage[], act: (panel: PanelPage) => Promise<T>): Promise<T[]> {
  return Promise.all(panels.map(act));
}
