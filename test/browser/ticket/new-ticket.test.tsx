import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { err } from '../../../domain/result.ts';
import { plainTextToRichText, type RichTextDocument } from '../../../domain/rich-text/document.ts';
import { clickUntil, mountPanel } from '../../support/browser/mount-panel.tsx';
import { aDraft, centers, testId, users } from '../../support/screens/fixtures.ts';
import { createMemoryPorts } from '../../support/screens/memory-ports.ts';
import { ordinaryWorld } from '../gallery/panel-scenes.ts';

async function openForm(more = {}) {
  const world = createMemoryPorts(ordinaryWorld(more));
  await mountPanel(world);
  await expect.element(page.getByRole('heading', { level: 1 })).toMatchTextContent(/Comercial Rio Pardo/);
  await userEvent.keyboard('n');
  await expect.element(editor()).toBeVisible();
  return world;
}
const editor = () => page.getByRole('textbox', { name: 'Descrição do parecer' });
async function choose(field: string | RegExp, query: string, option: RegExp) {
  const box = page.getByRole('combobox', { name: field, exact: true });
  await userEvent.click(box);
  await userEvent.fill(box, query);
  await userEvent.click(page.getByRole('option', { name: option }).first());
}
const TYPE = /^Tipo( obrigatório)?$/;

test('every field of the form stands in the command', async () => {
  const world = await openForm();
  await choose(TYPE, '1.2.1', /Dúvida fiscal/);
  await choose('Tipo de contato', 'e-mail', /E-mail/);
  await choose('Contato', 'cláud', /Cláudia Menezes/);
  await choose('Próximo contato', 'caio', /Caio Nunes/);
  await userEvent.click(page.getByRole('button', { name: /^Data do próximo contato/ }));
  await userEvent.fill(page.getByRole('combobox', { name: 'Data do próximo contato' }), 'terça 15h');
  await userEvent.keyboard('{Enter}');
  await userEvent.click(editor());
  await userEvent.keyboard('José ligou');
  await userEvent.click(page.getByLabelText(/^Assunto/).first());
  await userEvent.keyboard('NF-e{Enter}');
  await userEvent.click(page.getByRole('button', { name: 'Mais campos' }));
  await userEvent.click(page.getByRole('radio', { name: 'O cliente' }));
  await userEvent.click(page.getByRole('switch', { name: /Só eu posso encerrar/ }));
  await userEvent.click(page.getByRole('button', { name: /^OK/ }));
  await expect.poll(() => world.entries.value).toHaveLength(1);
  expect(world.entries.value[0]?.command).toMatchObject({
    kind: 'openTicket',
    protocol: '2026000042319',
    customerId: testId(100),
    typeId: testId(23),
    nextContact: { userId: users.caio.id, at: '2026-07-21T18:00:00.000Z' },
    waitingFor: 'customer',
    closeOnlyByOpener: true,
    opinion: {
      channelId: testId(33),
      contactPersonId: testId(111),
      contactName: 'Cláudia Menezes',
      subjects: ['NF-e'],
    },
  });
  expect(world.recent).toEqual([testId(23)]);
});

test('who follows and who is told by e-mail stand in the command', async () => {
  const world = await openForm();
  await choose(TYPE, '1.2.4', /Impressora/);
  await userEvent.click(editor());
  await userEvent.keyboard('José ligou');
  await userEvent.click(page.getByRole('button', { name: 'Mais campos' }));
  await choose('Contato interno', 'renata', /Renata Prado/);
  await userEvent.click(page.getByRole('button', { name: /^Data do contato interno/ }));
  await userEvent.fill(page.getByRole('combobox', { name: 'Data do contato interno' }), 'amanhã 15h');
  await userEvent.keyboard('{Enter}');
  for (const [query, name] of [
    ['marina', /Marina Duarte/],
    ['caio', /Caio Nunes/],
    ['bruna', /Bruna Lopes/],
  ] as const)
    await choose('Spy System', query, name);
  await userEvent.click(page.getByRole('button', { name: 'Tirar Caio Nunes' }));
  const list = page.getByRole('list', { name: 'Usuários avisados por e-mail' });
  await expect.element(list.getByRole('listitem').nth(1)).toMatchTextContent(/Bruna Lopes/);
  await userEvent.click(page.getByRole('button', { name: /^OK/ }));
  await expect.poll(() => world.entries.value).toHaveLength(1);
  expect(world.entries.value[0]?.command).toMatchObject({
    internalContact: { userId: users.renata.id, at: '2026-07-17T18:00:00.000Z' },
    watcherIds: [users.marina.id, users.bruna.id],
  });
});

test('closing is not offered to an opener alone who could not close', async () => {
  const world = await openForm();
  await choose(TYPE, '1.2.1', /Dúvida fiscal/);
  await userEvent.click(page.getByRole('button', { name: 'Mais campos' }));
  const onlyMe = page.getByRole('switch', { name: /Só eu posso encerrar/ });
  await userEvent.click(onlyMe);
  await expect.poll(() => world.drafts.all.value[0]?.closeOnlyByOpener).toBe(true);
  await choose(TYPE, '3.1', /SPED/);
  await expect.element(onlyMe).toBeDisabled();
  await expect.element(page.getByText(/este tipo pede a função Supervisor/)).toBeVisible();
  await expect.poll(() => world.drafts.all.value[0]?.closeOnlyByOpener).toBe(false);
});

test('a name that is no contact is taken as it was typed', async () => {
  const world = await openForm();
  await choose('Contato', 'Seu Nelson', /Seu Nelson/);
  await expect.poll(() => world.drafts.all.value[0]?.contactName).toBe('Seu Nelson');
  expect(world.drafts.all.value[0]?.contactPersonId).toBeNull();
});

test('a grouping type cannot be chosen', async () => {
  await openForm();
  const box = page.getByRole('combobox', { name: TYPE, exact: true });
  await userEvent.fill(box, 'suporte');
  await expect.element(page.getByRole('option', { name: /Instalação/ })).toBeVisible();
  expect(page.getByRole('option', { name: /^1 ?Suporte/ }).elements()).toHaveLength(0);
});

test('OK without a type or text says which is missing and takes the cursor there', async () => {
  await openForm();
  // In the first moment after showing nothing is sent, by key as by click.
  const sent = async () => {
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    return document.querySelector('.err') !== null;
  };
  await expect.poll(sent).toBe(true);
  await expect.element(page.getByText('Escolha o tipo de atendimento.')).toBeVisible();
  await expect.element(page.getByRole('combobox', { name: TYPE, exact: true })).toHaveFocus();
  await choose(TYPE, '1.2.4', /Impressora/);
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(page.getByText('Escreva o parecer.')).toBeVisible();
  await expect.element(editor()).toHaveFocus();
});

test('a refusal of a folded field opens the fold', async () => {
  const world = await openForm();
  await choose(TYPE, '1.2.4', /Impressora/);
  await userEvent.click(editor());
  await userEvent.keyboard('texto');
  await expect.poll(() => world.drafts.all.value).toHaveLength(1);
  world.time.now = new Date('2026-07-16T17:00:00.000Z');
  await userEvent.click(page.getByRole('button', { name: 'Mais campos' }));
  await userEvent.click(page.getByRole('button', { name: /^Fim do parecer/ }));
  await userEvent.fill(page.getByRole('combobox', { name: 'Fim do parecer' }), 'ontem 9h');
  await userEvent.keyboard('{Enter}');
  await userEvent.click(page.getByRole('button', { name: 'Mais campos' }));
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(page.getByText('O fim é antes do início. Corrija um dos dois.')).toBeVisible();
});

test('where nothing can be kept the text stays, with a warning and a way to copy it', async () => {
  const world = await openForm();
  world.drafts.failWith(err({ code: 'quota-exceeded', message: 'Sem espaço.' }));
  await userEvent.click(editor());
  await userEvent.keyboard('Só aqui na tela');
  await expect.element(page.getByRole('alert')).toMatchTextContent(/Sem espaço/);
  await userEvent.click(page.getByRole('button', { name: 'Copiar texto' }));
  expect(world.clipboard).toEqual(['Só aqui na tela']);
  expect(world.copiedHtml).toEqual(['<div class="doc"><p>Só aqui na tela</p></div>']);
  await expect.element(editor()).toMatchTextContent(/Só aqui na tela/);
});

test('where OK finds no room the text stays, and can be copied with its formats', async () => {
  const body: RichTextDocument = {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'A nota ' },
          { type: 'text', text: '8.114', marks: [{ type: 'bold' }] },
        ],
      },
    ],
  };
  const world = await openForm({ drafts: [aDraft({ body, typeId: testId(24) })] });
  world.ports.outbox.accept = async () => err({ code: 'quota-exceeded', message: 'Sem espaço.' });
  await clickUntil(
    page.getByRole('button', { name: /^OK/ }),
    () => document.querySelector('.foot__alert') !== null,
  );
  await expect.element(page.getByRole('alert')).toMatchTextContent(/Sem espaço/);
  await userEvent.click(page.getByRole('button', { name: 'Copiar texto' }));
  expect(world.clipboard).toEqual(['A nota 8.114']);
  expect(world.copiedHtml).toEqual(['<div class="doc"><p>A nota <strong>8.114</strong></p></div>']);
  await expect.element(editor()).toMatchTextContent(/A nota 8\.114/);
});

test('without a number left the strip says when it comes, and shows it as soon as it is there', async () => {
  const world = createMemoryPorts(ordinaryWorld({ protocols: [] }));
  world.connection.value = 'offline';
  await mountPanel(world);
  await userEvent.click(page.getByRole('button', { name: /^Novo atendimento/ }));
  await expect.element(page.getByText('o número vem com a conexão')).toBeVisible();
  world.world.protocols.push('2026000042319');
  world.connection.value = 'online';
  await expect.element(page.getByText('2026 0000 4231-9')).toBeVisible();
});

test('a long text begins where it was scrolled to and where its cursor was', async () => {
  const text = Array.from({ length: 80 }, (_, at) => `linha ${at + 1}`).join('\n');
  const draft = aDraft({ body: plainTextToRichText(text), selection: { anchor: 400, head: 400 } });
  const world = await openForm({ drafts: [draft] });
  const scroller = () => document.querySelector('.panel__body') as HTMLElement;
  await expect.element(editor()).toHaveFocus();
  // Without a place of its own the cursor is brought into view.
  await expect.poll(() => scroller().scrollTop).toBeGreaterThan(0);
  const there = scroller().scrollTop + 37;
  scroller().scrollTop = there;
  await expect.poll(() => scroller().scrollTop).toBe(there);
  await new Promise((resolve) => requestAnimationFrame(resolve));
  await userEvent.keyboard('{Alt>}c{/Alt}');
  await expect.poll(() => world.drafts.all.value[0]).toMatchObject({ scrollTop: there });
  await userEvent.click(page.getByRole('tab', { name: /^Pendentes/ }));
  await userEvent.click(page.getByRole('button', { name: 'Retomar' }));
  await expect.element(editor()).toHaveFocus();
  await expect.poll(() => scroller().scrollTop).toBe(there);
  await userEvent.keyboard('AQUI');
  await expect.poll(() => world.drafts.all.value[0]?.selection?.head).toBe('AQUI'.length + 400);
});

test('another customer in the form opens the other one, and the text stays with the first', async () => {
  const world = await openForm();
  await userEvent.click(editor());
  await userEvent.keyboard('De Rio Pardo');
  await choose(/^Cliente/, 'guaíra', /Auto Peças Guaíra/);
  await expect.element(page.getByRole('heading', { level: 1 })).toMatchTextContent(/Auto Peças Guaíra/);
  await expect.element(editor()).toHaveTextContent('');
  expect(world.drafts.all.value).toMatchObject([{ customer: { code: '000318' } }]);
});

test('text that was loaded from a draft begins where the cursor was', async () => {
  await openForm({
    drafts: [aDraft({ body: plainTextToRichText('Começo e fim'), selection: { anchor: 7, head: 7 } })],
  });
  await expect.element(editor()).toHaveFocus();
  await userEvent.keyboard(', meio');
  await expect.element(editor()).toMatchTextContent(/Começo, meio e fim/);
});

test('the center of a type is said in its list', async () => {
  await openForm();
  await userEvent.fill(page.getByRole('combobox', { name: TYPE, exact: true }), 'proposta');
  await expect
    .element(page.getByRole('option', { name: /Proposta/ }))
    .toMatchTextContent(new RegExp(centers.sales.name));
});

test('a start of before 2000 is offered neither in words nor by the calendar', async () => {
  const world = await openForm();
  await userEvent.click(page.getByRole('button', { name: 'Mais campos' }));
  await userEvent.click(page.getByRole('button', { name: /^Início do parecer:/ }));
  await userEvent.fill(page.getByRole('combobox', { name: 'Início do parecer' }), '23/7/1950');
  await expect.element(page.getByText(/Não entendi essa data/)).toBeVisible();
  await userEvent.fill(page.getByLabelText('Calendário'), '1950-07-23T09:00');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText(/^A data precisa ficar entre sáb 01\/01\/2000/)).toBeVisible();
  expect(world.drafts.all.value.map(({ startedAt }) => startedAt).filter(Boolean)).toEqual([]);
});

test('a product that the customer owns is chosen with its version of today', async () => {
  const world = await openForm();
  await choose(TYPE, '1.2.4', /Impressora/);
  await choose('Produto', 'fiscal', /^Gestão Fiscal/);
  await expect
    .element(page.getByTitle('Versão de hoje, guardada no atendimento'))
    .toMatchTextContent(/11\.2/);
  await userEvent.click(editor());
  await userEvent.keyboard('José ligou');
  await userEvent.click(page.getByRole('button', { name: /^OK/ }));
  await expect.poll(() => world.entries.value).toHaveLength(1);
  expect(world.entries.value[0]?.command).toMatchObject({ product: { version: '11.2' } });
});

test('a blocked product is shown with its reason and cannot be chosen', async () => {
  await openForm();
  const box = page.getByRole('combobox', { name: 'Produto', exact: true });
  await userEvent.click(box);
  await userEvent.fill(box, 'pdv');
  const option = page.getByRole('option', { name: /PDV Loja/ });
  await expect.element(option).toMatchTextContent(/suspenso/);
  await userEvent.keyboard('{Enter}');
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByTitle('Versão de hoje, guardada no atendimento')).not.toBeInTheDocument();
});
