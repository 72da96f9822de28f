import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { SessionState } from '../../../state/ports.ts';
import { clickUntil, mountPanel } from '../../support/browser/mount-panel.tsx';
import { me, rioPardo, testId } from '../../support/screens/fixtures.ts';
import { createMemoryPorts, signedIn } from '../../support/screens/memory-ports.ts';
import { conflictEntry, ordinaryWorld } from '../gallery/panel-scenes.ts';

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const field = (name: string | RegExp) => page.getByRole('textbox', { name });

async function openRecord(more = {}) {
  const world = createMemoryPorts(ordinaryWorld(more));
  await mountPanel(world);
  await userEvent.click(button('Abrir cadastro'));
  await expect.element(page.getByRole('heading', { name: 'Cadastro', level: 2 }).first()).toBeVisible();
  return world;
}

test('only what was changed is queued, as the record keeps it, and the screen shows it at once', async () => {
  const world = await openRecord();
  await userEvent.fill(field(/^Nome/), 'Rio Pardo Alimentos S/A');
  await userEvent.click(button('Adicionar telefone'));
  const added = rioPardo.phones.length + 1;
  await userEvent.fill(field(`Telefone ${added}`), '(16) 3610-0199');
  // In the first moment after showing it does nothing.
  await expect
    .poll(async () => {
      if (world.entries.value.length === 0) await userEvent.keyboard('{Control>}{Enter}{/Control}');
      return world.entries.value;
    })
    .toHaveLength(1);
  const phones = [...rioPardo.phones, { number: '+551636100199', label: null, shared: false }];
  expect(world.entries.value[0]).toMatchObject({
    ticketId: rioPardo.id,
    command: {
      kind: 'editCustomer',
      customerId: rioPardo.id,
      before: { name: rioPardo.name, phones: rioPardo.phones },
      after: { name: 'Rio Pardo Alimentos S/A', phones },
    },
  });
  await expect
    .element(page.getByRole('heading', { level: 1 }))
    .toMatchTextContent(/Rio Pardo Alimentos S\/A/);
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByText('(16) 3610-0199', { exact: false })).toBeVisible();
});

test('a refusal is said at its field, the cursor goes there, and what was typed stays', async () => {
  const world = await openRecord();
  await userEvent.fill(field('CPF ou CNPJ'), '12.345');
  await userEvent.click(button(/^Salvar cadastro/));
  await expect.element(field('CPF ou CNPJ')).toHaveFocus();
  await expect.element(page.getByText('Este CPF ou CNPJ não existe.', { exact: false })).toBeVisible();
  await expect.element(field('CPF ou CNPJ')).toHaveValue('12.345');
  expect(world.entries.value).toEqual([]);
  // Left and opened again, it is as it was.
  await userEvent.keyboard('{Escape}');
  await userEvent.click(button('Abrir cadastro'));
  await expect.element(field('CPF ou CNPJ')).toHaveValue('12.345');
  await userEvent.click(button('Desfazer'));
  await expect.element(field('CPF ou CNPJ')).not.toHaveValue('12.345');
});

test('a contact person is changed and inactivated, and stands in the list all the same', async () => {
  const world = await openRecord();
  await userEvent.click(button('Editar José Almeida'));
  await userEvent.fill(field('Cargo'), 'Sócio');
  await userEvent.click(page.getByRole('switch', { name: /Ainda é contato/ }));
  await userEvent.click(button('Salvar contato'));
  await expect.poll(() => world.entries.value).toHaveLength(1);
  expect(world.entries.value[0]?.command).toMatchObject({
    kind: 'editContactPerson',
    contactPersonId: testId(110),
    before: { role: 'Faturamento', active: true },
    after: { role: 'Sócio', active: false },
  });
  await expect.element(page.getByText('inativo')).toBeVisible();
});

test('a new contact person needs a name and a telephone that exists', async () => {
  const world = await openRecord();
  await userEvent.click(button('Adicionar contato'));
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Preencha o nome.')).toBeVisible();
  await userEvent.keyboard('Marta Nogueira{Enter}');
  await expect.poll(() => world.entries.value).toHaveLength(1);
  expect(world.entries.value[0]?.command).toMatchObject({
    kind: 'createContactPerson',
    name: 'Marta Nogueira',
    phone: null,
  });
  await expect.element(page.getByText('na fila')).toBeVisible();
});

test('without the permission the record is read, and it is said who gives it', async () => {
  const user = { ...me, permissions: ['customers.read' as const, 'tickets.read' as const] };
  await openRecord({ session: { ...signedIn, user } as SessionState });
  await expect.element(page.getByText('Quem libera a edição', { exact: false })).toBeVisible();
  await expect.element(field(/^Nome/)).not.toBeInTheDocument();
  await expect.element(button('Adicionar contato')).not.toBeInTheDocument();
});

test('a conflict shows both values, and the agent’s word takes its place', async () => {
  const world = createMemoryPorts(ordinaryWorld({ entries: [conflictEntry] }));
  await mountPanel(world);
  await userEvent.click(page.getByRole('tab', { name: /^Pendentes/ }));
  const city = () => document.querySelector('[data-conflict="city"]')?.textContent;
  await expect.poll(city).toMatch(new RegExp(`No servidor: ${rioPardo.city}.*Sua mudança: Batatais`));
  await clickUntil(button('Usar a minha'), () => world.calls.some((call) => call.startsWith('replace')));
  const [entry] = world.entries.value;
  expect(entry?.command).toMatchObject({
    before: { city: rioPardo.city, phones: rioPardo.phones },
    after: { city: 'Batatais' },
  });
  expect(entry?.id).not.toBe(conflictEntry.id);
});

test('a name that was typed becomes a contact, chosen at once', async () => {
  const world = createMemoryPorts(ordinaryWorld());
  await mountPanel(world);
  await expect.element(page.getByRole('heading', { level: 1 })).toMatchTextContent(/Comercial Rio Pardo/);
  await userEvent.keyboard('n');
  const box = page.getByRole('combobox', { name: 'Contato', exact: true });
  await userEvent.click(box);
  await userEvent.fill(box, 'Marta Nogueira');
  await userEvent.click(page.getByRole('option', { name: /Marta Nogueira/ }));
  await userEvent.click(button('Salvar como contato'));
  await userEvent.keyboard('Compras');
  await userEvent.fill(field('Telefone'), '12');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Este telefone não existe.', { exact: false })).toBeVisible();
  await userEvent.fill(field('Telefone'), '16 3610-0177');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => world.entries.value).toHaveLength(1);
  const command = world.entries.value[0]?.command;
  expect(command).toMatchObject({
    kind: 'createContactPerson',
    customerId: rioPardo.id,
    ...{ name: 'Marta Nogueira', role: 'Compras', phone: '+551636100177' },
  });
  await expect.element(button('Salvar como contato')).not.toBeInTheDocument();
  await expect
    .poll(() => world.drafts.all.value.map(({ contactPersonId }) => contactPersonId))
    .toEqual([command?.id]);
  await userEvent.click(box);
  await userEvent.fill(box, 'marta');
  await expect.element(page.getByRole('option', { name: /Marta Nogueira.*Compras/ })).toBeVisible();
});

test('what has to be known of the customer stands over what is written', async () => {
  const world = createMemoryPorts(
    ordinaryWorld({ customers: [{ ...rioPardo, active: false }], open: [], closed: [] }),
  );
  await mountPanel(world);
  await expect.element(page.getByText('Cliente inativo')).toBeVisible();
  await userEvent.keyboard('n');
  await expect.element(page.getByRole('textbox', { name: 'Descrição do parecer' })).toBeVisible();
  await expect.element(page.getByText('Cliente inativo')).toBeVisible();
  const [alert] = rioPardo.alerts;
  if (alert !== undefined) await expect.element(page.getByText(alert.title)).toBeVisible();
  await userEvent.click(button('Abrir cadastro'));
  await expect.element(field(/^Nome/)).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('textbox', { name: 'Descrição do parecer' })).toBeVisible();
});
