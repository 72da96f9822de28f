import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mountPanel } from '../../support/browser/mount-panel.tsx';
import { createMemoryPorts } from '../../support/screens/memory-ports.ts';
import { ordinaryWorld } from '../gallery/panel-scenes.ts';

const start = async () => {
  const world = createMemoryPorts(ordinaryWorld({ page: null }));
  await mountPanel(world);
  return world;
};
const field = () => page.getByRole('searchbox', { name: 'Cliente' });
const name = () => page.getByRole('heading', { level: 1 });

test('a code and Enter lead to its customer, with and without its zeros', async () => {
  await start();
  await userEvent.type(field(), '318');
  await userEvent.keyboard('{Enter}');
  await expect.element(name()).toMatchTextContent(/Comercial Rio Pardo de Alimentos Ltda/);
});

test('part of the name finds customers, and arrows choose among them', async () => {
  await start();
  await userEvent.type(field(), 'a');
  await expect.element(page.getByRole('button', { name: /Padaria Santa Rita/ })).toBeVisible();
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await expect.element(name()).toMatchTextContent(/Auto Peças Guaíra/);
});

test('several keys ask the server once', async () => {
  const world = await start();
  await userEvent.type(field(), 'padaria');
  await expect.element(page.getByRole('button', { name: /Padaria Santa Rita/ })).toBeVisible();
  expect(world.calls.filter((call) => call.startsWith('search'))).toEqual(['search padaria']);
});

test('what is not found is said, with what to try', async () => {
  await start();
  await userEvent.type(field(), 'zzz');
  await expect.element(page.getByText('Nenhum cliente com “zzz”')).toBeVisible();
});
