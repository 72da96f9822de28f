import { formatProtocol } from '../../domain/protocol.ts';
import { openPanelOn, signInQuickly } from '../support/e2e/agent.ts';
import { fillIn, type PanelPage } from '../support/e2e/panel.ts';
import { expect, test } from '../support/e2e/test.ts';
import type { TestDatabase } from '../support/postgres.ts';

test('an opinion continues a ticket and closes it', async ({
  extension,
  server,
  erp,
  host,
  records,
  database,
}) => {
  const ticket = await openTicketOf(database, 'anyone');
  const before = (await records.opinions(ticket.id)).length;
  await signInQuickly(extension, server.url);
  const panel = await openPanelOn(host, `${erp.url}/pessoas/${ticket.code}`, ticket);
  await panel.frame.locator(`[data-ticket="${ticket.id}"]`).click();
  await expect(panel.frame.getByRole('heading', { name: formatProtocol(ticket.protocol) })).toBeVisible();
  await expect(timeline(panel).getByRole('listitem').first()).toBeVisible();

  await fillIn(panel.editor, 'Testado com o cliente, está certo.');
  await panel.button('Encerrar').click();
  await panel.button(/^OK/).click();
  await expect(timeline(panel)).toContainText('Testado com o cliente, está certo.');
  await expect(timeline(panel)).toContainText('encerrou o atendimento');
  await expect(panel.frame.getByText('Atendimento encerrado.')).toBeVisible();
  await expect(panel.editor).toHaveCount(0);

  const [closed] = await records.ticketsByProtocol(ticket.protocol);
  expect(closed).toMatchObject({ closed_by: 'jonas', opinion_count: before + 1 });
  const opinions = await records.opinions(ticket.id);
  expect(opinions).toHaveLength(before + 1);
  expect(opinions.at(-1)).toMatchObject({ author: 'jonas', number: before + 1 });
  expect(JSON.stringify(opinions.at(-1)?.body)).toContain('Testado com o cliente, está certo.');
});

test('a closed ticket goes on in a new one, and each leads to the other', async ({
  extension,
  server,
  erp,
  host,
  records,
  database,
}) => {
  const ticket = await openTicketOf(database, 'anyone');
  await signInQuickly(extension, server.url);
  const panel = await openPanelOn(host, `${erp.url}/pessoas/${ticket.code}`, ticket);
  await panel.frame.locator(`[data-ticket="${ticket.id}"]`).click();
  await fillIn(panel.editor, 'Está resolvido.');
  await panel.button('Encerrar').click();
  await panel.button(/^OK/).click();
  await expect(panel.frame.getByText('Atendimento encerrado.')).toBeVisible();

  await panel.button('Novo atendimento').click();
  await expect(panel.frame.getByText(`Continua ${formatProtocol(ticket.protocol)}, encerrado`)).toBeVisible();
  const protocol = await panel.protocol();
  await panel.choose(/^Tipo( obrigatório)?$/, '1.2.2', /Dúvida de estoque/);
  await fillIn(panel.editor, 'Voltou a acontecer.');
  await panel.button(/^OK/).click();
  await expect.poll(() => records.countOpinions('Voltou a acontecer.')).toBe(1);
  await expect(panel.sync).toContainText('Tudo enviado');

  const head = (number: string) => panel.frame.getByRole('heading', { name: formatProtocol(number) });
  await panel.row('Voltou a acontecer.').click();
  await expect(head(protocol)).toBeVisible();
  await panel.button(formatProtocol(ticket.protocol)).click();
  await expect(head(ticket.protocol)).toBeVisible();
  await panel.button(formatProtocol(protocol)).click();
  await expect(head(protocol)).toBeVisible();
});

test('a closing that the policy refuses is explained before anything is sent', async ({
  extension,
  gateway,
  erp,
  host,
  records,
  database,
}) => {
  const ticket = await openTicketOf(database, 'functions');
  await signInQuickly(extension, gateway.url);
  const panel = await openPanelOn(host, `${erp.url}/pessoas/${ticket.code}`, ticket);
  await panel.frame.locator(`[data-ticket="${ticket.id}"]`).click();
  await fillIn(panel.editor, 'Quero encerrar isto.');
  await panel.button('Encerrar').click();
  const refusal = panel.frame.getByText(/só é encerrado por Supervisor/);
  await expect(refusal.first()).toBeVisible();
  await panel.button(/^OK/).click();
  await expect(refusal.first()).toBeVisible();
  await expect(panel.editor).toHaveText('Quero encerrar isto.');
  expect(gateway.seen.filter((request) => /POST .*(opinions|closings)/.test(request))).toEqual([]);
  expect(await records.countOpinions('Quero encerrar isto.')).toBe(0);

  await panel.button('Encerrar').click();
  await panel.button(/^OK/).click();
  await expect.poll(() => records.countOpinions('Quero encerrar isto.')).toBe(1);
  const [left] = await records.ticketsByProtocol(ticket.protocol);
  expect(left?.closed_at).toBeNull();
});

test('a ticket with hundreds of opinions opens at its end, and its beginning is one click away', async ({
  extension,
  server,
  host,
  erp,
  database,
}) => {
  const [long] = await database.query<{ id: string; code: string; name: string; count: number }>(
    `select t.id, c.code, c.name, t.opinion_count as count
       from tickets t join customers c on c.id = t.customer_id
      order by t.opinion_count desc limit 1`,
  );
  if (!long) throw new Error('The sample company has no ticket.');
  expect(long.count).toBeGreaterThan(300);
  await signInQuickly(extension, server.url);
  const panel = await openPanelOn(host, `${erp.url}/pessoas/${long.code}`, long);
  await panel.frame.locator(`[data-ticket="${long.id}"]`).click();
  const items = timeline(panel).getByRole('listitem');
  await expect(items.nth(20)).toBeAttached();
  await expect(items.last()).toBeInViewport();
  const shown = await timeline(panel).locator('[data-opinion]').count();
  expect(shown).toBeLessThan(long.count);

  const earlier = panel.button(/pareceres anteriores$/);
  await expect(earlier).toContainText(`${long.count - shown}`);
  await earlier.click();
  await expect.poll(() => timeline(panel).locator('[data-opinion]').count()).toBeGreaterThan(shown);
});

function timeline(panel: PanelPage) {
  return panel.frame.getByRole('list', { name: 'Histórico do atendimento' });
}

/** An open ticket that needs no subject and asks nothing, of a type that these may close. */
async function openTicketOf(database: TestDatabase, policy: 'anyone' | 'functions') {
  const [ticket] = await database.query<{ id: string; protocol: string; code: string; name: string }>(
    `select t.id, t.protocol, c.code, c.name
       from tickets t
       join customers c on c.id = t.customer_id
       join ticket_types y on y.id = t.type_id
      where t.closed_at is null and not t.close_only_by_opener
        and y.closing_policy->>'kind' = $1 and not y.subject_required and t.workflow_id is null
      order by t.opinion_count, t.id limit 1`,
    [policy],
  );
  if (!ticket) throw new Error(`The sample company has no open ticket that ${policy} may close.`);
  return ticket;
}
