import type { Page } from 'puppeteer-core';
import { SAMPLE_PASSWORD } from '../../demo/company/staff.ts';
import { buildExtension } from '../../scripts/build/build-extension.ts';
import { RIO_PARDO } from '../support/e2e/agent.ts';
import { test as base, expect } from '../support/e2e/test.ts';
import { e2eHosts } from '../support/e2e-extension.ts';
import { type Firefox, launchFirefox } from '../support/firefox/firefox.ts';
import { createScreen } from '../support/firefox/screen.ts';
import { projectRoot } from '../support/imports.ts';

const test = base.extend<{ firefox: Firefox }, { firefoxExtension: string }>({
  firefoxExtension: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern.
    async ({}, use) => {
      const build = { root: projectRoot, browser: 'firefox', hosts: e2eHosts, name: 'e2e' } as const;
      const built = await buildExtension(build);
      if (!built.ok) throw new Error(built.output);
      await use(built.folder);
    },
    { scope: 'worker' },
  ],
  firefox: async ({ firefoxExtension }, use, testInfo) => {
    const firefox = await launchFirefox({ extension: firefoxExtension });
    try {
      await use(firefox);
      if (testInfo.status !== testInfo.expectedStatus) {
        await firefox.page.screenshot({ path: testInfo.outputPath('firefox.png') });
      }
    } finally {
      await firefox.close();
    }
  },
});

test('in Firefox an agent says where the server is, signs in and opens a ticket over the ERP’s page', async ({
  firefox,
  server,
  erp,
  records,
}) => {
  // A whole browser that is driven by what is seen: every step waits for the screen.
  test.setTimeout(180_000);
  const host = createScreen(firefox, firefox.page);
  await firefox.page.goto(`${erp.url}/pessoas/${RIO_PARDO.code}`);
  await host.click({ role: 'pushbutton', name: /^Parecer: .*000318$/ });
  await host.click({ role: 'pushbutton', name: 'Abrir as opções' });

  await host.find({ role: 'document', name: 'Opções do Parecer' });
  const options = createScreen(firefox, await firefox.newestPage());
  await options.type({ role: 'entry', name: 'Endereço do CRM' }, server.url);
  await options.click({ role: 'pushbutton', name: 'Usar este servidor' });
  await options.find({ role: 'text leaf', name: /^Conectado a / });

  await host.bringToFront();
  await host.find({ role: 'document', name: 'Parecer' });
  await host.type({ role: 'entry', name: 'Usuário' }, 'jonas');
  await host.type({ role: 'password text', name: 'Senha' }, SAMPLE_PASSWORD);
  await host.click({ role: 'pushbutton', name: 'Entrar' });
  await host.find({ role: 'heading', name: RIO_PARDO.name });
  // Until the company's rules have come with the sign-in, the customer is only a guess.
  await host.expectGone({ role: 'pushbutton', name: 'É este' });
  await host.click({ role: 'pushbutton', name: /^Novo atendimento/ });
  const { name: shown } = await host.find({ role: 'text leaf', name: /^\d{4} \d{4} \d{4}-\d$/ });
  await host.type({ role: 'editcombobox', name: 'Tipo' }, '1.2.2');
  await host.click({ role: 'listbox option', name: /Dúvida de estoque/ });
  const text = 'Saldo do lote conferido pelo Firefox.';
  const editor = { role: 'entry', name: 'Descrição do parecer' };
  await host.type(editor, text);

  await host.click({ role: 'pushbutton', name: 'Recolher painel' });
  await host.expectGone(editor);
  await host.click({ role: 'pushbutton', name: /^Parecer: .*000318$/ });
  expect((await host.find(editor)).value).toContain(text);
  await host.click({ role: 'pushbutton', name: 'OK' });
  await host.find({ role: 'pushbutton', name: new RegExp(text) });
  await host.find({ role: 'pushbutton', name: /^Tudo enviado/ });

  const [ticket, ...others] = await records.ticketsByProtocol(shown.replaceAll(/\D/g, ''));
  expect(others).toEqual([]);
  expect(ticket).toMatchObject({ customer_code: RIO_PARDO.code, type_number: '1.2.2', opened_by: 'jonas' });
  expect(await records.countOpinions(text)).toBe(1);
});

test('in Firefox the panel shows nothing under a page that is not enabled, nor deeper in one that is', async ({
  firefox,
  erp,
}) => {
  test.setTimeout(120_000);
  const panel = await firefox.panelUrl();
  const heading = { role: 'heading', name: 'Falta o endereço do servidor' };
  const other = createScreen(firefox, firefox.page);
  await firefox.page.goto(`${erp.url.replace('localhost', '127.0.0.1')}/sem-cliente`);
  await addFrame(firefox.page, { src: panel });

  const enabledPage = await firefox.newPage();
  const enabled = createScreen(firefox, enabledPage);
  await enabledPage.goto(`${erp.url}/sem-cliente`);
  await addFrame(enabledPage, { srcdoc: `<iframe src="${panel}"></iframe>` });
  // The last one, and the only one that may: when it is there, the others had the time to be.
  await addFrame(enabledPage, { src: panel });
  await enabled.bringToFront();
  await enabled.find(heading);
  expect(await enabled.look(heading)).toHaveLength(1);

  await other.bringToFront();
  await other.find({ role: 'document', name: 'Parecer' });
  expect(await other.look(heading)).toEqual([]);
});

/** Puts a frame into the page, as any page can, and waits until it has loaded. */
async function addFrame(page: Page, attributes: { src: string } | { srcdoc: string }): Promise<void> {
  await page.evaluate(
    (given) =>
      new Promise<void>((resolve) => {
        const frame = document.createElement('iframe');
        frame.addEventListener('load', () => resolve());
        Object.assign(frame, given, { width: 400, height: 300 });
        document.body.prepend(frame);
      }),
    attributes,
  );
}
