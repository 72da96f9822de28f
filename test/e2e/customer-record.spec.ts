import { createId } from '../../domain/id.ts';
import { openPanelOn, RIO_PARDO, signInQuickly, tryNow } from '../support/e2e/agent.ts';
import { expectOffline, sendEverything } from '../support/e2e/offline.ts';
import { fillIn, type PanelPage } from '../support/e2e/panel.ts';
import { clickUntilGone } from '../support/e2e/softphone.ts';
import { expect, test } from '../support/e2e/test.ts';
import type { TestDatabase } from '../support/postgres.ts';

const TYPE = /^Tipo( obrigatório)?$/;

test('a record that is changed without a connection reaches the server once, and the new telephone finds the customer', async ({
  extension,
  server,
  erp,
  host,
  database,
}) => {
  test.slow();
  await signInQuickly(extension, server.url);
  const panel = await openPanelOn(host, `${erp.url}/spa/000318`, RIO_PARDO);
  await expect(panel.sync).toContainText('Tudo enviado');
  await extension.context.setOffline(true);
  await panel.button('Abrir cadastro').click();
  const fields = panel.frame.getByRole('textbox');
  await fillIn(panel.frame.getByRole('textbox', { name: 'Cidade' }), 'Batatais');
  await panel.button('Adicionar telefone').click();
  await fillIn(fields.and(panel.frame.locator('input[type="tel"]')).last(), '(16) 3444-7788');
  await panel.button(/^Salvar cadastro/).click();
  await expect(panel.frame.getByText('Cadastro na fila de envio')).toBeVisible();
  expect(await customerOf(database)).not.toMatchObject({ city: 'Batatais' });

  await panel.tab('Cliente').or(panel.button('Voltar')).first().click();
  await expect(panel.frame.getByText('(16) 3444-7788').first()).toBeVisible();
  await panel.tab('Pendentes').click();
  await expectOffline(panel);
  const entry = panel.frame.locator('[data-entry]');
  await expect(entry).toContainText('Cidade: Batatais');
  await expect(entry).toContainText('Guardado aqui');

  await extension.context.setOffline(false);
  await sendEverything(panel);
  await expect.poll(async () => (await customerOf(database)).city).toBe('Batatais');
  const commands = await database.query(
    `select c.id from commands c where c.kind = 'editCustomer' and c.receipt->>'customerId' = $1`,
    [(await customerOf(database)).id],
  );
  expect(commands).toHaveLength(1);
  await panel.tab('Cliente').click();
  await host.keyboard.press('/');
  const search = panel.frame.getByRole('searchbox');
  await fillIn(search, '3444-7788');
  await expect(panel.row(RIO_PARDO.name).first()).toBeVisible();
});

test('a change that somebody else came before is decided by the agent, with both values in sight', async ({
  extension,
  server,
  erp,
  host,
  database,
}) => {
  test.slow();
  await signInQuickly(extension, server.url);
  const panel = await openPanelOn(host, `${erp.url}/spa/000318`, RIO_PARDO);
  await panel.button('Abrir cadastro').click();
  const city = panel.frame.getByRole('textbox', { name: 'Cidade' });
  await fillIn(city, 'Cidade do agente');
  await database.query(`update customers set city = 'Cidade de outro' where code = '000318'`);
  await panel.button(/^Salvar cadastro/).click();
  await panel.button('Voltar').click();
  await panel.tab('Pendentes').click();
  const entry = panel.frame.locator('[data-entry]');
  await expect(entry).toContainText('Alguém mudou este cadastro');
  const conflict = entry.locator('[data-conflict="city"]');
  await expect(conflict).toContainText('Cidade de outro');
  await expect(conflict).toContainText('Cidade do agente');
  expect(await customerOf(database)).toMatchObject({ city: 'Cidade de outro' });
  await clickUntilGone(entry.getByRole('button', { name: 'Usar a minha' }));
  await expect.poll(async () => (await customerOf(database)).city).toBe('Cidade do agente');
  await expect(panel.sync).toContainText('Tudo enviado');
});

test('a name that was typed without a connection becomes a contact of the customer before the opinion that names it arrives', async ({
  extension,
  server,
  erp,
  host,
  records,
  database,
}) => {
  test.slow();
  const name = `Marta ${createId().slice(-6)}`;
  await signInQuickly(extension, server.url);
  const panel = await openPanelOn(host, `${erp.url}/spa/000318`, RIO_PARDO);
  await expect(panel.sync).toContainText('Tudo enviado');
  await extension.context.setOffline(true);
  await saveTypedContact(panel, name, { Cargo: 'Compras', Telefone: '16 3444-1234' });
  await fillIn(panel.editor, `Falou ${name}.`);
  const protocol = await panel.protocol();
  await panel.button(/^OK/).click();
  await panel.tab('Pendentes').click();
  await expectOffline(panel);
  const entries = panel.frame.locator('[data-entry]');
  await expect(entries.filter({ hasText: 'Contato novo:' })).toContainText('(16) 3444-1234');
  await expect(entries.filter({ hasText: `Falou ${name}.` })).toContainText('Espera o contato novo');

  await extension.context.setOffline(false);
  await sendEverything(panel);
  await expect.poll(() => records.ticketsByProtocol(protocol)).toHaveLength(1);
  const [ticket] = await records.ticketsByProtocol(protocol);
  expect(await records.opinions(ticket?.id ?? '')).toMatchObject([
    { contact_person: name, contact_name: name },
  ]);
  const persons = await database.query('select role, phone from contact_persons where name = $1', [name]);
  expect(persons).toEqual([{ role: 'Compras', phone: '+551634441234' }]);
});

test('where the contact is given up the opinion arrives all the same, with the name', async ({
  extension,
  gateway,
  erp,
  host,
  records,
}) => {
  test.slow();
  const name = `Recusada ${createId().slice(-6)}`;
  await signInQuickly(extension, gateway.url);
  const panel = await openPanelOn(host, `${erp.url}/spa/000318`, RIO_PARDO);
  await expect(panel.sync).toContainText('Tudo enviado');
  await extension.context.setOffline(true);
  await saveTypedContact(panel, name);
  await fillIn(panel.editor, `Falou ${name}.`);
  await panel.button(/^OK/).click();
  await panel.tab('Pendentes').click();
  const contact = panel.frame.locator('[data-entry]').filter({ hasText: 'Contato novo:' });
  await clickUntilGone(contact.getByRole('button', { name: 'Desistir' }), contact);
  await extension.context.setOffline(false);
  await tryNow(panel.frame);
  await expect.poll(() => records.countOpinions(`Falou ${name}.`)).toBe(1);
  const [ticket] = await records.ticketsByText(`Falou ${name}.`);
  expect(await records.opinions(ticket?.id ?? '')).toMatchObject([
    { contact_person: null, contact_name: name },
  ]);
});

async function customerOf(database: TestDatabase): Promise<{ id: string; city: string | null }> {
  const [row] = await database.query<{ id: string; city: string | null }>(
    `select id, city from customers where code = '000318'`,
  );
  if (row === undefined) throw new Error('The sample company has no such customer.');
  return row;
}

/** Begins a ticket, types a name that no contact has, and saves it as one with what else is known. */
async function saveTypedContact(
  panel: PanelPage,
  name: string,
  more: Record<string, string> = {},
): Promise<void> {
  await panel.openNewTicket();
  await panel.choose(TYPE, '1.2.2', /Dúvida de estoque/);
  await panel.choose('Contato', name, new RegExp(name));
  await panel.button('Salvar como contato').click();
  for (const [label, value] of Object.entries(more)) {
    await fillIn(panel.frame.getByRole('textbox', { name: label }), value);
  }
  await panel.button('Salvar contato').click();
  await expect(panel.button('Salvar como contato')).toHaveCount(0);
}
