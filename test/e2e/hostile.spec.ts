import type { Page } from '@playwright/test';
import { HOSTILE_TEXTS } from '../../demo/erp/hostile.ts';
import { signInQuickly } from '../support/e2e/agent.ts';
import { clickLauncher, expectLauncher } from '../support/e2e/launcher.ts';
import { createPanelPage, EXTENSION_ID, panelFrame } from '../support/e2e/panel.ts';
import { expect, test } from '../support/e2e/test.ts';

test('hostile text in names, contacts and opinions is text, and never runs', async ({
  extension,
  server,
  erp,
  host,
  records,
  database,
}) => {
  const [script, image, , svg] = HOSTILE_TEXTS;
  await database.query(`update customers set name = $1, trade_name = $2 where code = '000318'`, [
    script,
    image,
  ]);
  await database.query(
    `update contact_persons set name = $1 where customer_id = (select id from customers where code = '000318')`,
    [svg],
  );
  await database.query(`update users set name = $1 where login = 'renata'`, [image]);
  await database.query(
    `update opinions set body = $1, subjects = array[$2]
      where ticket_id in (select t.id from tickets t join customers c on c.id = t.customer_id where c.code = '000318')`,
    [
      JSON.stringify({
        type: 'doc',
        content: HOSTILE_TEXTS.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
      }),
      '<script>alert(1)</script>',
    ],
  );
  await database.query(
    `update tickets set title = $1 where customer_id = (select id from customers where code = '000318')`,
    [image],
  );
  const heard = await listenForTrouble(host);
  await signInQuickly(extension, server.url);
  await host.goto(`${erp.url}/pessoas/000318`);
  await expectLauncher(host, { name: image });
  await clickLauncher(host);
  const panel = createPanelPage(await panelFrame(host));
  await expect(panel.customer).toHaveText(script);
  await panel.openTickets.first().click();
  const timeline = panel.frame.getByRole('list', { name: 'Histórico do atendimento' });
  for (const text of HOSTILE_TEXTS) await expect(timeline).toContainText(text);
  await panel.button('Voltar').click();
  await panel.tab('Fila').click();
  await panel.tab('Cliente').click();

  await panel.writeTicket(`${HOSTILE_TEXTS.join(' ')} escrito no painel`);
  await panel.choose('Contato', '<svg', svg);
  await panel.button(/^OK/).click();
  await expect.poll(() => records.countOpinions('escrito no painel')).toBe(1);
  await expect(panel.sync).toContainText('Tudo enviado');
  expect(await heard()).toEqual([]);
  expect(await panel.frame.locator('script:not([src]), iframe, img[src="x"]').count()).toBe(0);
});

test('a host page that works against its guests learns nothing, and is not fought for ever', async ({
  extension,
  server,
  erp,
  host,
}) => {
  const heard = await listenForTrouble(host);
  await signInQuickly(extension, server.url);
  await host.goto(`${erp.url}/hostil`);
  const removed = () => host.evaluate(() => readHostil().removed);
  await expect.poll(removed).toBeGreaterThan(0);
  // It gives in: through three more wipes of the page nothing is put back.
  const isLeftAlone = async () => {
    const before = await host.evaluate(() => ({ ...readHostil() }));
    await expect.poll(() => host.evaluate(() => readHostil().wiped)).toBeGreaterThan(before.wiped + 2);
    return (await removed()) === before.removed;
  };
  await expect.poll(isLeftAlone, { timeout: 40_000 }).toBe(true);
  const seen = await host.evaluate(() => readHostil());
  expect(seen.ran).toBe(0);
  expect(JSON.stringify(seen.messages)).not.toContain('000318');
  expect(seen.keys).toEqual([]);
  expect(await heard()).toEqual([]);
});

test('a host page that wipes itself keeps a launcher, and what is written in the panel it never sees', async ({
  host,
  panel,
}) => {
  await host.evaluate(() => {
    const keys: string[] = [];
    Object.assign(globalThis, { keys });
    for (const type of ['keydown', 'keyup', 'input', 'paste', 'message'])
      addEventListener(type, (event) => keys.push(`${type} ${'key' in event ? event.key : ''}`), true);
  });
  await panel.writeTicket('segredo do cliente');
  await panel.editor.press('End');
  await host.keyboard.type(' e senha');
  await expect(panel.editor).toHaveText('segredo do cliente e senha');
  expect(await host.evaluate(() => (globalThis as unknown as { keys: string[] }).keys)).toEqual([]);

  await host.evaluate(() => {
    const { innerHTML } = document.body;
    document.body.replaceChildren();
    document.body.innerHTML = innerHTML;
  });
  await expect(panel.editor).toHaveText('segredo do cliente e senha');
  await panel.button('Recolher painel').click();
  await expectLauncher(host, { code: '000318', state: 'certain' });

  await host.evaluate(() => {
    const { body } = document;
    document.documentElement.replaceChildren(document.createElement('head'), body);
  });
  await expectLauncher(host, { code: '000318', state: 'certain' });
  await clickLauncher(host);
  const again = createPanelPage(await panelFrame(host));
  await expect(again.editor).toHaveText('segredo do cliente e senha');
});

test('nothing is sent while the page lies over the panel or makes it see-through, and the panel says so', async ({
  host,
  records,
  panel,
}) => {
  await panel.writeTicket('com a página por cima');
  const said = panel.frame.getByText(/algo da página está por cima do painel/).first();
  const ok = panel.button(/^OK/);
  const isRefused = async () => {
    await ok.press('Enter');
    return said.isVisible();
  };
  // What the pointer goes through is still painted over the panel.
  await host.evaluate(() => {
    const veil = document.createElement('div');
    veil.id = 'veil';
    veil.style.cssText =
      'position:fixed;inset:0;z-index:2147483647;pointer-events:none;background:rgb(255 255 255/1%)';
    document.documentElement.append(veil);
  });
  await settle(host);
  await expect.poll(isRefused, { message: 'refused under a veil' }).toBe(true);
  await panel.editor.press('Control+Enter');
  expect(await records.countOpinions('com a página por cima')).toBe(0);

  await host.evaluate(() => {
    document.querySelector('#veil')?.remove();
    document.documentElement.style.opacity = '0.4';
  });
  await expect(said).toBeHidden({ timeout: 20_000 });
  await expect.poll(isRefused, { message: 'refused when it is see-through' }).toBe(true);
  await expect(panel.editor).toHaveText('com a página por cima');
  expect(await records.countOpinions('com a página por cima')).toBe(0);

  await host.evaluate(() => document.documentElement.removeAttribute('style'));
  await settle(host);
  // The first moment after the cover is gone counts as covered still.
  const send = async () => {
    if (await ok.isVisible()) await ok.click();
    return records.countOpinions('com a página por cima');
  };
  await expect.poll(send).toBe(1);
});

test('the panel shows nothing under a page that is no enabled host', async ({
  extension,
  server,
  erp,
  host,
}) => {
  await signInQuickly(extension, server.url);
  const embed = async (url: string) => {
    await host.goto(url);
    await host.evaluate((address) => {
      const frame = document.createElement('iframe');
      frame.src = address;
      document.body.append(frame);
    }, `chrome-extension://${EXTENSION_ID}/panel.html`);
    return panelFrame(host);
  };
  const allowed = await embed(`${erp.url}/sem-cliente`);
  await expect(allowed.getByRole('tab')).toHaveCount(3);

  const frame = await embed(`${erp.url.replace('localhost', '127.0.0.1')}/sem-cliente`);
  await expect(frame.locator('html[data-refused]')).toBeAttached();
  await expect(frame.getByRole('tab')).toHaveCount(0);
  await expect(frame.locator('body')).toHaveText('');
});

interface Hostil {
  keys: string[];
  messages: string[];
  removed: number;
  wiped: number;
  ran: number;
}
declare const readHostil: () => Hostil;

/** Until the browser has told what it painted: it does so at most every 100 ms. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let frames = 30;
        const next = () => (frames-- > 0 ? requestAnimationFrame(next) : resolve());
        next();
      }),
  );
}

/** Notes dialogs, errors and refusals by a security policy in every frame; what is returned gives the list. */
async function listenForTrouble(page: Page): Promise<() => Promise<string[]>> {
  const heard: string[] = [];
  page.on('dialog', (dialog) => {
    heard.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.addInitScript(() => {
    Object.assign(globalThis, {
      hostil: { ran: 0 },
      readHostil: () => (globalThis as unknown as { hostil: unknown }).hostil,
      violations: [] as string[],
    });
    addEventListener('securitypolicyviolation', (event) => {
      (globalThis as unknown as { violations: string[] }).violations.push(
        `${event.violatedDirective} ${event.blockedURI} ${event.sample}`,
      );
    });
  });
  return async () => {
    for (const frame of page.frames()) {
      const found = await frame.evaluate(() => {
        const page = globalThis as unknown as { hostil?: { ran?: number }; violations?: string[] };
        return { ran: page.hostil?.ran ?? 0, violations: page.violations ?? [] };
      });
      if (found.ran > 0) heard.push(`${frame.url()} ran ${found.ran}`);
      heard.push(...found.violations.map((violation) => `${frame.url()} ${violation}`));
    }
    return heard;
  };
}
