import { signInQuickly } from '../support/e2e/agent.ts';
import { expectLauncher, takeKeyboard } from '../support/e2e/launcher.ts';
import { createPanelPage, panelFrame } from '../support/e2e/panel.ts';
import { expect, test } from '../support/e2e/test.ts';

test('an atendimento is opened, continued and closed by the keyboard alone', async ({
  extension,
  server,
  erp,
  host,
  records,
}) => {
  await signInQuickly(extension, server.url);
  await host.goto(`${erp.url}/pessoas/000318`);
  await expectLauncher(host, { code: '000318', state: 'certain' });
  // The browser's own shortcut (Alt+P) reaches the extension, not the page, and no test tool can press it.
  await takeKeyboard(host);
  await pressOpenPanel(extension.worker);
  const panel = createPanelPage(await panelFrame(host));
  await expect(panel.customer).toHaveText('Comercial Rio Pardo de Alimentos Ltda');
  const { keyboard } = host;
  await expect.poll(() => panel.frame.evaluate(() => document.hasFocus())).toBe(true);

  await keyboard.press('n');
  const type = panel.frame.getByRole('combobox', { name: /^Tipo( obrigatório)?$/ });
  await expect(type).toBeVisible();
  const protocol = await panel.protocol();
  while (!(await type.evaluate((element) => element === document.activeElement))) await keyboard.press('Tab');
  await keyboard.type('estoque');
  await expect(panel.frame.getByRole('option', { name: /Dúvida de estoque/ })).toBeVisible();
  await keyboard.press('Enter');
  await expect(type).toHaveValue('1.2.2 Dúvida de estoque');
  while (!(await panel.editor.evaluate((element) => element === document.activeElement)))
    await keyboard.press('Tab');
  await keyboard.type('Só com o teclado.');
  await keyboard.press('Control+Enter');
  await expect.poll(() => records.countOpinions('Só com o teclado.')).toBe(1);
  const [ticket] = await records.ticketsByProtocol(protocol);
  expect(ticket).toMatchObject({ customer_code: '000318', type_number: '1.2.2' });

  const row = panel.frame.locator(`[data-ticket="${ticket?.id}"]`);
  await expect(row).toBeVisible();
  for (
    let step = 0;
    step < 60 && !(await row.evaluate((element) => element === document.activeElement));
    step++
  )
    await keyboard.press('ArrowDown');
  await expect(row).toBeFocused();
  await keyboard.press('p');
  await expect(panel.editor).toBeFocused();
  await keyboard.type('Continua só com ele.');
  const close = panel.frame.getByRole('button', { name: 'Encerrar', exact: true });
  while (!(await close.evaluate((element) => element === document.activeElement)))
    await keyboard.press('Tab');
  await keyboard.press('Space');
  await keyboard.press('Control+Enter');
  await expect
    .poll(async () => (await records.ticketsByProtocol(protocol)).map((one) => one.closed_by))
    .toEqual(['jonas']);
  expect(await records.countOpinions('Continua só com ele.')).toBe(1);

  await keyboard.press('Escape');
  await keyboard.press('Escape');
  await expectLauncher(host, { code: '000318', state: 'certain' });
});

/** What the browser does when the agent presses the extension's shortcut in the tab in front. */
async function pressOpenPanel(worker: { evaluate<T>(act: () => Promise<T>): Promise<T> }): Promise<void> {
  await worker.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: {
        tabs: { query(about: object): Promise<unknown[]> };
        commands: { onCommand: { dispatch(command: string, tab: unknown): void } };
      };
    };
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    chrome.commands.onCommand.dispatch('open-panel', tab);
  });
}
