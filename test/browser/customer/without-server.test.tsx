import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { accessibilityFaults } from '../../support/browser/accessibility.ts';
import { mountPanel } from '../../support/browser/mount-panel.tsx';
import { onRioPardo } from '../../support/screens/fixtures.ts';
import { createMemoryPorts } from '../../support/screens/memory-ports.ts';
import { ordinaryWorld } from '../gallery/panel-scenes.ts';

/** Today at 13:48 on the company's clock. */
const asOf = '2026-07-16T16:48:00.000Z';
const offline = { code: 'offline', message: 'Sem conexão com o servidor.' };

const start = async (more: Parameters<typeof ordinaryWorld>[0]) => {
  const ordinary = ordinaryWorld();
  const directory = { value: ordinary.customers ?? [], asOf };
  const world = createMemoryPorts({ ...ordinary, trouble: offline, directory, ...more });
  return { world, place: await mountPanel(world) };
};
const field = () => page.getByRole('searchbox', { name: 'Cliente' });
const name = () => page.getByRole('heading', { level: 1 });

test('a customer of the page shows what the directory knows, of when it is, and what is not here', async () => {
  const { place } = await start({});
  await expect.element(name()).toMatchTextContent(/Comercial Rio Pardo de Alimentos Ltda/);
  await expect.element(page.getByText('Visto às 13:48')).toBeVisible();
  await expect.element(page.getByText(/Alertas, produtos e o resto do cadastro não estão/)).toBeVisible();
  await expect.element(page.getByRole('heading', { name: 'Contatos' })).toBeVisible();
  await expect.element(page.getByRole('heading', { name: 'Produtos' })).not.toBeInTheDocument();
  // Nobody knows how many are open: no number is given.
  expect(page.getByRole('heading', { name: 'Em aberto' }).element().nextElementSibling).toBeNull();
  expect(await accessibilityFaults(place)).toEqual([]);
});

test('a ticket is begun for a customer that only the directory knows', async () => {
  await start({});
  await expect.element(name()).toMatchTextContent(/Comercial Rio Pardo/);
  await userEvent.keyboard('n');
  await expect.element(page.getByRole('textbox', { name: 'Descrição do parecer' })).toBeVisible();
});

test('a search says that this machine answered, and of when its customers are', async () => {
  await start({ page: null });
  await userEvent.type(field(), 'padaria');
  await expect.element(page.getByRole('button', { name: /Padaria Santa Rita/ })).toBeVisible();
  await expect
    .element(page.getByText('Sem resposta do servidor. Clientes deste computador, de hoje 13:48.'))
    .toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(name()).toMatchTextContent(/Padaria Santa Rita/);
});

test('what is not found here is never said not to exist', async () => {
  await start({ page: null });
  await userEvent.type(field(), 'zzz');
  await expect.element(page.getByText('Nenhum cliente deste computador com “zzz”')).toBeVisible();
});

test('a code of the page that is not in the directory is not on this machine, and may be on the server', async () => {
  const { world } = await start({ page: { ...onRioPardo, code: '004242' } });
  await expect.element(page.getByText('O código 004242 não está neste computador')).toBeVisible();
  await expect.element(page.getByText(/não existe/)).not.toBeInTheDocument();
  world.world.trouble = null;
  await userEvent.click(page.getByRole('button', { name: 'Tentar de novo' }));
  await expect.element(page.getByText('O código 004242 não está no CRM')).toBeVisible();
});

test('without a directory it stays a failure that says so', async () => {
  await start({ directory: null });
  await expect.element(page.getByText('Não deu para abrir este cliente')).toBeVisible();
});
