import { expect, onTestFinished, test, vi } from 'vitest';
import { type Locator, page, userEvent } from 'vitest/browser';
import type { Draft } from '../../../domain/draft.ts';
import { mountPanel } from '../../support/browser/mount-panel.tsx';
import { contactChannels, openTickets, rioPardo, testId } from '../../support/screens/fixtures.ts';
import { createMemoryPorts, type World } from '../../support/screens/memory-ports.ts';
import { aCall, callWorld, oneCaller, severalCallers, sharedCaller } from '../gallery/call-scenes.ts';

async function start(more: Partial<World> = {}) {
  const world = createMemoryPorts(callWorld(more));
  await mountPanel(world, { width: 360 });
  return world;
}
const card = () => page.getByRole('dialog', { name: /^Ligação/ });
const button = (name: string | RegExp) => card().getByRole('button', { name });
const newTicket = () => button(/^Novo( atendimento)?( N)?$/);
/** Acts until it is let through: in its first moment the card answers nothing. */
const actUntil = (act: () => Promise<unknown>, happened: () => boolean) =>
  vi.waitUntil(
    async () => {
      if (!happened()) await act();
      return happened();
    },
    { timeout: 5000 },
  );
const clickUntil = (target: Locator, happened: () => boolean) =>
  actUntil(() => userEvent.click(target), happened);
const pressUntil = (key: string, happened: () => boolean) =>
  actUntil(() => userEvent.keyboard(key), happened);

test('the card names who calls, what has to be known, and what is open, and takes no focus', async () => {
  const field = document.createElement('input');
  document.body.append(field);
  onTestFinished(() => field.remove());
  field.focus();
  await start();
  await expect.element(card().getByRole('heading', { level: 1 })).toMatchTextContent(rioPardo.name);
  await expect.element(card()).toMatchTextContent(/José Almeida.*Faturamento.*000318/);
  await expect.element(card()).toMatchTextContent('Inadimplente há 23 dias');
  await expect.element(button(/^Continuar/)).toBeVisible();
  expect(document.activeElement).toBe(field);
});

test('the acts of the card do nothing in its first moment', async () => {
  // Clicked in the task in which they come: a machine under load may show the card long before the test goes on.
  let clicks = 0;
  const comes = new MutationObserver(() => {
    const acts = [newTicket(), button(/^Continuar/), button('Ignorar')].map((act) => act.query());
    if (clicks > 0 || acts.includes(null)) return;
    for (const act of acts) (act as HTMLElement).click();
    clicks = acts.length;
  });
  comes.observe(document.body, { subtree: true, childList: true });
  onTestFinished(() => comes.disconnect());
  const world = await start();
  await vi.waitFor(() => expect(clicks).toBe(3));
  await new Promise((resolve) => setTimeout(resolve));
  expect(world.calls.filter((call) => /^(take|dismiss)/.test(call))).toEqual([]);
  await clickUntil(newTicket(), () => world.calls.includes(`take ${testId(900)}`));
});

test('a new atendimento has channel, person, number and start of the call, and the end once it is hung up', async () => {
  const world = await start({ call: aCall({ answeredAt: '2026-07-16T17:35:58.000Z' }) });
  await clickUntil(newTicket(), () => world.calls.includes(`take ${testId(900)}`));
  await expect.element(page.getByText('Ligação · (16) 99100-5500')).toBeVisible();
  const draft = () => world.drafts.all.value[0] as Draft;
  await vi.waitFor(() =>
    expect(draft()).toMatchObject({
      call: { id: testId(900), phone: '+5516991005500' },
      channelId: contactChannels[0]?.id,
      contactPersonId: testId(110),
      contactName: 'José Almeida',
      startedAt: '2026-07-16T17:35:58.000Z',
      endedAt: null,
    }),
  );
  const call = world.call.peek();
  if (call !== null)
    world.call.value = { ...call, call: { ...call.call, endedAt: '2026-07-16T17:39:00.000Z' } };
  await vi.waitFor(() => expect(draft().endedAt).toBe('2026-07-16T17:39:00.000Z'));
});

test('Enter continues the ticket that was spoken of last, ↓ marks another, N begins a new one', async () => {
  const newest = openTickets.map((ticket, index) => ({
    ...ticket,
    lastOpinionAt: `2026-07-16T1${9 - index}:00:00.000Z`,
  }));
  const world = await start({ open: newest.toReversed() });
  await expect.element(button(/^Continuar/)).toBeVisible();
  const rows = () => [...document.querySelectorAll<HTMLElement>('.callcard [data-ticket]')];
  expect(rows().map((row) => row.dataset.ticket)).toEqual(newest.map(({ id }) => id));
  await userEvent.keyboard('{ArrowDown}');
  expect(rows()[1]?.getAttribute('aria-pressed')).toBe('true');
  await pressUntil('{Enter}', () => world.calls.includes(`take ${testId(900)}`));
  await expect.element(page.getByRole('heading', { level: 2, name: newest[1]?.title ?? '' })).toBeVisible();
});

test('Escape dismisses the call', async () => {
  const world = await start();
  await pressUntil('{Escape}', () => world.calls.includes(`dismiss ${testId(900)}`));
  await expect.element(card()).not.toBeInTheDocument();
});

test('of several customers with the number the agent says which, and nobody is certain before', async () => {
  const world = await start({ callers: severalCallers });
  await expect.element(card()).toMatchTextContent('Número de 3 clientes');
  await expect.element(newTicket()).not.toBeInTheDocument();
  await userEvent.keyboard('{ArrowDown}');
  await clickUntil(button(/^É este/), () => document.querySelector('.cc__cust') !== null);
  await expect.element(card().getByRole('heading', { level: 1 })).toMatchTextContent('Padaria Santa Rita');
  await clickUntil(newTicket(), () => world.calls.includes(`take ${testId(900)}`));
  await vi.waitFor(() => expect(world.drafts.all.value[0]?.customer.code).toBe('000777'));
  expect(world.drafts.all.value[0]?.contactPersonId).toBeNull();
});

test('a shared number makes even its one customer a question', async () => {
  await start({ callers: sharedCaller });
  await expect.element(card()).toMatchTextContent('Número compartilhado: confirme o cliente');
  await expect.element(button(/^É este/)).toBeVisible();
});

test.each([
  [
    'an unknown number',
    { call: aCall({ number: '+5517997152208' }), callers: [] },
    'Nenhum cliente tem este número.',
  ],
  ['a withheld number', { call: aCall({ number: '' }), callers: [] }, 'Quem liga não mostra o número.'],
  [
    'a server that cannot be asked',
    { trouble: { code: 'offline', message: 'O servidor não respondeu.' } },
    'O servidor não respondeu.',
  ],
])('%s leads to a search that takes no cursor by itself', async (_what, more, text) => {
  await start(more);
  await expect.element(card()).toMatchTextContent(text);
  await expect.element(card().getByRole('searchbox')).toBeVisible();
  expect(document.activeElement).toBe(document.body);
});

test('whom the agent finds by name becomes the customer of the call', async () => {
  const world = await start({ call: aCall({ number: '' }), callers: [] });
  await userEvent.click(card().getByRole('searchbox'));
  await userEvent.keyboard('padaria{Enter}');
  await expect.element(card().getByRole('heading', { level: 1 })).toMatchTextContent('Padaria Santa Rita');
  await clickUntil(newTicket(), () => world.calls.includes(`take ${testId(900)}`));
  await vi.waitFor(() =>
    expect(world.drafts.all.value[0]?.call).toMatchObject({ id: testId(900), phone: null }),
  );
});

test('a text that is being written stays behind the card, and hears none of its keys', async () => {
  const world = createMemoryPorts(callWorld({ card: false, call: null }));
  await mountPanel(world);
  await userEvent.keyboard('/');
  await userEvent.keyboard('000318{Enter}');
  await expect.element(page.getByRole('heading', { level: 1 })).toMatchTextContent(rioPardo.name);
  await userEvent.keyboard('n');
  const editor = page.getByRole('textbox', { name: 'Descrição do parecer' });
  await userEvent.click(editor);
  await userEvent.keyboard('Texto de antes');
  world.visible.value = false;
  world.call.value = aCall();
  world.isCard.value = true;
  await expect.element(card()).toBeVisible();
  (document.activeElement as HTMLElement | null)?.blur();
  await userEvent.keyboard('{Control>}{Enter}{/Control}{Alt>}c{/Alt}');
  expect(world.calls.filter((call) => call.startsWith('accept'))).toEqual([]);
  world.isCard.value = false;
  world.visible.value = true;
  await expect.element(editor).toMatchTextContent('Texto de antes');
});

test('while the panel is open a call is one line, whose card comes when it is wanted', async () => {
  const world = await start({ card: false });
  await expect.element(page.getByText('Ligação de (16) 99100-5500')).toBeVisible();
  await expect.element(card()).not.toBeInTheDocument();
  await userEvent.click(page.getByRole('button', { name: 'Ver', exact: true }));
  await expect.element(card().getByRole('heading', { level: 1 })).toMatchTextContent(rioPardo.name);
  await clickUntil(button('Ignorar'), () => world.calls.includes(`dismiss ${testId(900)}`));
});

test('a card that takes the place of another call’s hears no key before the agent turns to it', async () => {
  const world = await start({ call: aCall({ number: '' }), callers: [] });
  await userEvent.click(card().getByRole('searchbox'));
  await userEvent.keyboard('pada');
  world.world.callers = oneCaller;
  world.call.value = aCall({ id: testId(901) });
  await expect.element(newTicket()).toBeVisible();
  const now = performance.now.bind(performance);
  // As if its first moment were over.
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now() + 1000);
  onTestFinished(() => clock.mockRestore());
  await userEvent.keyboard('n{Enter}{Escape}');
  expect(world.calls.filter((call) => /^(take|dismiss)/.test(call))).toEqual([]);
  expect(world.drafts.all.value).toEqual([]);
  await userEvent.keyboard('{Tab}');
  await pressUntil('n', () => world.calls.includes(`take ${testId(901)}`));
});

test('a card over the panel stays while the agent is in it, and another call is a line meanwhile', async () => {
  const world = await start({ card: false, call: aCall({ number: '' }), callers: [] });
  await userEvent.click(page.getByRole('button', { name: 'Ver', exact: true }));
  await userEvent.click(card().getByRole('searchbox'));
  await userEvent.keyboard('pad');
  world.call.value = aCall({ id: testId(901) });
  await expect.element(page.getByText('Ligação de (16) 99100-5500')).toBeVisible();
  await userEvent.keyboard('aria{Enter}');
  await expect.element(card().getByRole('heading', { level: 1 })).toMatchTextContent('Padaria Santa Rita');
  await clickUntil(newTicket(), () => world.calls.includes(`take ${testId(900)}`));
  await expect.element(card()).not.toBeInTheDocument();
  expect(world.calls).not.toContain(`take ${testId(901)}`);
});
