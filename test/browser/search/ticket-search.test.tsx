import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mountPanel } from '../../support/browser/mount-panel.tsx';
import { aTicket, testId } from '../../support/screens/fixtures.ts';
import { createMemoryPorts, type World } from '../../support/screens/memory-ports.ts';
import { ordinaryWorld } from '../gallery/panel-scenes.ts';

const saved = { id: testId(500), name: 'Abertos de NCM', criteria: { query: 'ncm', state: 'open' as const } };

async function start(more: Partial<World> = {}) {
  const world = createMemoryPorts(ordinaryWorld(more));
  await mountPanel(world);
  await expect.element(page.getByRole('heading', { level: 1 })).toMatchTextContent(/Rio Pardo/);
  await expect
    .poll(async () => {
      if (document.querySelector('.find--tickets') === null) await userEvent.keyboard('b');
      return document.querySelector('.find--tickets') !== null;
    })
    .toBe(true);
  return world;
}
const field = () => page.getByRole('searchbox', { name: 'Palavras ou protocolo' });
const rows = () => page.getByRole('list', { name: 'Buscar atendimentos' }).getByRole('button');
const chip = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const asked = (world: Awaited<ReturnType<typeof start>>) =>
  world.calls.filter((call) => call.startsWith('tickets'));

test('words find tickets with their place in the text, marked as elements, and Enter opens the first', async () => {
  const world = await start();
  await expect.element(field()).toHaveFocus();
  await userEvent.type(field(), 'tabela');
  await expect.element(rows()).toMatchTextContent(/Rejeição 778 na NF-e.*saiu da tabela de/);
  expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['tabela']);
  // Several keys ask once.
  expect(asked(world)).toEqual(['tickets {"query":"tabela"}']);
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('heading', { name: '2026 0000 4217-5' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  // What was found is still there, and the row that was opened has the keys.
  await expect.element(rows()).toHaveFocus();
});

test('arrows lead from the field into what was found and along it', async () => {
  await start();
  await userEvent.type(field(), 'a');
  await expect.element(rows().nth(1)).toBeVisible();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(rows().nth(0)).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(rows().nth(1)).toHaveFocus();
});

test('filters are chosen by key, shown on their chips, and taken away', async () => {
  const world = await start({ subjects: ['NF-e'] });
  await chip('Situação').click();
  await page.getByRole('radio', { name: 'Encerrados' }).click();
  await expect.element(chip('Situação: Encerrados')).toHaveFocus();
  await expect.poll(() => asked(world).at(-1)).toBe('tickets {"state":"closed"}');
  await userEvent.keyboard('{Delete}');
  await expect.element(chip('Situação')).toBeVisible();

  await chip('Assunto').click();
  await userEvent.type(page.getByRole('combobox', { name: 'Assunto' }), 'nf');
  await expect.element(page.getByRole('option', { name: 'NF-e' })).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(chip('Assunto: NF-e')).toHaveFocus();
  await expect.poll(() => asked(world).at(-1)).toBe('tickets {"subject":"NF-e"}');

  await chip('Cliente').click();
  await userEvent.type(page.getByRole('combobox', { name: 'Cliente' }), 'guaira');
  await userEvent.keyboard('{Escape}{Escape}');
  await expect.element(chip('Cliente')).toHaveFocus();
});

test('a period is said in words, shown in days, and refused where it says nothing', async () => {
  const world = await start();
  await chip('Período').click();
  const period = page.getByRole('textbox', { name: 'Período' });
  await userEvent.type(period, 'qualquer dia');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText(/Não entendi este período/)).toBeVisible();
  await expect.element(period).toHaveValue('qualquer dia');
  await userEvent.fill(period, 'últimos 30 dias');
  await expect.element(page.getByText('17/06/2026 a 16/07/2026')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(chip('Período: últimos 30 dias')).toHaveFocus();
  expect(asked(world).at(-1)).toBe(
    'tickets {"from":"2026-06-17T03:00:00.000Z","to":"2026-07-17T03:00:00.000Z"}',
  );
});

test('nothing found says what to do, and the search can be emptied', async () => {
  await start();
  await userEvent.type(field(), 'zzz');
  await expect.element(page.getByText('Nenhum atendimento encontrado')).toBeVisible();
  await page.getByRole('button', { name: 'Limpar busca' }).click();
  await expect.element(field()).toHaveValue('');
});

test('without the connection it says so and keeps what was typed; with it the same search goes on', async () => {
  const world = await start();
  world.world.trouble = { code: 'offline', message: 'Sem conexão.' };
  await userEvent.type(field(), 'ncm');
  await expect.element(page.getByText('A busca precisa da conexão')).toBeVisible();
  await expect.element(field()).toHaveValue('ncm');
  world.world.trouble = null;
  await page.getByRole('button', { name: 'Tentar de novo' }).click();
  await expect.element(rows().nth(0)).toBeVisible();
});

test('more than a page is fetched on demand', async () => {
  const many = Array.from({ length: 45 }, (_, count) =>
    aTicket(600 + count, `Lote ${count}`, { protocol: `20260001${String(count).padStart(5, '0')}` }),
  );
  await start({ inbox: many });
  await userEvent.type(field(), 'lote');
  await expect.element(page.getByRole('button', { name: /Mostrar mais \(2\d\)/ })).toBeVisible();
  await page.getByRole('button', { name: /Mostrar mais/ }).click();
  await expect.poll(() => document.querySelectorAll('.find--tickets [data-ticket]').length).toBe(40);
});

test('a search is kept under a name, run again, deleted and brought back', async () => {
  const world = await start({ savedSearches: [saved] });
  await userEvent.type(field(), 'certificado');
  await page.getByRole('button', { name: 'Guardar busca' }).click();
  await expect.element(page.getByRole('textbox', { name: 'Nome' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Dê um nome à busca.')).toBeVisible();
  await userEvent.type(page.getByRole('textbox', { name: 'Nome' }), 'Certificados');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Busca “Certificados” guardada')).toBeVisible();

  await userEvent.fill(field(), '');
  const run = page.getByRole('button', { name: /^Abertos de NCM ?“ncm” · Abertos/ });
  await run.click();
  await expect.element(field()).toHaveValue('ncm');
  await expect.element(chip('Situação: Abertos')).toBeVisible();
  await expect.poll(() => asked(world).at(-1)).toBe('tickets {"state":"open","query":"ncm"}');

  await chip('Situação: Abertos').click();
  await page.getByRole('button', { name: 'Tirar filtro Situação' }).click();
  await userEvent.fill(field(), '');
  await page.getByRole('button', { name: 'Apagar busca Abertos de NCM' }).click();
  await expect.element(run).not.toBeInTheDocument();
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.element(run).toBeVisible();
});

test('a refusal to keep it is shown in the form, which keeps the name', async () => {
  const world = await start();
  await userEvent.type(field(), 'ncm');
  await expect.element(rows().nth(0)).toBeVisible();
  await page.getByRole('button', { name: 'Guardar busca' }).click();
  world.world.trouble = { code: 'invalid', message: 'Você já guardou 50 buscas.', field: 'name' };
  await userEvent.type(page.getByRole('textbox', { name: 'Nome' }), 'Mais uma');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Você já guardou 50 buscas.')).toBeVisible();
  await expect.element(page.getByRole('textbox', { name: 'Nome' })).toHaveValue('Mais uma');
});

test('markup in a text is shown as text', async () => {
  const ticket = aTicket(700, '<img src=x onerror=alert(1)>', { protocol: '2026000099999' });
  await start({ inbox: [ticket] });
  await userEvent.type(field(), 'onerror');
  await expect.element(rows()).toMatchTextContent(/<img src=x onerror=alert\(1\)>/);
  expect(document.querySelector('.find--tickets img')).toBeNull();
});

test('subjects used before are offered in the form of an opinion', async () => {
  const world = createMemoryPorts(ordinaryWorld({ subjects: ['Nota de devolução', 'NCM'] }));
  await mountPanel(world);
  await page.getByRole('button', { name: /^Novo atendimento/ }).click();
  const subjects = page.getByRole('combobox', { name: /^Assunto/ });
  await userEvent.type(subjects, 'devolucao');
  await expect.element(page.getByRole('option', { name: 'Nota de devolução' })).toBeVisible();
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await expect.element(page.getByRole('button', { name: /Nota de devolução/ })).toBeVisible();
});
