import { parseProtocol } from '../../domain/protocol.ts';
import { signInQuickly } from '../support/e2e/agent.ts';
import { companyTime } from '../support/e2e/days.ts';
import { PIXEL, pasteImage } from '../support/e2e/editor.ts';
import { clickLauncher, expectLauncher } from '../support/e2e/launcher.ts';
import { createPanelPage, fillIn, panelFrame } from '../support/e2e/panel.ts';
import type { DocumentNode } from '../support/e2e/records.ts';
import { expect, test } from '../support/e2e/test.ts';

test('every value of the form of a new atendimento reaches the database', async ({
  extension,
  server,
  erp,
  host,
  records,
}) => {
  await signInQuickly(extension, server.url);
  await host.goto(`${erp.url}/pessoas/000318`);
  await expectLauncher(host, { name: 'Mercado Rio Pardo', code: '000318', state: 'certain' });
  await clickLauncher(host);
  const panel = createPanelPage(await panelFrame(host));
  await expect(panel.customer).toHaveText('Comercial Rio Pardo de Alimentos Ltda');
  await expect(panel.code).toHaveText('000318');

  await panel.button(/^Novo atendimento/).click();
  const shown = await panel.protocol();
  expect(parseProtocol(shown)).toBe(shown);

  const start = companyTime(-1, 9, 15);
  const end = companyTime(-1, 9, 40);
  const next = companyTime(20, 10);
  await panel.choose(/^Tipo( obrigatório)?$/, '1.2.4', /Impressora não fiscal/);
  await panel.choose('Tipo de contato', 'e-mail', 'E-mail');
  await panel.choose('Contato', 'cláud', /Cláudia Menezes/);
  await panel.choose('Próximo contato', 'caio', /Caio Nunes/);
  await panel.date('Data do próximo contato', next.words);

  await panel.editor.click();
  const { keyboard } = host;
  await keyboard.type('A nota volta com a ');
  await keyboard.press('Control+b');
  await keyboard.type('rejeição 778');
  await keyboard.press('Control+b');
  await keyboard.press('Enter');
  await keyboard.type('1. Conferir o NCM');
  await keyboard.press('Enter');
  await keyboard.type('Reenviar');
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await pasteImage(panel.editor);

  const subject = panel.frame.getByLabel(/^Assunto/).first();
  await subject.click();
  await keyboard.type('NF-e');
  await keyboard.press('Enter');
  await keyboard.type('NCM');
  await keyboard.press('Enter');
  await panel.button(/^Mais campos/).click();
  await panel.date('Início do parecer', start.words);
  await panel.date('Fim do parecer', end.words);
  await panel.frame.getByRole('radio', { name: 'O cliente' }).click();
  await panel.frame.getByRole('switch', { name: /Só eu posso encerrar/ }).click();
  await panel.button(/^OK/).click();

  await expect(panel.sync).toContainText('Tudo enviado');
  await expect(panel.row('A nota volta com a rejeição 778')).toBeVisible();
  const [ticket, ...others] = await records.ticketsByProtocol(shown);
  expect(others).toEqual([]);
  expect(ticket).toMatchObject({
    customer_code: '000318',
    type_number: '1.2.4',
    title: 'A nota volta com a rejeição 778',
    opened_by: 'jonas',
    opened_at: start.at,
    next_contact_login: 'caio',
    next_contact_at: next.at,
    waiting_for: 'customer',
    close_only_by_opener: true,
    opinion_count: 1,
    closed_at: null,
  });
  const [opinion, ...more] = await records.opinions(ticket?.id ?? '');
  expect(more).toEqual([]);
  expect(opinion).toMatchObject({
    author: 'jonas',
    started_at: start.at,
    ended_at: end.at,
    channel: 'E-mail',
    contact_person: 'Cláudia Menezes',
    subjects: ['NF-e', 'NCM'],
  });
  const [paragraph, list, ...rest] = opinion?.body.content ?? [];
  expect(paragraph).toMatchObject({
    type: 'paragraph',
    content: [
      { type: 'text', text: 'A nota volta com a ' },
      { type: 'text', text: 'rejeição 778', marks: [{ type: 'bold' }] },
    ],
  });
  expect(list).toMatchObject({ type: 'orderedList' });
  expect(textsOf(list)).toEqual(['Conferir o NCM', 'Reenviar']);
  const image = rest.find((node) => node.type === 'image');
  expect(image?.attrs?.src).toBe(`data:image/png;base64,${PIXEL}`);
});

test('a ticket that is closed at once is opened and closed in the database', async ({
  extension,
  server,
  erp,
  host,
  records,
}) => {
  await signInQuickly(extension, server.url);
  await host.goto(`${erp.url}/pessoas/000318`);
  await expectLauncher(host, { code: '000318', state: 'certain' });
  await clickLauncher(host);
  const panel = createPanelPage(await panelFrame(host));
  await panel.button(/^Novo atendimento/).click();
  const protocol = await panel.protocol();
  await panel.choose(/^Tipo( obrigatório)?$/, 'estoque', /Dúvida de estoque/);
  await fillIn(panel.editor, 'Saldo conferido com o cliente e acertado.');
  await panel.button(/^Mais campos/).click();
  await panel.frame.getByRole('switch', { name: /Encerrar ao enviar/ }).click();
  await panel.button(/^OK/).click();

  await expect
    .poll(async () => (await records.ticketsByProtocol(protocol)).map((ticket) => ticket.closed_by))
    .toEqual(['jonas']);
  await expect(panel.sync).toContainText('Tudo enviado');
});

function textsOf(node: DocumentNode | undefined): string[] {
  if (node === undefined) return [];
  return node.text === undefined ? (node.content ?? []).flatMap(textsOf) : [node.text];
}
