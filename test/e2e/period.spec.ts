import { formatProtocol } from '../../domain/protocol.ts';
import { openPanelOn, RIO_PARDO, signInQuickly } from '../support/e2e/agent.ts';
import { companyTime } from '../support/e2e/days.ts';
import { fillIn } from '../support/e2e/panel.ts';
import { expect, test } from '../support/e2e/test.ts';

test('the time runs from the first keystroke, start and end that make no sense are refused at their field, and what was spent is shown', async ({
  extension,
  server,
  erp,
  host,
  records,
}) => {
  await signInQuickly(extension, server.url);
  const panel = await openPanelOn(host, `${erp.url}/spa/000318`, RIO_PARDO);
  await panel.openNewTicket();
  const timer = panel.frame.getByRole('timer');
  await panel.choose(/^Tipo( obrigatório)?$/, '1.2.2', /Dúvida de estoque/);
  await expect(timer).toHaveCount(0);
  const before = Date.now();
  await fillIn(panel.editor, 'Levou um bom tempo.');
  await expect(timer).toContainText(/^00:0\d/);
  await expect(timer).not.toContainText('00:00');

  await panel.button(/^Mais campos/).click();
  const [start, end] = [companyTime(-1, 14), companyTime(-1, 13)];
  await panel.date('Início do parecer', start.words);
  await panel.date('Fim do parecer', end.words);
  await panel.button(/^OK/).click();
  await expect(panel.frame.getByText('O fim é antes do início. Corrija um dos dois.')).toBeVisible();
  await expect(panel.button(/^Fim do parecer/)).toBeFocused();
  await expect(panel.editor).toHaveText('Levou um bom tempo.');
  expect(await records.countOpinions('Levou um bom tempo.')).toBe(0);

  await panel.date('Fim do parecer', companyTime(-1, 15, 30).words);
  const protocol = await panel.protocol();
  await panel.button(/^OK/).click();
  await expect.poll(() => records.ticketsByProtocol(protocol)).toHaveLength(1);
  const [ticket] = await records.ticketsByProtocol(protocol);
  expect(await records.opinions(ticket?.id ?? '')).toMatchObject([
    { started_at: start.at, ended_at: companyTime(-1, 15, 30).at },
  ]);

  await panel.row('Levou um bom tempo.').click();
  await expect(panel.frame.getByRole('heading', { name: formatProtocol(protocol) })).toBeVisible();
  const history = panel.frame.getByRole('list', { name: 'Histórico do atendimento' });
  await expect(history.getByRole('listitem').first()).toContainText('1 h 30');
  await expect(panel.frame.getByText('em 1 parecer')).toBeVisible();

  // Of the next opinion nothing is given: it is from the first keystroke to OK.
  await fillIn(panel.editor, 'E mais um pouco.');
  await expect(timer).toContainText(/^00:0\d/);
  await panel.button(/^OK/).click();
  await expect.poll(() => records.countOpinions('E mais um pouco.')).toBe(1);
  const [, second] = await records.opinions(ticket?.id ?? '');
  expect(second?.started_at.getTime()).toBeGreaterThanOrEqual(before);
  expect(second?.ended_at.getTime()).toBeGreaterThan(second?.started_at.getTime() ?? 0);
  await expect(panel.frame.getByText('em 2 pareceres')).toBeVisible();
});
