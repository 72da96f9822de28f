import { RIO_PARDO } from '../support/e2e/agent.ts';
import { expect, test } from '../support/e2e/test.ts';

const TYPE = /^Tipo( obrigatório)?$/;

test('a type with several templates lets one be chosen after what was typed, filled with what it names', async ({
  host,
  records,
  panel,
}) => {
  await panel.openNewTicket();
  await panel.choose(TYPE, '3.2', /Rejeição de NF-e/);
  await expect(panel.editor).toHaveText('');
  await panel.editor.click();
  await host.keyboard.type('Digitado antes. ');
  await panel.choose(/^Texto padrão/, 'emissão', /Rejeição na emissão/);
  await expect(panel.editor).toContainText(`Cliente: ${RIO_PARDO.name} (000318)`);
  await expect(panel.editor).toContainText('Digitado antes.');
  const protocol = await panel.protocol();
  await panel.button(/^OK/).click();
  await expect.poll(() => records.ticketsByProtocol(protocol)).toHaveLength(1);
  const [ticket] = await records.ticketsByProtocol(protocol);
  const [opinion] = await records.opinions(ticket?.id ?? '');
  const text = JSON.stringify(opinion?.body);
  expect(text).toContain('Digitado antes.');
  expect(text).toContain(`${RIO_PARDO.name} (000318)`);
  expect(text).toContain('bulletList');
});

test('the only template of a type fills an empty text by itself, and never a written one', async ({
  panel,
}) => {
  await panel.openNewTicket();
  await panel.choose(TYPE, '5.2', /Treinamento/);
  await expect(panel.editor).toContainText('por Jonas Ferreira');
  await panel.choose(TYPE, '1.2.2', /Dúvida de estoque/);
  await expect(panel.editor).toContainText('por Jonas Ferreira');
});
