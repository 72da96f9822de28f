import { openPanelOn, RIO_PARDO, signInQuickly } from '../support/e2e/agent.ts';
import { readDrafts } from '../support/e2e/kept.ts';
import { clickLauncher, expectLauncher } from '../support/e2e/launcher.ts';
import { createPanelPage, panelFrame } from '../support/e2e/panel.ts';
import { expect, test } from '../support/e2e/test.ts';
import { extensionFolder } from '../support/e2e-extension.ts';
import { launchExtension } from '../support/extension.ts';

test('a host page that goes on to another customer never takes the text along', async ({
  extension,
  server,
  erp,
  host,
  records,
  database,
}) => {
  const [other] = await database.query<{ name: string }>(`select name from customers where code = '000319'`);
  await signInQuickly(extension, server.url);
  const panel = await openPanelOn(host, `${erp.url}/spa/000318`, RIO_PARDO);
  await panel.writeTicket('Texto do Rio Pardo');
  const first = await panel.protocol();

  await host.getByRole('link', { name: 'Próximo >' }).click();
  const offer = panel.banner('A página está em');
  await expect(offer).toContainText(`${other?.name}`);
  await expect(panel.customer).toHaveText(RIO_PARDO.name);
  await expect(panel.editor).toHaveText('Texto do Rio Pardo');
  await panel.editor.press('End');
  await host.keyboard.type(', e continua dele');
  await expect(panel.editor).toHaveText('Texto do Rio Pardo, e continua dele');

  await panel.button('Ver cliente').click();
  await expect(panel.customer).toHaveText(`${other?.name}`);
  await panel.writeTicket('Texto do outro');
  const second = await panel.protocol();
  expect(second).not.toBe(first);

  await panel.button('Voltar').click();
  await panel.tab('Pendentes').click();
  const drafts = panel.frame.locator('[data-draft]');
  await expect(drafts).toHaveCount(2);
  await drafts.filter({ hasText: 'Texto do Rio Pardo' }).getByRole('button', { name: 'Retomar' }).click();
  await expect(panel.customer).toHaveText(RIO_PARDO.name);
  await expect(panel.editor).toHaveText('Texto do Rio Pardo, e continua dele');
  await panel.button(/^OK/).click();
  await expect(panel.tab('Pendentes')).toBeVisible();
  await expect
    .poll(async () => (await records.ticketsByProtocol(first)).map((ticket) => ticket.customer_code))
    .toEqual(['000318']);

  await panel.tab('Pendentes').click();
  await expect(drafts).toHaveCount(1);
  await drafts.getByRole('button', { name: 'Retomar' }).click();
  await expect(panel.editor).toHaveText('Texto do outro');
  await panel.button(/^OK/).click();
  await expect
    .poll(async () => (await records.ticketsByProtocol(second)).map((ticket) => ticket.customer_code))
    .toEqual(['000319']);
  expect(await records.countOpinions('continua dele')).toBe(1);
});

test('text, fields and cursor are where they were after the page is loaded again', async ({
  extension,
  host,
  panel,
}) => {
  await panel.writeTicket('Começo e fim');
  const kept = async () => (await readDrafts(extension.worker)).map((draft) => draft.selection?.head);
  // A position counts the opening of the paragraph too.
  await expect.poll(kept).toEqual(['Começo e fim'.length + 1]);
  await host.keyboard.press('Home');
  await expect.poll(kept).toEqual([1]);
  for (let step = 1; step <= 'Começo'.length; step++) {
    await host.keyboard.press('ArrowRight');
    await expect.poll(kept).toEqual([1 + step]);
  }
  const protocol = await panel.protocol();

  await host.reload();
  await expectLauncher(host, { state: 'hidden' });
  const again = createPanelPage(await panelFrame(host));
  // The text of this tab comes back by itself.
  await expect(again.editor).toHaveText('Começo e fim');
  await expect(again.frame.getByRole('combobox', { name: /^Tipo( obrigatório)?$/ })).toHaveValue(
    '1.2.2 Dúvida de estoque',
  );
  expect(await again.protocol()).toBe(protocol);
  await again.editor.focus();
  await host.keyboard.type(', meio');
  await expect(again.editor).toHaveText('Começo, meio e fim');
});

test('a draft outlives the browser', async ({ server, erp, extension, records }) => {
  const { profile } = extension;
  await signInQuickly(extension, server.url);
  const before = await openPanelOn(await extension.context.newPage(), `${erp.url}/pessoas/000318`, RIO_PARDO);
  await before.writeTicket('Sobrevive ao navegador');
  await expect(before.frame.getByText(/^Guardado/)).toBeVisible();
  await extension.context.close();

  const reopened = await launchExtension({ extension: extensionFolder(), profile });
  try {
    const host = await reopened.context.newPage();
    await host.goto(`${erp.url}/pessoas/000318`);
    await expectLauncher(host, { code: '000318' });
    await clickLauncher(host);
    const after = createPanelPage(await panelFrame(host));
    await after.row('Sobrevive ao navegador').click();
    await expect(after.editor).toHaveText('Sobrevive ao navegador');
    await after.button(/^OK/).click();
    await expect.poll(() => records.countOpinions('Sobrevive ao navegador')).toBe(1);
  } finally {
    await reopened.close();
  }
});
