import type { Frame, Page } from '@playwright/test';
import { openPanelOn, RIO_PARDO, signInQuickly } from '../support/e2e/agent.ts';
import { deliveryStates, draftTexts } from '../support/e2e/kept.ts';
import { killBrowser } from '../support/e2e/kill-browser.ts';
import { clickLauncher, expectLauncher } from '../support/e2e/launcher.ts';
import { createPanelPage, panelFrame } from '../support/e2e/panel.ts';
import { expect, test } from '../support/e2e/test.ts';
import { extensionFolder } from '../support/e2e-extension.ts';
import { type ExtensionBrowser, launchExtension } from '../support/extension.ts';

/** Long ways through many parts: a bound for what hangs, far from what a busy machine needs. */
test.describe.configure({ timeout: 180_000 });

const TEXT = 'Confirmado e logo o navegador caiu';
const opensTicket = (method: string, path: string) => method === 'POST' && path === '/tickets';

test('what was confirmed without a network before the browser was killed is sent by the next one, once', async ({
  extension,
  gateway,
  erp,
  host,
  records,
}) => {
  const panel = await writeOn(extension, host, gateway.url, erp.url);
  const protocol = await panel.protocol();
  gateway.fail('cut');
  await panel.button(/^OK/).click();
  await expect(panel.row(TEXT)).toContainText(/Guardado aqui|Na fila/);
  await killBrowser(extension);
  gateway.fail(null);
  expect(await records.texts(TEXT)).toEqual([]);

  await withBrowserAgain(extension, async (reopened) => {
    await expect.poll(() => records.texts(TEXT)).toEqual([TEXT]);
    await expect.poll(() => deliveryStates(reopened.worker)).toEqual(['confirmed']);
    expect(await draftTexts(reopened.worker)).toEqual([]);
  });
  expect(await records.ticketsByProtocol(protocol)).toMatchObject([{ opinion_count: 1 }]);
});

test('a request that outlives its browser makes nothing twice', async ({
  extension,
  gateway,
  erp,
  host,
  records,
}) => {
  const panel = await writeOn(extension, host, gateway.url, erp.url);
  gateway.fail('hold', opensTicket);
  await panel.button(/^OK/).click();
  await expect(panel.row(TEXT)).toContainText('Enviando');
  await expect.poll(() => gateway.held()).toBe(1);
  await killBrowser(extension);
  gateway.release();
  await expect.poll(() => records.texts(TEXT)).toEqual([TEXT]);

  await withBrowserAgain(extension, async (reopened) => {
    await expect.poll(() => deliveryStates(reopened.worker)).toEqual(['confirmed']);
    expect(gateway.answered('POST /tickets')).toBe(2);
  });
  expect(await records.texts(TEXT)).toEqual([TEXT]);
});

test('of a browser that is killed while typing, what was shown as kept is there, and all but the last quarter of a second', async ({
  extension,
  server,
  erp,
  host,
  records,
}) => {
  const panel = await writeOn(extension, host, server.url, erp.url, 'Palavras:');
  await panel.editor.press('End');
  const seen = await watchWriting(host, panel.frame);
  let typed = 'Palavras:';
  let words = 0;
  const write = async (count: number) => {
    for (const end = words + count; words < end; words += 1) {
      await host.keyboard.type(` p${words}`);
      typed += ` p${words}`;
    }
  };
  await write(20);
  await expect.poll(() => seen.kept).toBe(typed);
  const shown = seen.kept.length;
  // Without a pause, as a quick agent types, until more than what was shown as kept is overdue.
  while (seen.overdue.length <= shown) await write(1);
  const { kept, overdue } = { ...seen };
  await killBrowser(extension);

  await withBrowserAgain(extension, async (reopened) => {
    const [text = '', ...others] = await draftTexts(reopened.worker);
    expect(others).toEqual([]);
    expect(typed.startsWith(text), `"${text}" begins "${typed}"`).toBe(true);
    expect(text.startsWith(kept), `"${text}" holds "${kept}", which was shown as kept`).toBe(true);
    expect(text.startsWith(overdue), `"${text}" holds "${overdue}", which was old enough`).toBe(true);

    const page = await reopened.context.newPage();
    await page.goto(`${erp.url}/pessoas/000318`);
    await expectLauncher(page, { code: '000318' });
    await clickLauncher(page);
    const after = createPanelPage(await panelFrame(page));
    await after.row('Palavras:').click();
    await expect(after.editor).toHaveText(text);
    await after.button(/^OK/).click();
    await expect.poll(() => records.texts('Palavras:')).toEqual([text]);
  });
});

/** What the screen has said of the text until now. */
interface SeenWriting {
  /** The longest text that stood there while it was shown as kept. */
  kept: string;
  /** The longest text that stood there 250 ms and one bare write ago, by the page's own clock. */
  overdue: string;
}

/** Follows the editor from inside of the page, and tells at once, so that nothing waits for the browser when it is gone. */
async function watchWriting(host: Page, frame: Frame | Page): Promise<SeenWriting> {
  const seen: SeenWriting = { kept: '', overdue: '' };
  host.on('console', (message) => {
    const [, kind, text] = /^seen (kept|overdue) (.*)$/.exec(message.text()) ?? [];
    if (kind !== 'kept' && kind !== 'overdue') return;
    if (text !== undefined && text.length > seen[kind].length) seen[kind] = text;
  });
  await frame.evaluate(async () => {
    const text = () => document.querySelector('[contenteditable]')?.textContent ?? '';
    const isKept = () =>
      /^Guardado \d/.test(document.querySelector('.foot__note')?.textContent?.trim() ?? '');
    const yardstick = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('yardstick', 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore('texts');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    // As long as a write takes on this machine at this moment.
    const write = (value: string, done: () => void) => {
      const transaction = yardstick.transaction('texts', 'readwrite', { durability: 'strict' });
      transaction.objectStore('texts').put(value, 'text');
      transaction.oncomplete = done;
    };
    new MutationObserver(() => {
      const now = text();
      // A moment later, when text and note are of the same state.
      setTimeout(() => isKept() && console.log(`seen kept ${text()}`));
      setTimeout(() => write(now, () => console.log(`seen overdue ${now}`)), 250);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return seen;
}

async function writeOn(
  extension: ExtensionBrowser,
  host: Page,
  serverUrl: string,
  erpUrl: string,
  text = TEXT,
) {
  await signInQuickly(extension, serverUrl);
  const panel = await openPanelOn(host, `${erpUrl}/pessoas/000318`, RIO_PARDO);
  await panel.writeTicket(text);
  return panel;
}

/** Starts a browser on the profile of one that was killed. */
async function withBrowserAgain(
  { profile }: ExtensionBrowser,
  act: (browser: ExtensionBrowser) => Promise<void>,
): Promise<void> {
  const reopened = await launchExtension({ extension: extensionFolder(), profile });
  try {
    await act(reopened);
  } finally {
    await reopened.close();
  }
}
