import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { plainTextToRichText } from '../../../domain/rich-text/document.ts';
import { clickUntil, mountPanel } from '../../support/browser/mount-panel.tsx';
import {
  aDraft,
  anEntry,
  anOpinion,
  centers,
  NOW,
  openTickets,
  testId,
  users,
} from '../../support/screens/fixtures.ts';
import { createMemoryPorts, signedIn } from '../../support/screens/memory-ports.ts';
import { ordinaryWorld, ticketOpinions } from '../gallery/panel-scenes.ts';

async function openTicket(more = {}) {
  const world = createMemoryPorts(ordinaryWorld(more));
  await mountPanel(world);
  await userEvent.click(page.getByRole('button', { name: /Rejeição 778/ }));
  await expect.element(editor()).toBeVisible();
  return world;
}
const editor = () => page.getByRole('textbox', { name: 'Novo parecer' });
const history = () => page.getByRole('list', { name: 'Histórico do atendimento' });

test('an opinion is sent and stands in the history with where it is', async () => {
  const world = await openTicket();
  await userEvent.click(editor());
  await userEvent.keyboard('Autorizada às 14:31');
  await userEvent.click(page.getByRole('button', { name: 'Assunto: 0' }));
  await userEvent.keyboard('NF-e{Enter}');
  await userEvent.click(page.getByRole('button', { name: /^OK/ }));
  await expect.element(history()).toMatchTextContent(/Autorizada às 14:31/);
  await expect.element(history()).toMatchTextContent(/Na fila/);
  expect(world.calls).toContain('accept addOpinion');
  await expect.element(editor()).toHaveTextContent('');
  await expect.element(editor()).toHaveFocus();
});

test('"Encerrar" closes with the opinion, and says who can where this user may not', async () => {
  const world = await openTicket();
  await userEvent.click(editor());
  await userEvent.keyboard('Resolvido');
  await userEvent.click(page.getByRole('button', { name: 'Assunto: 0' }));
  await userEvent.keyboard('NF-e{Enter}');
  await userEvent.click(page.getByRole('button', { name: 'Encerrar', exact: true }));
  await userEvent.click(page.getByRole('button', { name: /^OK/ }));
  await expect.poll(() => world.calls).toContain('accept addOpinion+closeTicket');
});

test('a ticket is closed without an opinion once: the menu says that it waits already', async () => {
  const world = await openTicket();
  const closing = page.getByRole('menuitem', { name: /Encerrar sem parecer/ });
  const menu = page.getByRole('button', { name: 'Encerrar ou reabrir' });
  await expect
    .poll(async () => {
      // The first moment after showing refuses the act, and may leave the menu open or closed.
      if (!closing.query()) await userEvent.click(menu);
      await userEvent.click(closing);
      return world.calls;
    })
    .toContain('accept closeTicket');
  await userEvent.click(page.getByRole('button', { name: 'Encerrar ou reabrir' }));
  await expect.element(closing).toMatchTextContent(/Já está na fila/);
  await expect.element(closing).toHaveAttribute('aria-disabled', 'true');
});

test('a closing that is not possible is explained before OK, and refused at OK with the text kept', async () => {
  const [first] = openTickets;
  if (first === undefined) throw new Error('No ticket.');
  const world = await openTicket({ open: [{ ...first, typeId: testId(28) }] });
  await userEvent.click(editor());
  await userEvent.keyboard('Resolvido');
  await userEvent.click(page.getByRole('button', { name: 'Encerrar', exact: true }));
  await expect.element(page.getByText(/só é encerrado por Supervisor/).first()).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: /^OK/ }));
  expect(world.calls.filter((call) => call.startsWith('accept'))).toEqual([]);
  await expect.element(editor()).toMatchTextContent(/Resolvido/);
});

test('who else is at the ticket is said, those who write first, and the others hear of this agent', async () => {
  const world = await openTicket();
  world.world.attendees.value = [
    { userId: users.caio.id, doing: 'viewing' },
    { userId: users.marina.id, doing: 'writing' },
  ];
  await expect.element(page.getByText('Marina Duarte está escrevendo')).toBeVisible();
  await expect.element(page.getByText('Caio Nunes está vendo')).toBeVisible();
  expect(world.calls).toContain('at viewing');
  await userEvent.click(editor());
  await userEvent.keyboard('Eu também');
  await expect.poll(() => world.calls.filter((call) => call.startsWith('at ')).at(-1)).toBe('at writing');
  await userEvent.click(page.getByRole('button', { name: 'Voltar' }));
  await expect.poll(() => world.calls.filter((call) => call.startsWith('at ')).at(-1)).toBe('at ');
});

test('what changes about a ticket while an opinion is written is shown beside the text, and OK asks once', async () => {
  const world = await openTicket();
  await userEvent.click(editor());
  await userEvent.keyboard('Meu parecer');
  await userEvent.click(page.getByRole('button', { name: 'Assunto: 0' }));
  await userEvent.keyboard('NF-e{Enter}');
  const [first] = world.world.open;
  if (first === undefined) throw new Error('No ticket.');
  world.world.open = [
    { ...first, opinionCount: first.opinionCount + 2, centerId: centers.development.id },
    ...world.world.open.slice(1),
  ];
  world.changed.value = { tickets: [first.id], customers: [], at: NOW };
  await expect.element(page.getByText(/2 pareceres novos\. Está em Desenvolvimento/)).toBeVisible();
  await expect.element(editor()).toHaveTextContent('Meu parecer');
  const sent = () => world.calls.filter((call) => call.startsWith('accept'));
  await userEvent.click(page.getByRole('button', { name: /^OK/ }));
  const dialog = page.getByRole('alertdialog');
  await expect.element(dialog).toMatchTextContent(/2 pareceres novos/);
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => dialog.query()).toBeNull();
  expect(sent()).toEqual([]);
  await expect.element(editor()).toHaveTextContent('Meu parecer');
  await userEvent.click(page.getByRole('button', { name: /^OK/ }));
  await userEvent.click(dialog.getByRole('button', { name: 'Enviar assim mesmo' }));
  await expect.poll(sent).toEqual(['accept addOpinion']);
});

test('older opinions come page by page, without losing the place of the newer ones', async () => {
  const opinions = Array.from({ length: 120 }, (_, at) =>
    anOpinion(2000 + at, `Parecer ${at + 1}`, {
      confirmedAt: new Date(Date.UTC(2026, 5, 1, 0, at)).toISOString(),
    }),
  );
  await openTicket({ opinions });
  await expect.element(page.getByRole('button', { name: '70 pareceres anteriores' })).toBeInTheDocument();
  const last = page.getByText('Parecer 120', { exact: true });
  await expect.poll(() => isSeen(last.element())).toBe(true);
  await userEvent.click(page.getByRole('button', { name: '70 pareceres anteriores' }));
  await expect.element(page.getByRole('button', { name: '20 pareceres anteriores' })).toBeInTheDocument();
  expect(history().element().querySelectorAll('[data-opinion]')).toHaveLength(100);
});

test('what needs the agent says why and goes back to draft', async () => {
  const problem = { code: 'too-large', message: 'As imagens passam de 1 MB em 412 KB.' };
  const world = await openTicket({
    entries: [anEntry(510, 'Com imagens demais', { state: 'needs', problem })],
  });
  await expect
    .element(history())
    .toMatchTextContent(/As imagens passam de 1 MB em 412 KB\. O texto está guardado\./);
  await clickUntil(page.getByRole('button', { name: 'Voltar a rascunho' }), () =>
    world.calls.includes(`recall ${testId(510)}`),
  );
  await expect.element(editor()).toMatchTextContent(/Com imagens demais/);
});

test('a closed ticket takes no opinion, and is reopened by who may', async () => {
  const user = { ...(signedIn as { user: object }).user, permissions: ['tickets.write', 'tickets.reopen'] };
  const world = createMemoryPorts(ordinaryWorld({ session: { ...signedIn, user } as never }));
  await mountPanel(world);
  await userEvent.click(page.getByRole('button', { name: /Certificado A1 vencido/ }));
  await expect.element(page.getByText('Atendimento encerrado.')).toBeVisible();
  expect(page.getByRole('textbox').elements()).toHaveLength(0);
  await clickUntil(page.getByRole('button', { name: 'Reabrir' }), () =>
    world.calls.includes('accept reopenTicket'),
  );
});

test('a ticket that closes while its opinion is being written keeps the text on screen', async () => {
  const world = await openTicket();
  await userEvent.click(editor());
  await userEvent.keyboard('Quase pronto');
  world.world.open = world.world.open.map((ticket) =>
    ticket.id === testId(300) ? { ...ticket, closedAt: '2026-07-16T17:35:00.000Z' } : ticket,
  );
  world.changed.value = { tickets: [testId(300)], customers: [], at: '2026-07-16T17:35:30.000Z' };
  await expect.element(page.getByText(/foi encerrado enquanto você escrevia/)).toBeVisible();
  await expect.element(editor()).toMatchTextContent(/Quase pronto/);
});

test('the first opinion of a ticket says where it was opened', async () => {
  await openTicket({ opinions: ticketOpinions });
  await expect.element(history()).toMatchTextContent(/para Suporte N2/);
});

function isSeen(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  const body = element.closest('.panel__body')?.getBoundingClientRect();
  return body !== undefined && top >= body.top && bottom <= body.bottom + 1;
}

test('a text for a ticket that cannot be read now is there, and can be sent', async () => {
  const draft = aDraft({
    body: plainTextToRichText('Reenviou a nota'),
    subjects: ['NF-e'],
    target: { kind: 'ticket', ticketId: testId(300), protocol: '2026000042175', title: 'Rejeição 778' },
  });
  const world = createMemoryPorts(ordinaryWorld({ drafts: [draft], open: [], inbox: [] }));
  await mountPanel(world);
  await userEvent.click(page.getByRole('button', { name: /A concluir: Rejeição 778/ }));
  await expect.element(editor()).toMatchTextContent(/Reenviou a nota/);
  await expect.element(page.getByText('Não deu para abrir este atendimento').first()).toBeVisible();
  await clickUntil(page.getByRole('button', { name: /^OK/ }), () =>
    world.calls.includes('accept addOpinion'),
  );
});

test('unlocked fields travel with the opinion, and say that the ticket starts anew', async () => {
  const world = await openTicket();
  await userEvent.click(page.getByRole('button', { name: 'Desbloquear campos' }));
  const type = page.getByRole('combobox', { name: 'Tipo', exact: true });
  await expect.element(type).toHaveFocus();
  await userEvent.fill(type, '1.2.4');
  await userEvent.click(page.getByRole('option', { name: /Impressora não fiscal/ }).first());
  await expect.element(page.getByText(/recomeça no primeiro passo/)).toBeVisible();
  const product = page.getByRole('combobox', { name: 'Produto', exact: true });
  await userEvent.click(product);
  await userEvent.fill(product, 'fiscal');
  await userEvent.click(page.getByRole('option', { name: /^Gestão Fiscal/ }).first());
  await userEvent.click(editor());
  await userEvent.keyboard('Era a impressora');
  await userEvent.click(page.getByRole('button', { name: /^OK/ }));
  await expect.poll(() => world.entries.value.length).toBe(1);
  expect(world.entries.value[0]?.command).toMatchObject({
    kind: 'addOpinion',
    changes: { typeId: testId(24), product: { version: '11.2' } },
  });
});

test('the history says what an opinion changed', async () => {
  const changes = [
    { field: 'type' as const, from: '1.1 Instalação', to: '1.2.1 Dúvida fiscal' },
    { field: 'version' as const, from: null, to: '11.2' },
  ];
  await openTicket({ opinions: [anOpinion(2000, 'Mudou', { changes })] });
  await expect.element(history()).toMatchTextContent(/Tipo:\s*1\.1 Instalação → 1\.2\.1 Dúvida fiscal/);
  await expect.element(history()).toMatchTextContent(/Versão:\s*nenhum → 11\.2/);
});
