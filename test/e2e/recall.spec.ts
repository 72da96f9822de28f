import { tryNow } from '../support/e2e/agent.ts';
import { expect, test } from '../support/e2e/test.ts';

test('what was confirmed without a network goes back to draft, is written on and is sent once, as it ended', async ({
  gateway,
  host,
  records,
  panelByGateway: panel,
}) => {
  await panel.writeTicket('Escrito sem rede');
  const protocol = await panel.protocol();
  gateway.fail('cut');
  await panel.button(/^OK/).click();
  await expect(panel.banner('Sem conexão.')).toBeVisible();
  // More tries than one: none of them may close the way back.
  await tryNow(panel.frame);

  await panel.tab('Pendentes').click();
  const entry = panel.frame.locator('[data-entry]').filter({ hasText: 'Escrito sem rede' });
  await entry.getByRole('button', { name: 'Voltar a rascunho' }).click();
  await expect(panel.editor).toHaveText('Escrito sem rede');
  expect(gateway.seen).not.toContain('POST /tickets');

  await panel.editor.press('End');
  await host.keyboard.type(', e completado');
  gateway.fail(null);
  await panel.button(/^OK/).click();
  await expect.poll(() => records.countOpinions('Escrito sem rede, e completado')).toBe(1);
  // Found within the longer text too: one in all.
  expect(await records.countOpinions('Escrito sem rede')).toBe(1);
  expect(await records.ticketsByProtocol(protocol)).toMatchObject([{ opinion_count: 1 }]);
});
