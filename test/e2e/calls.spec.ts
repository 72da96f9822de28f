import { RIO_PARDO, signInQuickly } from '../support/e2e/agent.ts';
import { expectLauncher } from '../support/e2e/launcher.ts';
import { fillIn, type PanelPage } from '../support/e2e/panel.ts';
import { callCardOn, clickUntilGone, openSoftphone } from '../support/e2e/softphone.ts';
import { expect, test } from '../support/e2e/test.ts';

const TYPE = /^Tipo( obrigatório)?$/;

async function send(panel: PanelPage, text: string): Promise<string> {
  await panel.choose(TYPE, '1.2.2', /Dúvida de estoque/);
  await fillIn(panel.editor, text);
  const protocol = await panel.protocol();
  await panel.button(/^OK/).click();
  return protocol;
}

test('a call of one customer becomes a ticket with channel, person, number and times', async ({
  extension,
  server,
  erp,
  host,
  records,
}) => {
  await signInQuickly(extension, server.url);
  const phone = await openSoftphone(host, erp.url);
  const before = new Date();
  await phone.ring({ sample: 'um cliente, com quem fala' });
  await expectLauncher(host, { state: 'ringing', name: 'José Almeida', code: '(16) 99100-5500' });
  const { panel, card } = await callCardOn(host);
  await expect(card.getByRole('heading', { level: 1 })).toHaveText(RIO_PARDO.name);
  await expect(card).toContainText('José Almeida');
  await expect(card).toContainText('R$ 3.480,00 vencidos');
  await phone.answer();
  await expect(card).toContainText('Em ligação há');
  await clickUntilGone(card.getByRole('button', { name: /^Novo/ }));

  await expect(panel.customer).toHaveText(RIO_PARDO.name);
  await expect(panel.frame.locator('[data-call]')).toHaveText('Ligação · (16) 99100-5500');
  await phone.hangUp();
  const protocol = await send(panel, 'José pergunta do saldo do estoque.');
  await expect.poll(() => records.ticketsByProtocol(protocol)).toHaveLength(1);
  const [ticket] = await records.ticketsByProtocol(protocol);
  expect(ticket).toMatchObject({ customer_code: '000318', opened_by: 'jonas' });
  const [opinion] = await records.opinions(ticket?.id ?? '');
  expect(opinion).toMatchObject({
    channel: 'Telefone',
    contact_person: 'José Almeida',
    call_phone: '+5516991005500',
  });
  expect(opinion?.call_id).toMatch(/^[0-9a-f-]{36}$/);
  expect(opinion?.started_at.getTime()).toBeGreaterThanOrEqual(before.getTime());
  expect(opinion?.ended_at.getTime()).toBeGreaterThan(opinion?.started_at.getTime() ?? 0);
});

test('two subjects of one call are two tickets with the same call', async ({
  extension,
  server,
  erp,
  host,
  records,
}) => {
  await signInQuickly(extension, server.url);
  const phone = await openSoftphone(host, erp.url);
  await phone.ring({ number: '991005500' });
  const { panel, card } = await callCardOn(host);
  await clickUntilGone(card.getByRole('button', { name: /^Novo/ }));
  const first = await send(panel, 'Primeiro assunto da ligação.');
  await panel.button('Outro assunto').click();
  await expect(panel.frame.locator('[data-call]')).toBeVisible();
  const second = await send(panel, 'Segundo assunto da ligação.');
  expect(second).not.toBe(first);

  await expect.poll(() => records.countOpinions('assunto da ligação.')).toBe(2);
  const opinions = [];
  for (const protocol of [first, second]) {
    const [ticket] = await records.ticketsByProtocol(protocol);
    expect(ticket?.customer_code).toBe('000318');
    opinions.push(...(await records.opinions(ticket?.id ?? '')));
  }
  expect(new Set(opinions.map((one) => one.call_id)).size).toBe(1);
  expect(opinions.map((one) => one.contact_person)).toEqual(['José Almeida', 'José Almeida']);
  expect(opinions.map((one) => one.channel)).toEqual(['Telefone', 'Telefone']);
  expect(opinions[0]?.call_id).not.toBeNull();
});
