import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mountPanel } from '../../support/browser/mount-panel.tsx';
import { createMemoryPorts } from '../../support/screens/memory-ports.ts';
import { ordinaryWorld } from '../gallery/panel-scenes.ts';

const start = async (more = {}) => {
  const world = createMemoryPorts(ordinaryWorld(more));
  await mountPanel(world);
  await expect.element(page.getByRole('heading', { level: 1 })).toMatchTextContent(/Comercial Rio Pardo/);
  return world;
};
const focused = () => document.activeElement?.getAttribute('data-key') ?? null;

test('a ticket is written and sent by keyboard alone', async () => {
  const world = await start();
  await userEvent.keyboard('n');
  const type = page.getByRole('combobox', { name: /^Tipo( obrigatório)?$/ });
  await expect.element(type).toHaveFocus();
  await userEvent.keyboard('impressora');
  await expect.element(page.getByRole('option', { name: /Impressora/ })).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(type).toHaveValue('1.2.4 Impressora não fiscal');
  const editor = page.getByRole('textbox', { name: 'Descrição do parecer' });
  while (document.activeElement !== editor.element()) await userEvent.keyboard('{Tab}');
  await userEvent.keyboard('Não imprime');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.poll(() => world.calls).toContain('accept openTicket');
  await expect.element(page.getByText(/^Atendimento 2026 0000 4231-9 aberto/)).toBeVisible();
  await expect.element(page.getByRole('button', { name: /Não imprime/ })).toBeVisible();
});

test('Esc goes back step by step, keeps the text, and closes the panel at the end', async () => {
  const world = await start();
  await userEvent.keyboard('n');
  const editor = page.getByRole('textbox', { name: 'Descrição do parecer' });
  await userEvent.click(editor);
  await userEvent.keyboard('José ligou');
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('button', { name: /A concluir: novo atendimento/ })).toBeVisible();
  expect(world.drafts.all.value).toHaveLength(1);
  expect(world.calls).not.toContain('close');
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => world.calls).toContain('close');
});

test('Esc closes what lies over a screen before it leaves the screen', async () => {
  const world = await start();
  await userEvent.click(page.getByRole('button', { name: /^Por que este cliente/ }));
  await expect.element(page.getByRole('dialog')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  expect(world.calls).not.toContain('close');

  await userEvent.keyboard('n');
  const type = page.getByRole('combobox', { name: /^Tipo( obrigatório)?$/ });
  await userEvent.type(type, 'fisc');
  await expect.element(page.getByRole('listbox')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('heading', { name: 'Novo atendimento' })).toBeVisible();
});

test('Ctrl and a digit go to a tab, / to its search', async () => {
  await start();
  await userEvent.keyboard('{Control>}2{/Control}');
  await expect.element(page.getByRole('tab', { name: /^Fila/ })).toHaveAttribute('aria-selected', 'true');
  await userEvent.keyboard('/');
  await expect.element(page.getByRole('searchbox', { name: 'Buscar na fila' })).toHaveFocus();
  await userEvent.keyboard('{Control>}3{/Control}');
  await expect
    .element(page.getByRole('tab', { name: /^Pendentes/ }))
    .toHaveAttribute('aria-selected', 'true');
  await userEvent.keyboard('{Control>}1{/Control}');
  await userEvent.keyboard('/');
  await expect.element(page.getByRole('searchbox', { name: 'Cliente' })).toHaveFocus();
});

test('arrows walk the rows, Enter opens, and Esc comes back to the same row', async () => {
  await start();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  const key = focused();
  expect(key).not.toBeNull();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('list', { name: 'Histórico do atendimento' })).toBeInTheDocument();
  await userEvent.keyboard('{Escape}');
  await expect.poll(focused).toBe(key);
});

test('P goes straight to the text of a ticket', async () => {
  await start();
  await userEvent.keyboard('{ArrowDown}p');
  await expect.element(page.getByRole('textbox', { name: 'Novo parecer' })).toHaveFocus();
});

test('Alt+C puts the text off and says where it is', async () => {
  const world = await start();
  await userEvent.keyboard('n');
  await userEvent.click(page.getByRole('textbox', { name: 'Descrição do parecer' }));
  await userEvent.keyboard('Depois');
  await userEvent.keyboard('{Alt>}c{/Alt}');
  await expect.element(page.getByText('Guardado em Pendentes')).toBeVisible();
  expect(world.drafts.all.value[0]?.finishedLaterAt).not.toBeNull();
});

test('a panel that nobody sees takes no focus', async () => {
  const world = createMemoryPorts(ordinaryWorld());
  world.visible.value = false;
  await mountPanel(world);
  await expect.element(page.getByRole('heading', { level: 1 })).toMatchTextContent(/Comercial Rio Pardo/);
  expect(document.activeElement).toBe(document.body);
  world.visible.value = true;
  await expect.poll(focused).toBe('new-ticket');
});
