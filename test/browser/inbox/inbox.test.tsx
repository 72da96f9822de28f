import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mountPanel } from '../../support/browser/mount-panel.tsx';
import { createMemoryPorts } from '../../support/screens/memory-ports.ts';
import { ordinaryWorld } from '../gallery/panel-scenes.ts';

async function openInbox(more = {}) {
  const world = createMemoryPorts(ordinaryWorld(more));
  await mountPanel(world);
  await userEvent.click(page.getByRole('tab', { name: /^Fila/ }));
  return world;
}

test('tickets stand in their groups, the overdue ones first', async () => {
  await openInbox();
  await expect.element(page.getByRole('heading', { name: 'Atrasados' })).toBeVisible();
  const groups = page
    .getByRole('heading', { level: 2 })
    .elements()
    .map((group) => group.textContent);
  expect(groups).toEqual(['Atrasados', 'Hoje', 'Próximos 5 dias', 'No meu CR, sem próximo contato']);
  const late = page.getByRole('region', { name: 'Atrasados' }).getByRole('button').elements();
  expect(late.map((row) => row.querySelector('.trow__due')?.textContent)).toEqual(['2 d', '1 d', '3 h']);
});

test('arrows and Enter open a ticket of any customer, whose name is then at the head', async () => {
  await openInbox();
  await expect.element(page.getByRole('button', { name: /Nota de devolução/ })).toBeVisible();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  await expect.element(page.getByRole('heading', { level: 1 })).toMatchTextContent(/Padaria Santa Rita/);
});

test('words filter by title, customer and protocol', async () => {
  await openInbox();
  const field = page.getByRole('searchbox', { name: 'Buscar na fila' });
  await userEvent.fill(field, 'padaria');
  await expect.element(page.getByRole('button', { name: /Relatório de comissão/ })).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: /Certificado A1/ })).toBeVisible();
  await userEvent.fill(field, '2026 0000 4163');
  await expect.element(page.getByRole('button', { name: /Relatório de comissão/ })).toBeVisible();
  await userEvent.fill(field, 'zzz');
  await expect.element(page.getByText('Nada na fila com “zzz”')).toBeVisible();
});

test('an empty queue says that it is in order', async () => {
  await openInbox({ inbox: [] });
  await expect.element(page.getByText('Sua fila está em dia')).toBeVisible();
});
