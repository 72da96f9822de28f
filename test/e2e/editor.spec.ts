import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openPanelOn, signInQuickly } from '../support/e2e/agent.ts';
import type { DocumentNode } from '../support/e2e/records.ts';
import { expect, test } from '../support/e2e/test.ts';
import { extensionFolder } from '../support/e2e-extension.ts';
import { type ExtensionBrowser, launchExtension } from '../support/extension.ts';
import { projectRoot } from '../support/imports.ts';

const RIO_PARDO = { code: '000318', name: 'Comercial Rio Pardo de Alimentos Ltda' };

test('the page is captured without the panel, its CNPJ is gone from the pixels that reach the database', async ({
  server,
  erp,
  records,
}) => {
  const browser = await launchExtension({ extension: extensionFolder(), pressesToolbar: true });
  try {
    const host = browser.context.pages()[0] ?? (await browser.context.newPage());
    await signInQuickly(browser, server.url);
    await host.bringToFront();
    const panel = await openPanelOn(host, `${erp.url}/pessoas/000318`, RIO_PARDO);
    await panel.writeTicket('Segue a tela do cadastro.');
    await panel.frame.getByRole('button', { name: 'Capturar a página' }).click();
    await expect(panel.frame.getByText(/^O navegador pede um gesto seu/)).toBeVisible();
    await pressToolbarButton(browser, host);
    const dialog = panel.frame.getByRole('dialog', { name: 'Captura da página' });
    await expect(dialog.getByText(/CPF, CNPJ ou cartão está desfocado/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Pôr no texto' }).click();
    await expect(panel.editor.locator('img')).toBeVisible();
    await panel.button(/^OK/).click();
    await expect(panel.sync).toContainText('Tudo enviado');

    const [ticket] = await records.ticketsByText('Segue a tela do cadastro.');
    const [opinion] = await records.opinions(ticket?.id ?? '');
    const image = opinion?.body.content?.find((node) => node.type === 'image');
    const source = String(image?.attrs?.src);
    expect(source).toMatch(/^data:image\/webp;base64,/);
    expect(image?.attrs?.alt).toBe('Captura da página');

    // The page as it is, with the launcher alone, to compare with.
    const bare = await browser.context.newPage();
    await bare.goto(`${erp.url}/pessoas/000318`);
    const field = await bare.evaluate(() => {
      const fields = [...document.querySelectorAll('input')];
      const found = fields.find(({ value }) => /^\d{2}\.\d{3}\.\d{3}\/\d{4}-\d{2}$/.test(value));
      const { x = 0, y = 0, width = 0, height = 0 } = found?.getBoundingClientRect() ?? {};
      return { x, y, width, height };
    });
    expect(field.width).toBeGreaterThan(0);
    const shown = `data:image/png;base64,${(await bare.screenshot()).toString('base64')}`;
    const inner = { x: field.x + 3, y: field.y + 3, width: field.width - 6, height: field.height - 6 };
    expect(await contrastIn(bare, shown, inner)).toBeGreaterThan(150);
    expect(await contrastIn(bare, source, inner)).toBeLessThan(80);
    // Where the panel stood the picture shows the page.
    const right = { x: 900, y: 80, width: 370, height: 560 };
    expect(Math.abs((await meanIn(bare, shown, right)) - (await meanIn(bare, source, right)))).toBeLessThan(
      6,
    );
  } finally {
    await browser.close();
  }
});

test('what is pasted from Word arrives in the database as lists and tables, without a style', async ({
  records,
  panel,
}) => {
  await panel.writeTicket('Do Word:');
  const html = readFileSync(join(projectRoot, 'test/browser/editor/pasted/made-like-word.html'), 'utf8');
  await panel.editor.evaluate((element, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', text);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, html);
  await expect(panel.editor.locator('table')).toBeVisible();
  await panel.button(/^OK/).click();
  await expect(panel.sync).toContainText('Tudo enviado');

  const [ticket] = await records.ticketsByText('Fechar o caixa');
  const [opinion] = await records.opinions(ticket?.id ?? '');
  const types = typesOf(opinion?.body);
  for (const type of ['bulletList', 'orderedList', 'table', 'blockquote', 'heading'])
    expect(types).toContain(type);
  const stored = JSON.stringify(opinion?.body);
  for (const words of ['Conferir o ', 'Abrir o lote novo', 'L-204', 'Tela do caixa'])
    expect(stored).toContain(words);
  expect(stored).not.toMatch(/mso|style|file:|class/i);
});

/** The press of the toolbar button, which is no part of any page. */
async function pressToolbarButton({ context, extensionId }: ExtensionBrowser, page: Page): Promise<void> {
  const session = await context.newCDPSession(page);
  const { targetInfo } = await session.send('Target.getTargetInfo');
  const browser = await context.browser()?.newBrowserCDPSession();
  const sender = browser ?? session;
  const send = sender.send.bind(sender) as unknown as (
    method: string,
    params: unknown,
  ) => Promise<{ targetInfos: { type: string; targetId: string; url: string }[] }>;
  const { targetInfos } = await send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const tab = targetInfos.find(({ url }) => url === targetInfo.url);
  await send('Extensions.triggerAction', { id: extensionId, targetId: tab?.targetId });
}

type Area = { x: number; y: number; width: number; height: number };

/** Grey levels of a part of a picture, read by the browser that drew it. */
async function levelsIn(page: Page, source: string, area: Area): Promise<number[]> {
  return page.evaluate(
    async ([source, area]) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      const data = context?.getImageData(area.x, area.y, area.width, area.height).data ?? [];
      return Array.from({ length: data.length / 4 }, (_, index) =>
        Math.round(((data[index * 4] ?? 0) + (data[index * 4 + 1] ?? 0) + (data[index * 4 + 2] ?? 0)) / 3),
      );
    },
    [source, area] as const,
  );
}

async function contrastIn(page: Page, source: string, area: Area): Promise<number> {
  const levels = (await levelsIn(page, source, area)).sort((a, b) => a - b);
  return (levels.at(-1) ?? 0) - (levels[0] ?? 0);
}

async function meanIn(page: Page, source: string, area: Area): Promise<number> {
  const levels = await levelsIn(page, source, area);
  return levels.reduce((sum, level) => sum + level, 0) / levels.length;
}

function typesOf(node: DocumentNode | undefined): string[] {
  return node === undefined ? [] : [node.type, ...(node.content ?? []).flatMap(typesOf)];
}
