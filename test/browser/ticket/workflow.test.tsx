import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { plainTextToRichText } from '../../../domain/rich-text/document.ts';
import { mountPanel } from '../../support/browser/mount-panel.tsx';
import { aDraft, centers, testId, users } from '../../support/screens/fixtures.ts';
import { createMemoryPorts } from '../../support/screens/memory-ports.ts';
import {
  closedCenter,
  noteDraft,
  noteWorkflow,
  refusedWorld,
  workflowWorld,
} from '../gallery/workflow-scenes.ts';

type Outside = ReturnType<typeof createMemoryPorts>;
const editor = () => page.getByRole('textbox', { name: 'Novo parecer' });
const question = (name: string) => page.getByRole('radiogroup', { name });
const AUTHORISED = 'A nota foi autorizada depois da correção?';
const answer = (name: RegExp) => page.getByRole('radio', { name });
const sent = (world: Outside) => world.calls.filter((call) => call.startsWith('accept'));
const lastCommand = (world: Outside) => world.ports.outbox.entries.peek().at(-1)?.command;

/** The ticket of the design, with the text of its next opinion. */
async function openTicket(given = workflowWorld()) {
  const world = createMemoryPorts(given);
  await mountPanel(world);
  await userEvent.click(page.getByRole('button', { name: /^Em andamento Rejeição 778/ }));
  await expect.element(editor()).toBeVisible();
  return world;
}

/** OK by its keys, until the question is there: in the first moment after showing it does nothing. */
async function pressOk(name = AUTHORISED) {
  await userEvent.click(editor());
  await userEvent.keyboard('{Control>}{End}{/Control}');
  await expect
    .poll(async () => {
      if (!question(name).query()) await userEvent.keyboard('{Control>}{Enter}{/Control}');
      return question(name).query() !== null;
    })
    .toBe(true);
}

/** Enter, until the text is on its way. */
async function confirm(world: Outside) {
  await expect
    .poll(async () => {
      if (sent(world).length === 0) await userEvent.keyboard('{Enter}');
      return sent(world);
    })
    .toHaveLength(1);
}

test('OK asks the decision, says where each answer leads, and sends the one that a digit picked', async () => {
  const world = await openTicket();
  await pressOk();
  expect(sent(world)).toEqual([]);
  await expect.element(answer(/Sim, autorizada.*Encerra o atendimento/)).toBeVisible();
  await expect.element(answer(/mesma rejeição.*Vai para Desenvolvimento/)).toBeVisible();
  await expect.element(answer(/outra rejeição.*Fica em Suporte N2/)).toBeVisible();
  await expect.element(answer(/ainda não testou.*Outra pergunta: Quando voltar a falar\?/)).toBeVisible();
  const trail = page.getByRole('list', { name: 'Caminho até aqui' });
  await expect.element(trail).toMatchTextContent(/Resolveu no primeiro contato\?\s*Não.*Suporte N2/);

  await userEvent.keyboard('2');
  await expect.element(answer(/mesma rejeição/)).toBeChecked();
  await confirm(world);
  expect(lastCommand(world)).toMatchObject({
    kind: 'addOpinion',
    route: { answers: [{ item: 'autorizada', answer: 'mesma' }], to: null, otherCenterId: null },
  });
  await expect.element(question(AUTHORISED)).not.toBeInTheDocument();
});

test('nothing is picked beforehand, so that no answer goes by itself', async () => {
  const world = await openTicket();
  await pressOk();
  expect(page.getByRole('radio', { checked: true }).elements()).toEqual([]);
  await expect
    .element(page.getByRole('button', { name: /^Enviar/ }))
    .toHaveAttribute('aria-disabled', 'true');
  await expect.element(answer(/Sim, autorizada/)).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(answer(/Sim, autorizada/)).toBeChecked();
  expect(sent(world)).toEqual([]);
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  await expect.element(answer(/outra rejeição/)).toBeChecked();
  await userEvent.keyboard('{ArrowUp}');
  await expect.element(answer(/mesma rejeição/)).toBeChecked();
});

test('an answer that leads to a question asks it next, and can be changed', async () => {
  const world = await openTicket();
  await pressOk();
  await userEvent.keyboard('4');
  await expect.element(page.getByRole('button', { name: /^Continuar/ })).toBeVisible();
  const next = question('Quando voltar a falar?');
  await expect
    .poll(async () => {
      if (!next.query()) await userEvent.keyboard('{Enter}');
      return next.query() !== null;
    })
    .toBe(true);
  expect(page.getByRole('radio', { checked: true }).elements()).toEqual([]);
  await userEvent.click(page.getByRole('button', { name: 'Mudar a resposta Cliente ainda não testou' }));
  await expect.element(question(AUTHORISED)).toBeVisible();
  await userEvent.keyboard('4{Enter}');
  await expect.element(next).toBeVisible();
  await userEvent.keyboard('2');
  await confirm(world);
  expect(lastCommand(world)).toMatchObject({
    route: {
      answers: [
        { item: 'autorizada', answer: 'espera' },
        { item: 'quando', answer: 'depois' },
      ],
    },
  });
});

test('Esc goes back to the text, with nothing lost', async () => {
  const world = await openTicket();
  await pressOk();
  expect(editor().query()).toBeNull();
  await userEvent.keyboard('2{Escape}');
  await expect.element(editor()).toBeVisible();
  await expect.element(editor()).toHaveFocus();
  await userEvent.keyboard('E mais isto.');
  await expect.element(editor()).toMatchTextContent(/autorizada às 14:31.*E mais isto\./);
  expect(sent(world)).toEqual([]);
  await pressOk();
  expect(page.getByRole('radio', { checked: true }).elements()).toEqual([]);
  await userEvent.click(page.getByRole('button', { name: 'Editar' }));
  await expect.element(editor()).toBeVisible();
});

test('another CR is chosen from the list, where the workflow offers them', async () => {
  const world = await openTicket();
  await pressOk();
  await userEvent.keyboard('9{Enter}');
  await expect.element(question('Qual centro de responsabilidade?')).toBeVisible();
  await expect.element(answer(/Suporte N2/)).not.toBeInTheDocument();
  await userEvent.keyboard('{Escape}');
  await expect.element(question(AUTHORISED)).toBeVisible();
  await userEvent.keyboard('9{Enter}');
  await userEvent.click(answer(/Comercial/));
  await confirm(world);
  expect(lastCommand(world)).toMatchObject({
    route: { answers: [], to: null, otherCenterId: centers.sales.id },
  });
});

test('a CR with several ways on asks for the next, to stay among them, and hides other CRs where it must', async () => {
  const place = { workflowId: noteWorkflow.id, version: 1, item: 'n1' };
  const world = await openTicket(workflowWorld({ centerId: centers.n1.id, workflow: place }));
  await pressOk('Para onde vai o atendimento?');
  await expect.element(answer(/Vai para Suporte N2/)).toBeVisible();
  await expect.element(answer(/Fica em Suporte N1/)).toBeVisible();
  await expect.element(answer(/Outro centro/)).not.toBeInTheDocument();
  await userEvent.keyboard('3');
  await confirm(world);
  expect(lastCommand(world)).toMatchObject({ route: { to: 'n1' } });
});

test('an answer that closes closes with the opinion, and needs no second closing where "Encerrar" is on', async () => {
  const world = await openTicket(workflowWorld({}, { drafts: [noteDraft({ close: true })] }));
  await pressOk();
  await expect.element(page.getByText(/Encerrar está ligado/)).toBeVisible();
  await userEvent.keyboard('1');
  await expect.element(page.getByRole('button', { name: /^Enviar e encerrar/ })).toBeVisible();
  await confirm(world);
  expect(sent(world)).toEqual(['accept addOpinion']);
});

test('"Encerrar" closes after an answer that does not', async () => {
  const world = await openTicket(workflowWorld({}, { drafts: [noteDraft({ close: true })] }));
  await pressOk();
  await userEvent.keyboard('2');
  await confirm(world);
  expect(sent(world)).toEqual(['accept addOpinion+closeTicket']);
});

test('an answer that this user may not close with is shown, explained and not taken; the others are', async () => {
  const world = await openTicket(refusedWorld());
  await pressOk();
  await expect
    .element(page.getByRole('alert'))
    .toMatchTextContent(/só é encerrado por Supervisor.*Nada foi enviado/);
  await expect.element(answer(/Sim, autorizada/)).toHaveAttribute('aria-disabled', 'true');
  await userEvent.keyboard('1{Enter}');
  expect(page.getByRole('radio', { checked: true }).elements()).toEqual([]);
  expect(sent(world)).toEqual([]);
  await userEvent.keyboard('3');
  await confirm(world);
});

test('a new ticket begins with the question of its type, and goes to the CR of the answer', async () => {
  const draft = aDraft({ typeId: testId(24), body: plainTextToRichText('Rejeição 778 ao emitir a nota.') });
  const world = createMemoryPorts(workflowWorld({}, { open: [], opinions: [], drafts: [draft] }));
  await mountPanel(world);
  await userEvent.keyboard('n');
  const description = page.getByRole('textbox', { name: 'Descrição do parecer' });
  await expect.element(description).toMatchTextContent(/Rejeição 778/);
  await userEvent.click(description);
  const asked = question('Resolveu no primeiro contato?');
  await expect
    .poll(async () => {
      if (!asked.query()) await userEvent.keyboard('{Control>}{Enter}{/Control}');
      return asked.query() !== null;
    })
    .toBe(true);
  await expect.element(answer(/Outro centro/)).not.toBeInTheDocument();
  await userEvent.keyboard('2');
  await confirm(world);
  expect(lastCommand(world)).toMatchObject({
    kind: 'openTicket',
    nextContact: { userId: users.me.id },
    route: { answers: [{ item: 'resolveu', answer: 'nao' }], version: 1 },
  });
});

test('what waits to be sent counts: the next opinion is asked where it will find the ticket', async () => {
  const world = await openTicket();
  await pressOk();
  await userEvent.keyboard('2');
  await confirm(world);
  await expect.element(editor()).toHaveFocus();
  await userEvent.keyboard('Enviei o log ao desenvolvimento.');
  // It is in development by then, which has ways on and no decision.
  await pressOk('Para onde vai o atendimento?');
  await expect.element(answer(/Fica em Desenvolvimento/)).toBeVisible();
});

test('an older version of the workflow is asked of the server', async () => {
  const place = { workflowId: noteWorkflow.id, version: 7, item: 'n2' };
  const older = { ...noteWorkflow, version: 7 };
  await openTicket(workflowWorld({ workflow: place }, { workflows: [older] }));
  await pressOk();
});

test('a workflow that is not known here is said, and the server decides', async () => {
  const place = { workflowId: noteWorkflow.id, version: 7, item: 'n2' };
  const world = await openTicket(workflowWorld({ workflow: place }));
  await userEvent.click(editor());
  const said = page.getByRole('heading', { name: 'O fluxo deste atendimento não está neste computador.' });
  await expect
    .poll(async () => {
      if (!said.query()) await userEvent.keyboard('{Control>}{Enter}{/Control}');
      return said.query() !== null;
    })
    .toBe(true);
  await userEvent.keyboard('{Escape}');
  await expect.element(editor()).toHaveFocus();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(page.getByRole('button', { name: 'Enviar assim' })).toHaveFocus();
  await confirm(world);
  expect(lastCommand(world)).not.toHaveProperty('route');
});

test('the ticket draws the path so far and the ways on, and the history what was decided', async () => {
  await openTicket();
  const path = page.getByRole('region', { name: 'Caminho do atendimento' });
  const steps = path.getByRole('list', { name: 'Por onde passou' }).getByRole('listitem');
  await expect.poll(() => steps.elements().map((step) => step.textContent)).toHaveLength(2);
  await expect.element(steps.nth(0)).toMatchTextContent(/Suporte N1/);
  await expect.element(steps.nth(1)).toMatchTextContent(/Suporte N2.*está aqui/);
  await expect.element(steps.nth(1)).toHaveAttribute('aria-current', 'step');
  const ways = path.getByRole('list', { name: 'Pode seguir para' }).getByRole('listitem');
  await expect
    .poll(() => ways.elements().map((way) => way.textContent))
    .toEqual([`${closedCenter.name} (Encerra o atendimento)`, 'Desenvolvimento', 'Suporte N1']);
  const history = page.getByRole('list', { name: 'Histórico do atendimento' });
  await expect.element(history).toMatchTextContent(/Resolveu no primeiro contato\?\s*Não/);
  await expect.element(history).toMatchTextContent(/De Suporte N1 para Suporte N2/);
});

test('a ticket without a workflow is asked nothing, and draws no path', async () => {
  const world = await openTicket(workflowWorld({ workflow: null }));
  expect(page.getByRole('region', { name: 'Caminho do atendimento' }).query()).toBeNull();
  await userEvent.click(editor());
  await expect
    .poll(async () => {
      if (sent(world).length === 0) await userEvent.keyboard('{Control>}{Enter}{/Control}');
      return sent(world);
    })
    .toEqual(['accept addOpinion']);
});
