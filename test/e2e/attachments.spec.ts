import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { openPanelOn, RIO_PARDO, signInQuickly } from '../support/e2e/agent.ts';
import { attach, storedFiles, unfinishedBytes } from '../support/e2e/attachments.ts';
import { deliveryStates } from '../support/e2e/kept.ts';
import { killBrowser } from '../support/e2e/kill-browser.ts';
import { startLine } from '../support/e2e/line.ts';
import { expect, test } from '../support/e2e/test.ts';
import { extensionFolder } from '../support/e2e-extension.ts';
import { launchExtension } from '../support/extension.ts';
import { aPng } from '../support/files.ts';

/** Long ways through many parts: a bound for what hangs, far from what a busy machine needs. */
test.describe.configure({ timeout: 180_000 });

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('files that were attached without a network are sent by the next browser, once and byte for byte', async ({
  extension,
  server,
  gateway,
  erp,
  host,
  database,
}) => {
  const files = [
    { name: 'Tela da rejeição nº 8.png', bytes: aPng(700_000) },
    { name: 'NFe-8114.xml', bytes: new TextEncoder().encode('<?xml version="1.0"?><nfe>ação</nfe>') },
  ];
  await signInQuickly(extension, gateway.url);
  const panel = await openPanelOn(host, `${erp.url}/pessoas/000318`, RIO_PARDO);
  await panel.writeTicket('Seguem dois arquivos');
  gateway.fail('cut');
  await attach(panel, files);
  // The page is loaded again: the draft keeps its files.
  await panel.button(/^A concluir/).click();
  await panel.tab('Pendentes').click();
  const draft = panel.frame.locator('[data-draft]');
  await expect(draft).toContainText('2 anexos, 684 KB');
  await draft.getByRole('button', { name: 'Retomar' }).click();
  await panel.button(/^OK/).click();
  const entry = panel.frame.locator('[data-entry]');
  await expect(entry).toContainText(/Guardado aqui|Na fila/);
  await expect(entry).toContainText('2 anexos, 684 KB');
  await killBrowser(extension);
  gateway.fail(null);
  expect(storedFiles(server).size).toBe(0);

  const reopened = await launchExtension({ extension: extensionFolder(), profile: extension.profile });
  try {
    await expect.poll(() => deliveryStates(reopened.worker)).toEqual(['confirmed']);
    await expect.poll(() => storedFiles(server).size, { timeout: 60_000 }).toBe(2);
  } finally {
    await reopened.close();
  }
  const stored = storedFiles(server);
  for (const { bytes } of files) expect(stored.get(sha256(bytes))?.equals(bytes)).toBe(true);
  const rows = await database.query(
    'select name, size::int as size, media_type, arrived_at is not null as arrived from attachments order by position',
  );
  expect(rows).toEqual([
    { name: 'Tela da rejeição nº 8.png', size: 700_000, media_type: 'image/png', arrived: true },
    { name: 'NFe-8114.xml', size: files[1]?.bytes.length, media_type: 'application/xml', arrived: true },
  ]);
  expect(gateway.answered('POST /tickets')).toBe(1);
  expect(gateway.answered('POST /uploads')).toBe(2);
});

test('an upload that is cut goes on where it was, is shown on its way, and can then be downloaded', async ({
  extension,
  server,
  erp,
  host,
}) => {
  const bytes = aPng(2_500_000);
  const line = await startLine(server.url);
  try {
    await signInQuickly(extension, line.url);
    const panel = await openPanelOn(host, `${erp.url}/pessoas/000318`, RIO_PARDO);
    await panel.writeTicket('Segue a tela inteira');
    await attach(panel, [{ name: 'tela inteira.png', bytes }]);
    // Every piece breaks off after a third of it has got through.
    const isPiece = (method: string) => method === 'PATCH';
    line.fail({ kind: 'cut-request', bodyBytes: 90_000 }, isPiece);
    await panel.button(/^OK/).click();
    await expect.poll(() => unfinishedBytes(server), { timeout: 60_000 }).toBeGreaterThan(0);
    await panel.tab('Pendentes').click();
    const upload = panel.frame.locator('[data-upload]');
    await expect(upload).toContainText('tela inteira.png');
    const before = unfinishedBytes(server);
    expect(before).toBeLessThan(bytes.length);
    line.fail(null);

    await expect.poll(() => storedFiles(server).size, { timeout: 90_000 }).toBe(1);
    expect(storedFiles(server).get(sha256(bytes))?.equals(bytes)).toBe(true);
    await expect(upload).toHaveCount(0);
    expect(unfinishedBytes(server)).toBe(0);

    await panel.button(/^Confirmados hoje/).click();
    await panel.row(RIO_PARDO.name).first().click();
    const file = panel.frame.locator('[data-attachment]', { hasText: 'tela inteira.png' });
    await expect(file).toContainText('2,4 MB');
    const [download] = await Promise.all([
      host.waitForEvent('download'),
      file.getByRole('button', { name: 'Baixar tela inteira.png' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('tela inteira.png');
    expect(readFileSync(await download.path()).equals(bytes)).toBe(true);
  } finally {
    await line.stop();
  }
});

test('a program is refused with its name and the reason, and the text goes without it', async ({
  server,
  records,
  panel,
}) => {
  await panel.writeTicket('O programa fica de fora');
  await panel.button(/^Mais campos/).click();
  const field = panel.frame.locator('[data-field="opinion.attachments"]');
  await field.locator('input[type="file"]').setInputFiles({
    ...{ name: 'foto.png', mimeType: 'image/png' },
    buffer: Buffer.from([0x4d, 0x5a, 0x90, 0]),
  });
  await expect(field.getByText(/^foto\.png foi recusado: programas não podem ser anexados/)).toBeVisible();
  await panel.button(/^OK/).click();
  await expect.poll(() => records.countOpinions('O programa fica de fora')).toBe(1);
  expect(storedFiles(server).size).toBe(0);
});
