import { openPanelOn, RIO_PARDO, signInQuickly } from '../support/e2e/agent.ts';
import { fillIn, type PanelPage } from '../support/e2e/panel.ts';
import { expect, test } from '../support/e2e/test.ts';
import { extensionFolder } from '../support/e2e-extension.ts';
import { launchExtension } from '../support/extension.ts';

const TITLE = 'Implantação do Gestão Fiscal: acompanhamento diário';

async function openTicket(panel: PanelPage): Promise<void> {
  await panel.openTickets.filter({ hasText: TITLE }).first().click();
  await expect(panel.editor).toBeVisible();
}

async function writeOpinion(panel: PanelPage, text: string): Promise<void> {
  await fillIn(panel.editor, text);
}

test('two agents at one ticket see each other, and what one sends is shown beside the text of the other, whose OK asks once', async ({
  extension,
  server,
  erp,
  host,
  records,
}) => {
  test.slow();
  const other = await launchExtension({ extension: extensionFolder() });
  try {
    await signInQuickly(extension, server.url, 'jonas');
    await signInQuickly(other, server.url, 'caio');
    const jonas = await openPanelOn(host, `${erp.url}/pessoas/000318`, RIO_PARDO);
    const page = await other.context.newPage();
    const caio = await openPanelOn(page, `${erp.url}/pessoas/000318`, RIO_PARDO);
    await openTicket(jonas);
    await openTicket(caio);
    await expect(jonas.frame.getByText('Caio Nunes está vendo')).toBeVisible();
    await expect(caio.frame.getByText('Jonas Ferreira está vendo')).toBeVisible();

    await writeOpinion(jonas, 'O que o Jonas está escrevendo');
    await expect(caio.frame.getByText('Jonas Ferreira está escrevendo')).toBeVisible();
    await writeOpinion(caio, 'O Caio enviou antes');
    await caio.button(/^OK/).click();
    await expect.poll(() => records.countOpinions('O Caio enviou antes')).toBe(1);

    await expect(jonas.frame.getByText('Enquanto você escrevia:')).toBeVisible();
    await expect(jonas.frame.getByText('O Caio enviou antes').first()).toBeVisible();
    await expect(jonas.editor).toHaveText('O que o Jonas está escrevendo');
    await jonas.button(/^OK/).click();
    const dialog = jonas.frame.getByRole('alertdialog');
    await expect(dialog).toContainText('1 parecer novo');
    await expect(dialog.getByRole('button', { name: 'Rever antes' })).toBeFocused();
    expect(await records.countOpinions('O que o Jonas está escrevendo')).toBe(0);
    await dialog.getByRole('button', { name: 'Enviar assim mesmo' }).click();
    await expect.poll(() => records.countOpinions('O que o Jonas está escrevendo')).toBe(1);

    await other.close();
    await expect(jonas.frame.getByText(/Caio Nunes está/)).toHaveCount(0);
  } finally {
    await other.close().catch(() => undefined);
  }
});
