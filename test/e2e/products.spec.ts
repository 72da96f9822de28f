import { fillIn } from '../support/e2e/panel.ts';
import { expect, test } from '../support/e2e/test.ts';

const PRODUCT = /^Produto/;

test('a ticket is about a product of the customer with its version of the day, and no blocked one', async ({
  records,
  panel,
}) => {
  await panel.writeTicket('Sobre o emissor de notas');
  const product = panel.frame.getByRole('combobox', { name: PRODUCT });
  await product.click();
  await product.fill('PDV');
  const blocked = panel.frame.getByRole('option', { name: /PDV Loja/ });
  await expect(blocked).toHaveAttribute('aria-disabled', 'true');
  await expect(blocked).toContainText('contrato suspenso desde 02/07');
  await product.fill('Emissor');
  await panel.frame.getByRole('option', { name: /Emissor de NF-e/ }).click();
  const protocol = await panel.protocol();
  await panel.button(/^OK/).click();
  await expect.poll(() => records.ticketsByProtocol(protocol)).toHaveLength(1);
  expect((await records.ticketsByProtocol(protocol))[0]).toMatchObject({
    product_name: 'Emissor de NF-e',
    product_version: '4.8',
  });
});

test('type and product of an open ticket are unlocked and changed with an opinion, which says what it changed', async ({
  records,
  panel,
}) => {
  await panel.writeTicket('Começou como dúvida de estoque');
  const protocol = await panel.protocol();
  await panel.button(/^OK/).click();
  await expect.poll(() => records.ticketsByProtocol(protocol)).toHaveLength(1);

  await panel.openTickets.filter({ hasText: 'Começou como dúvida de estoque' }).click();
  await fillIn(panel.editor, 'Na verdade é treinamento');
  await panel.button('Desbloquear campos').click();
  await panel.choose('Tipo', '5.2', /Treinamento/);
  await panel.choose(PRODUCT, 'Gestão', /Gestão Fiscal/);
  await panel.button(/^OK/).click();
  await expect.poll(() => records.countOpinions('Na verdade é treinamento')).toBe(1);
  expect((await records.ticketsByProtocol(protocol))[0]).toMatchObject({
    type_number: '5.2',
    product_name: 'Gestão Fiscal',
    product_version: '11.2',
  });
  await expect(panel.frame.getByText(/1\.2\.2 Dúvida de estoque → 5\.2 Treinamento/)).toBeVisible();
});
