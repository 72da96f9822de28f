import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { OutboxEntry } from '../../../domain/delivery.ts';
import { err, ok } from '../../../domain/result.ts';
import { plainTextToRichText } from '../../../domain/rich-text/document.ts';
import { clickUntil, mountPanel } from '../../support/browser/mount-panel.tsx';
import { aDraft, anEntry, me, testId } from '../../support/screens/fixtures.ts';
import { createMemoryPorts, signedIn } from '../../support/screens/memory-ports.ts';
import { ordinaryWorld } from '../gallery/panel-scenes.ts';

const draft = aDraft({ body: plainTextToRichText('Erro no cálculo de ST') });

const tooLate = anEntry(503, 'Chegou tarde', {
  state: 'needs',
  problem: { code: 'ticket-closed', message: 'O atendimento foi encerrado antes.' },
});
const openingOpinion = {
  id: testId(501),
  startedAt: '2026-07-16T17:15:00.000Z',
  endedAt: '2026-07-16T17:21:00.000Z',
  channelId: null,
  contactPersonId: null,
  contactName: null,
  subjects: [],
  body: plainTextToRichText('Abre'),
};

async function openPending(more = {}) {
  const world = createMemoryPorts(ordinaryWorld(more));
  await mountPanel(world);
  await userEvent.click(page.getByRole('tab', { name: /^Pendentes/ }));
  return world;
}

test('what needs the agent comes first, with the reason and the choices', async () => {
  const world = await openPending({
    entries: [
      anEntry(501, 'Na vez', { state: 'queued' }),
      anEntry(502, 'Recusado', {
        state: 'needs',
        ticketId: testId(320),
        problem: { code: 'forbidden', message: 'Você não tem permissão.' },
      }),
    ],
  });
  const items = () => [...document.querySelectorAll('[data-entry]')].map((item) => item.textContent);
  await expect.poll(items).toHaveLength(2);
  expect(items()[0]).toContain('Você não tem permissão. O texto está guardado.');
  await clickUntil(page.getByRole('button', { name: 'Tentar de novo' }), () =>
    world.calls.includes(`retry ${testId(502)}`),
  );
  await userEvent.click(page.getByRole('button', { name: 'Copiar texto' }));
  expect(world.clipboard).toEqual(['Recusado']);
  expect(world.copiedHtml).toEqual(['<div class="doc"><p>Recusado</p></div>']);
});

test('what the server fails over again and again can be given up, and it is said that it may have arrived', async () => {
  const problem = { code: 'server-error', message: 'Falhou.', status: 500, supportCode: 'ABCD2345' };
  const stuck = anEntry(501, 'Falha sempre', { state: 'queued', attempts: 6, mayBeApplied: true, problem });
  const world = await openPending({ entries: [stuck] });
  await expect.element(page.getByText(/Pode já ter chegado ao servidor/)).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Mais ações' }).last());
  await clickUntil(page.getByRole('menuitem', { name: 'Desistir de enviar' }), () =>
    world.calls.includes(`give up ${stuck.id}`),
  );
});

test('what waits for a server that was set before is told with its address', async () => {
  const world = createMemoryPorts(ordinaryWorld({ entries: [], drafts: [] }));
  const elsewhere = signal([{ serverUrl: 'https://antigo.exemplo.com.br', count: 2 }]);
  await mountPanel({ ...world, ports: { ...world.ports, outbox: { ...world.ports.outbox, elsewhere } } });
  await userEvent.click(page.getByRole('tab', { name: /^Pendentes/ }));
  await expect
    .element(page.getByText(/^2 pareceres esperam por https:\/\/antigo\.exemplo\.com\.br/))
    .toBeVisible();
});

test('nothing is sent by "Enviar agora" while the page lies over the panel', async () => {
  const world = await openPending({ entries: [anEntry(501, 'Na vez', { state: 'queued' })] });
  const send = page.getByRole('button', { name: 'Enviar agora' });
  await expect.element(send).toBeVisible();
  world.covered.value = true;
  await userEvent.click(send);
  await expect.element(page.getByText(/algo da página está por cima do painel/)).toBeVisible();
  expect(world.calls).not.toContain('retry all');
  world.covered.value = false;
  await clickUntil(send, () => world.calls.includes('retry all'));
});

test('an opinion whose ticket was closed meanwhile is sent behind a reopening by who may reopen', async () => {
  const user = { ...me, permissions: [...me.permissions, 'tickets.reopen'] };
  const world = await openPending({ entries: [tooLate], session: { ...signedIn, user } as never });
  await clickUntil(page.getByRole('button', { name: 'Reabrir e enviar' }), () =>
    world.calls.includes(`reopenTicket before ${tooLate.id}`),
  );
});

test('an opinion whose ticket was closed meanwhile goes on in a new ticket, linked with the closed one', async () => {
  const world = await openPending({ entries: [tooLate] });
  await expect.element(page.getByRole('button', { name: 'Abrir ligado' })).toBeVisible();
  expect(page.getByRole('button', { name: 'Reabrir e enviar' }).elements()).toHaveLength(0);
  await clickUntil(page.getByRole('button', { name: 'Abrir ligado' }), () =>
    world.calls.includes(`recall ${tooLate.id}`),
  );
  await expect
    .element(page.getByRole('textbox', { name: 'Descrição do parecer' }))
    .toMatchTextContent(/Chegou tarde/);
  await expect.element(page.getByText(/^Continua 2026 0000 4217-5, encerrado$/)).toBeVisible();
  expect(world.drafts.all.value).toMatchObject([
    { target: { kind: 'newTicket', follows: { id: testId(300), protocol: '2026000042175' } } },
  ]);
});

test('an opinion that may have arrived is not made the text of another ticket, nor a draft', async () => {
  await openPending({ entries: [{ ...tooLate, mayBeApplied: true }] });
  await userEvent.click(page.getByRole('button', { name: 'Mais ações' }).last());
  await expect.element(page.getByRole('menuitem', { name: 'Tentar de novo' })).toBeVisible();
  expect(page.getByRole('menuitem').elements()).toHaveLength(1);
  expect(page.getByRole('button', { name: 'Abrir ligado' }).elements()).toHaveLength(0);
});

test('what waits for the connection is kept here, and says so', async () => {
  const world = await openPending({ entries: [anEntry(501, 'Sem rede')] });
  const item = () => document.querySelector('[data-entry]')?.textContent;
  await expect.poll(item).toContain('Na fila');
  expect(page.getByRole('button', { name: 'Voltar a rascunho' }).elements()).toHaveLength(0);
  world.connection.value = 'offline';
  await expect.poll(item).toContain('Guardado aqui');
  await expect.element(page.getByRole('button', { name: 'Voltar a rascunho' })).toBeVisible();
});

test('what stands behind an opening that needs the agent says so, and can be taken back', async () => {
  const opening = anEntry(501, 'Abre', {
    state: 'needs',
    problem: { code: 'forbidden', message: 'Não pode.' },
    command: {
      kind: 'openTicket',
      id: testId(300),
      protocol: null,
      customerId: testId(100),
      typeId: testId(23),
      title: null,
      nextContact: null,
      waitingFor: null,
      closeOnlyByOpener: false,
      opinion: openingOpinion,
    },
  });
  const world = await openPending({ entries: [opening, anEntry(502, 'Segue')] });
  const follower = () => document.querySelector(`[data-entry="${testId(502)}"]`);
  await expect.poll(() => follower()?.textContent).toContain('Espera a abertura, que precisa de você');
  await clickUntil(page.getByRole('button', { name: 'Voltar a rascunho' }).last(), () =>
    world.calls.includes(`recall ${testId(502)}`),
  );
});

test('what is not to be sent any more can be brought back, from the notice and from the list', async () => {
  const problem = { code: 'forbidden', message: 'Não pode.' };
  const world = await openPending({ entries: [anEntry(502, 'Não era isso', { state: 'needs', problem })] });
  await userEvent.click(page.getByRole('button', { name: 'Mais ações' }).last());
  await clickUntil(page.getByRole('menuitem', { name: 'Desistir de enviar' }), () =>
    world.calls.includes(`give up ${testId(502)}`),
  );
  await expect.element(page.getByText('Envio desfeito; o texto está em Descartados')).toBeVisible();
  expect(world.entries.value).toEqual([]);
  await userEvent.click(page.getByRole('button', { name: /^Descartados/ }));
  await userEvent.click(page.getByRole('button', { name: 'Restaurar' }));
  await expect.poll(() => world.drafts.all.value).toMatchObject([{ id: testId(502) }]);
  await expect.element(page.getByText('De volta em A concluir')).toBeVisible();
});

test('what was thrown away in the last day is there after the panel was closed, folded, and comes back', async () => {
  const world = await openPending({ discarded: [{ draft, discardedAt: '2026-07-16T17:30:00.000Z' }] });
  expect(page.getByText('Erro no cálculo de ST').elements()).toHaveLength(0);
  await userEvent.click(page.getByRole('button', { name: /^Descartados/ }));
  await expect.element(page.getByText('Erro no cálculo de ST')).toBeVisible();
  await expect.element(page.getByText('há 6 min')).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Restaurar' }));
  await expect.poll(() => world.drafts.all.value).toEqual([draft]);
  await userEvent.click(page.getByRole('button', { name: 'Retomar' }));
  await expect
    .element(page.getByRole('textbox', { name: 'Descrição do parecer' }))
    .toMatchTextContent(/Erro no cálculo/);
});

test('a draft that is gone by the time it is wanted back says so', async () => {
  const world = await openPending({ discarded: [{ draft, discardedAt: '2026-07-16T17:30:00.000Z' }] });
  await userEvent.click(page.getByRole('button', { name: /^Descartados/ }));
  world.drafts.restore = async () => ok(false);
  await userEvent.click(page.getByRole('button', { name: 'Restaurar' }));
  await expect.element(page.getByText('Este rascunho já não está neste computador.')).toBeVisible();
});

test('a draft that finds no room to come back says so', async () => {
  const world = await openPending({ discarded: [{ draft, discardedAt: '2026-07-16T17:30:00.000Z' }] });
  await userEvent.click(page.getByRole('button', { name: /^Descartados/ }));
  world.drafts.failWith(err({ code: 'quota-exceeded', message: 'Não há espaço neste computador.' }));
  await userEvent.click(page.getByRole('button', { name: 'Restaurar' }));
  await expect.element(page.getByText('Não há espaço neste computador.')).toBeVisible();
});

test('drafts of all customers are listed with ticket, size and age', async () => {
  await openPending({
    drafts: [
      { ...draft, body: plainTextToRichText('ç'.repeat(700)) },
      aDraft({
        id: testId(403),
        customer: { ...draft.customer, name: 'Auto Peças Guaíra Ltda' },
        body: plainTextToRichText('Refiz'),
        target: {
          kind: 'ticket',
          ticketId: testId(321),
          protocol: '2026000041635',
          title: 'Comissão não fecha',
        },
        updatedAt: '2026-07-16T15:30:00.000Z',
      }),
    ],
  });
  const items = () => [...document.querySelectorAll('[data-draft]')].map((item) => item.textContent);
  await expect.poll(items).toHaveLength(2);
  expect(items()[0]).toMatch(/Comercial Rio Pardo.*novo.*há 12 min.*1,4 KB/);
  expect(items()[1]).toMatch(/Auto Peças Guaíra Ltda.*4163-5.*há 2 h.*Refiz.*5 B/);
});

test('of what was confirmed only today’s is called so', async () => {
  await openPending({
    entries: [
      anEntry(504, 'De hoje', { state: 'confirmed', confirmedAt: '2026-07-16T17:10:00.000Z' }),
      anEntry(505, 'De ontem', { state: 'confirmed', confirmedAt: '2026-07-15T22:10:00.000Z' }),
    ],
  });
  await userEvent.click(page.getByRole('button', { name: /^Confirmados hoje/ }));
  await expect.element(page.getByText('De hoje')).toBeVisible();
  await expect.element(page.getByText('confirmado 14:10')).toBeVisible();
  expect(page.getByText('De ontem').elements()).toHaveLength(0);
});

test('a draft that was thrown away comes back with Ctrl+Z', async () => {
  const world = await openPending({ drafts: [draft] });
  const discard = page.getByRole('button', { name: 'Descartar (pode desfazer)' });
  await clickUntil(discard, () => world.drafts.all.value.length === 0);
  await expect.element(page.getByText('Rascunho descartado')).toBeVisible();
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.poll(() => world.drafts.all.value).toEqual([draft]);
});

test('a draft is resumed with its customer, whatever the page is about', async () => {
  await openPending({
    drafts: [{ ...draft, customer: { ...draft.customer, code: '004410', name: 'Auto Peças Guaíra Ltda' } }],
  });
  await userEvent.click(page.getByRole('button', { name: 'Retomar' }));
  await expect
    .element(page.getByRole('textbox', { name: 'Descrição do parecer' }))
    .toMatchTextContent(/Erro no cálculo/);
  await expect.element(page.getByRole('heading', { level: 1 })).toMatchTextContent(/Auto Peças Guaíra/);
});

test('a draft that another tab is writing says so and stays where it is', async () => {
  const world = await openPending({ drafts: [draft] });
  world.claimed.add(draft.id);
  await userEvent.click(page.getByRole('button', { name: 'Retomar' }));
  await expect.element(page.getByText(/aberto no painel de outra aba/)).toBeVisible();
});

test('an act without text that was refused can be given up', async () => {
  const world = await openPending({
    entries: [
      anEntry(505, '', {
        command: { kind: 'closeTicket', id: testId(505), ticketId: testId(300) },
        draft: null,
        state: 'needs',
        problem: { code: 'closing-refused', message: 'Só é encerrado por Supervisor.' },
      }),
    ],
  });
  await clickUntil(page.getByRole('button', { name: 'Desistir' }), () =>
    world.calls.includes(`drop ${testId(505)}`),
  );
  await expect.element(page.getByText('Nada pendente')).toBeVisible();
});

test('an act without text that the server may have is not given up before it is known, nor without a word', async () => {
  const closing = (index: number, more: Partial<OutboxEntry>) =>
    anEntry(index, '', {
      command: { kind: 'closeTicket', id: testId(index), ticketId: testId(index + 100) },
      ticketId: testId(index + 100),
      draft: null,
      mayBeApplied: true,
      ...more,
    });
  await openPending({
    entries: [
      closing(506, { state: 'needs', problem: { code: 'forbidden', message: 'Não pode.' } }),
      closing(507, { state: 'queued', attempts: 6, problem: { code: 'offline', message: 'Sem ligação.' } }),
    ],
  });
  await expect.element(page.getByText(/Pode já ter chegado ao servidor/)).toBeVisible();
  expect(document.querySelectorAll('[data-entry]')).toHaveLength(2);
  expect(page.getByRole('button', { name: 'Desistir' }).elements()).toHaveLength(1);
});
