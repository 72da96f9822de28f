import { openPanelOn, signInQuickly } from '../support/e2e/agent.ts';
import { fillIn, type PanelPage } from '../support/e2e/panel.ts';
import { expect, test } from '../support/e2e/test.ts';

/** Nobody of the sample company writes it. */
const RARE = 'Desembaraços aduaneiros';

const field = (panel: PanelPage) => panel.frame.getByRole('searchbox', { name: 'Palavras ou protocolo' });
const found = (panel: PanelPage) => panel.frame.locator('.find--tickets [data-ticket]');

async function openSearch(panel: PanelPage) {
  await panel.button('Mais ações').click();
  await panel.frame.getByRole('menuitem', { name: /^Buscar atendimentos/ }).click();
  await expect(field(panel)).toBeVisible();
}

test('what was written is found by a stem without accents, by its subject, and by a search that was kept', async ({
  extension,
  server,
  erp,
  host,
  records,
}) => {
  await signInQuickly(extension, server.url);
  const panel = await openPanelOn(host, `${erp.url}/pessoas/000318`, { code: '000318', name: /Rio Pardo/ });
  await panel.writeTicket(`${RARE} parados na conferência`);
  await fillIn(panel.frame.getByRole('combobox', { name: /^Assunto/ }), 'Alfândega');
  await panel.frame.getByRole('combobox', { name: /^Assunto/ }).press('Enter');
  const protocol = await panel.protocol();
  await panel.button(/^OK/).click();
  await expect.poll(async () => (await records.ticketsByProtocol(protocol)).length).toBe(1);
  const [ticket] = await records.ticketsByProtocol(protocol);

  await openSearch(panel);
  await fillIn(field(panel), 'desembaraco aduaneiro');
  await expect(found(panel)).toHaveCount(1);
  await expect(found(panel)).toHaveAttribute('data-ticket', `${ticket?.id}`);
  await expect(found(panel).locator('mark')).toHaveText(['Desembaraços', 'aduaneiros']);

  // By its number too, written as people read it.
  await fillIn(field(panel), `${protocol.slice(0, 4)} ${protocol.slice(4, 8)} ${protocol.slice(8, 12)}`);
  await expect(found(panel)).toHaveCount(1);

  // The subject that was just used is offered, and finds it without a word.
  await fillIn(field(panel), '');
  await panel.button('Assunto').click();
  await panel.choose('Assunto', 'alfandega', 'Alfândega');
  await panel.button('Período').click();
  await panel.button('hoje').click();
  await expect(found(panel)).toHaveCount(1);

  await panel.button('Guardar busca').click();
  await fillIn(panel.frame.getByRole('textbox', { name: 'Nome' }), 'Alfândega de hoje');
  await panel.frame.getByRole('textbox', { name: 'Nome' }).press('Enter');
  await expect(panel.frame.getByText('Busca “Alfândega de hoje” guardada')).toBeVisible();

  // Another panel of the same user has it: it is kept on the server.
  const second = await extension.context.newPage();
  const again = await openPanelOn(second, `${erp.url}/pessoas/000318`, { code: '000318', name: /Rio Pardo/ });
  await openSearch(again);
  await again.row('Alfândega de hoje').click();
  await expect(again.button('Assunto: Alfândega')).toBeVisible();
  await expect(found(again)).toHaveCount(1);
  await field(again).press('Enter');
  await expect(
    again.frame.getByRole('heading', {
      name: protocol.replace(/^(\d{4})(\d{4})(\d{4})(\d)$/, '$1 $2 $3-$4'),
    }),
  ).toBeVisible();
});
