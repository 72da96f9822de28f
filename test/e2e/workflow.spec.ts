import {
  askBackground,
  openExtensionPage,
  openPanelOn,
  RIO_PARDO,
  signInQuickly,
} from '../support/e2e/agent.ts';
import { fillIn, type PanelPage } from '../support/e2e/panel.ts';
import { clickUntilGone } from '../support/e2e/softphone.ts';
import { expect, test } from '../support/e2e/test.ts';
import type { TestDatabase } from '../support/postgres.ts';

const TYPE = /^Tipo( obrigatório)?$/;

test('a sale is asked along its workflow, by keyboard, from the first contact to the closing', async ({
  extension,
  server,
  erp,
  host,
  records,
  database,
}) => {
  await signInQuickly(extension, server.url, 'bruna');
  const panel = await openPanelOn(host, `${erp.url}/pessoas/${RIO_PARDO.code}`, RIO_PARDO);
  await panel.openNewTicket();
  await panel.choose(TYPE, '4.1', /Proposta/);
  await fillIn(panel.editor, 'Proposta de mais três licenças.');
  const protocol = await panel.protocol();
  await askedAfterOk(panel, 'Houve contato com o cliente?');
  await expect(answer(panel, /Não, tentar de novo/)).toContainText('Vai para Comercial');
  // Back to the text, and on.
  await host.keyboard.press('Escape');
  await expect(panel.editor).toBeFocused();
  await host.keyboard.press('End');
  await host.keyboard.type(' Ligo amanhã.');
  await askedAfterOk(panel, 'Houve contato com o cliente?');
  await host.keyboard.press('2');
  await expect(answer(panel, /Não, tentar de novo/)).toBeChecked();
  await host.keyboard.press('Enter');
  await expect.poll(() => records.countOpinions('Ligo amanhã.')).toBe(1);

  const [opened] = await records.ticketsByProtocol(protocol);
  expect(opened).toMatchObject({ type_number: '4.1', next_contact_login: 'bruna', closed_at: null });
  expect(await placeOf(database, protocol)).toEqual({ center: 'Comercial', item: 'comercial' });

  await panel.row('Proposta de mais três licenças.').first().click();
  await expect(panel.frame.getByRole('region', { name: 'Caminho do atendimento' })).toContainText(
    'Comercial',
  );
  await fillIn(panel.editor, 'Falei com a diretoria: assinaram.');
  await askedAfterOk(panel, 'Houve contato com o cliente?');
  await pick(panel, '1', 'O contato foi bem-sucedido?');
  await pick(panel, '1', 'A venda foi realizada?');
  await expect(answer(panel, /^.?\s*Sim/)).toContainText('Encerra o atendimento');
  await host.keyboard.press('1');
  await expect(panel.button(/^Enviar e encerrar/)).toBeVisible();
  await host.keyboard.press('Enter');

  const history = panel.frame.getByRole('list', { name: 'Histórico do atendimento' });
  await expect(history).toContainText('A venda foi realizada?');
  await expect(history).toContainText('De Comercial para Encerrado');
  await expect(panel.frame.getByText('Atendimento encerrado.')).toBeVisible();
  const [closed] = await records.ticketsByProtocol(protocol);
  expect(closed).toMatchObject({ closed_by: 'bruna', opinion_count: 2 });
  expect(await placeOf(database, protocol)).toEqual({ center: 'Encerrado', item: 'fim' });
  expect(await trailOf(database, protocol)).toEqual([
    ['contato nao'],
    ['contato sim', 'sucesso sim', 'venda sim'],
  ]);
});

test('the workflow routes a ticket to the next CR, whose user finds it in the queue', async ({
  extension,
  server,
  erp,
  host,
  records,
  database,
}) => {
  await signInQuickly(extension, server.url, 'renata');
  const panel = await openPanelOn(host, `${erp.url}/pessoas/${RIO_PARDO.code}`, RIO_PARDO);
  await panel.openNewTicket();
  await panel.choose(TYPE, '1.3.2', /Lentidão/);
  await fillIn(panel.editor, 'Fechamento leva duas horas.');
  const protocol = await panel.protocol();
  // It begins with a CR: nothing is asked yet.
  await clickUntilGone(panel.button(/^OK/));
  await expect.poll(() => records.countOpinions('Fechamento leva duas horas.')).toBe(1);
  const [opened] = await records.ticketsByProtocol(protocol);
  expect(opened?.next_contact_login).toBe('renata');

  await panel.row('Fechamento leva duas horas.').first().click();
  await fillIn(panel.editor, 'Índices conferidos, é do banco.');
  await askedAfterOk(panel, 'Resolveu no primeiro nível?');
  await host.keyboard.press('2');
  await expect(answer(panel, /precisa do N2/)).toContainText('Vai para Suporte N2');
  await host.keyboard.press('Enter');
  await expect.poll(() => records.countOpinions('Índices conferidos, é do banco.')).toBe(1);
  const [moved] = await records.ticketsByProtocol(protocol);
  expect(moved?.next_contact_login).toBeNull();
  expect(await placeOf(database, protocol)).toEqual({ center: 'Suporte N2', item: 'n2' });

  // It is in nobody's queue but those of Suporte N2.
  const options = await openExtensionPage(extension, 'options.html');
  expect(await askBackground(options, 'session.signOut', {})).toMatchObject({ ok: true });
  await options.close();
  await signInQuickly(extension, server.url, 'caio');
  await host.bringToFront();
  await panel.tab('Fila').click();
  await expect(panel.row('Fechamento leva duas horas.')).toBeVisible();
});

function answer(panel: PanelPage, name: RegExp) {
  return panel.frame.getByRole('radio', { name });
}

/** OK, until the workflow asks: in the first moment after showing it does nothing. */
async function askedAfterOk(panel: PanelPage, question: string): Promise<void> {
  const asked = panel.frame.getByRole('radiogroup', { name: question });
  await expect(async () => {
    if (!(await asked.isVisible())) await panel.button(/^OK/).click({ timeout: 1_000 });
    await expect(asked).toBeVisible({ timeout: 1_000 });
  }).toPass();
}

/** Answers with this key, and waits for the question that comes next. */
async function pick(panel: PanelPage, digit: string, next: string): Promise<void> {
  const asked = panel.frame.getByRole('radiogroup');
  await asked.press(digit);
  await expect(asked.getByRole('radio', { checked: true })).toHaveCount(1);
  await asked.press('Enter');
  await expect(panel.frame.getByRole('radiogroup', { name: next })).toBeVisible();
}

async function placeOf(database: TestDatabase, protocol: string) {
  const [place] = await database.query<{ center: string; item: string | null }>(
    `select c.name as center, t.workflow_item as item
       from tickets t join responsibility_centers c on c.id = t.center_id where t.protocol = $1`,
    [protocol],
  );
  return place;
}

/** What was answered with each opinion, as `item answer`. */
async function trailOf(database: TestDatabase, protocol: string): Promise<string[][]> {
  const rows = await database.query<{ decisions: { item: string; answer: string }[] }>(
    `select p.decisions from opinions p join tickets t on t.id = p.ticket_id
      where t.protocol = $1 order by p.number`,
    [protocol],
  );
  return rows.map(({ decisions }) => decisions.map((one) => `${one.item} ${one.answer}`));
}
