import { type MailCatcher, startMailCatcher } from '../../demo/mail/mail-catcher.ts';
import { formatProtocol } from '../../domain/protocol.ts';
import { signInQuickly } from '../support/e2e/agent.ts';
import { clickLauncher, expectLauncher } from '../support/e2e/launcher.ts';
import { createPanelPage, fillIn, panelFrame } from '../support/e2e/panel.ts';
import { signOut } from '../support/e2e/session.ts';
import { expect, test } from '../support/e2e/test.ts';
import { type ServerProcess, startServerProcess } from '../support/server-process.ts';

let catcher: MailCatcher;
let telling: ServerProcess;
test.beforeEach(async ({ database }) => {
  catcher = await startMailCatcher();
  telling = await startServerProcess(database.url, {
    SMTP_URL: catcher.url,
    MAIL_FROM: 'Parecer <crm@aurora.example>',
    PUBLIC_URL: 'https://crm.aurora.example',
  });
});
test.afterEach(async () => {
  await telling.stop();
  await catcher.stop();
});

test('who watches is told by e-mail, and the internal contact finds the ticket in the queue', async ({
  extension,
  erp,
  host,
  records,
}) => {
  await signInQuickly(extension, telling.url);
  await host.goto(`${erp.url}/pessoas/000318`);
  await expectLauncher(host, { code: '000318', state: 'certain' });
  await clickLauncher(host);
  const panel = createPanelPage(await panelFrame(host));
  await panel.writeTicket('Supervisor precisa estar ciente deste caso.');
  const protocol = await panel.protocol();
  await panel.button(/^Mais campos/).click();
  await panel.choose('Contato interno', 'helena', /Helena Tavares/);
  await panel.choose('Spy System', 'renata', /Renata Prado/);
  await panel.choose('Spy System', 'caio', /Caio Nunes/);
  await panel.button(/^OK/).click();
  await expect(panel.sync).toContainText('Tudo enviado');

  const opened = `Atendimento ${formatProtocol(protocol)} aberto`;
  const told = () => catcher.mails.map(({ to, subject }) => `${to}: ${subject}`).toSorted();
  await expect.poll(told).toEqual([`caio@aurora.example: ${opened}`, `renata@aurora.example: ${opened}`]);
  const [ticket] = await records.ticketsByProtocol(protocol);
  expect(catcher.mails[0]?.text).toContain(`https://crm.aurora.example/abrir/${ticket?.id}`);
  expect(catcher.mails[0]?.html).not.toContain('Supervisor precisa');

  // The composer takes one away and shows who stays.
  await panel.row('Supervisor precisa').click();
  await expect(panel.frame.getByText('Avisados por e-mail')).toBeVisible();
  await fillIn(panel.editor, 'Caio não precisa mais saber.');
  await panel.button(/^Contato: /).click();
  await panel.button('Tirar Caio Nunes').click();
  await panel.button(/^OK/).click();
  const more = `renata@aurora.example: Atendimento ${formatProtocol(protocol)}: novo parecer`;
  await expect.poll(told).toContain(more);
  expect(told()).toHaveLength(3);

  await signOut(panel);
  await panel.signIn('helena', 'parecer');
  await panel.tab('Fila').click();
  await expect(panel.row('Supervisor precisa')).toContainText('contato interno');
});
