import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { plainTextToRichText } from '../../../domain/rich-text/document.ts';
import { clickUntil, mountPanel } from '../../support/browser/mount-panel.tsx';
import { aDraft, anEntry, testId } from '../../support/screens/fixtures.ts';
import { createMemoryPorts } from '../../support/screens/memory-ports.ts';
import { ordinaryWorld } from '../gallery/panel-scenes.ts';

const draft = aDraft({ body: plainTextToRichText('Erro no cálculo de ST') });

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
        problem: { code: 'ticket-closed', message: 'O atendimento foi encerrado antes.' },
      }),
    ],
  });
  const items = () => [...document.querySelectorAll('[data-entry]')].map((item) => item.textContent);
  await expect.poll(items).toHaveLength(2);
  expect(items()[0]).toContain('O atendimento foi encerrado antes. O texto está guardado.');
  await clickUntil(page.getByRole('button', { name: 'Tentar de novo' }), () =>
    world.calls.includes(`retry ${testId(502)}`),
  );
  await userEvent.click(page.getByRole('button', { name: 'Copiar texto' }));
  expect(world.clipboard).toEqual(['Recusado']);
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
