import { type BrowserContext, expect, type Frame, type Page } from '@playwright/test';
import { SAMPLE_PASSWORD } from '../../../demo/company/staff.ts';
import type { ExtensionBrowser } from '../extension.ts';
import { clickLauncher, expectLauncher } from './launcher.ts';
import { createPanelPage, panelFrame } from './panel.ts';

/** What an extension page gives to tests: the way in which the product's own pages ask its background. */
interface ExtensionWindow {
  chrome: {
    runtime: { sendMessage(message: unknown): Promise<unknown> };
    storage: { local: { set(values: Record<string, unknown>): Promise<void> } };
  };
}

/** Asks the background as the panel and the options page do. */
export async function askBackground(page: Page | Frame, name: string, input: unknown): Promise<unknown> {
  return page.evaluate(
    (message) => (globalThis as unknown as ExtensionWindow).chrome.runtime.sendMessage(message),
    { to: 'background', name, input },
  );
}

/**
 * Has the background try now, as "Tentar agora" and "Enviar agora" do, and waits for what comes of it. The buttons themselves go away
 * when the background's own next try is quicker than the click.
 */
export async function tryNow(page: Page | Frame): Promise<void> {
  expect(await askBackground(page, 'connection.check', {})).toMatchObject({ ok: true });
}

/**
 * Sets the server and signs in without the screens, which tests of their own cover; what happens in the background is
 * the same.
 */
export async function signInQuickly(
  extension: ExtensionBrowser,
  serverUrl: string,
  login = 'jonas',
): Promise<void> {
  const page = await openExtensionPage(extension, 'options.html');
  // A new profile waits seconds for the browser's first word about policies. Every later start of it knows what was said.
  await page.evaluate(
    (values) => (globalThis as unknown as ExtensionWindow).chrome.storage.local.set(values),
    { policyServerUrl: { version: 1, value: null } },
  );
  expect(await askBackground(page, 'server.use', { url: serverUrl })).toMatchObject({ ok: true });
  const answer = await askBackground(page, 'session.signIn', { login, password: SAMPLE_PASSWORD });
  expect(answer).toMatchObject({ ok: true });
  // As on the machine of who works there for longer than a second: what the company has set has arrived, also where the network goes next.
  expect(await askBackground(page, 'crm.catalogue', {})).toMatchObject({ ok: true });
  await page.close();
}

/** The customer of the design, whom every sample company has. */
export const RIO_PARDO = { code: '000318', name: 'Comercial Rio Pardo de Alimentos Ltda' } as const;

/** Opens a page of the extension in a tab. */
export async function openExtensionPage(extension: ExtensionBrowser, path: string): Promise<Page> {
  const page = await extension.context.newPage();
  await page.goto(extension.page(path));
  return page;
}

/** The tab that the browser started with, or a new one. */
export async function firstPage(context: BrowserContext): Promise<Page> {
  return context.pages()[0] ?? (await context.newPage());
}

/** Opens the panel over a host page that shows this customer, by its launcher, and waits for the customer's name. */
export async function openPanelOn(
  host: Page,
  address: string,
  customer: { code: string; name: string | RegExp },
) {
  await host.goto(address);
  await expectLauncher(host, { code: customer.code });
  await clickLauncher(host);
  const panel = createPanelPage(await panelFrame(host));
  await expect(panel.customer).toHaveText(customer.name);
  return panel;
}
