import { expect, type Page } from '@playwright/test';

/** The launcher as it is drawn over a host page. */
export interface LauncherLook {
  /** `hidden`, `none`, `certain` or `offered`. */
  state: string;
  name: string;
  code: string;
  /** Accessible name. */
  label: string;
}

/** Reads it through its closed shadow root, as the browser's debugger can; null where the page has none. */
export async function readLauncher(page: Page): Promise<LauncherLook | null> {
  const session = await page.context().newCDPSession(page);
  try {
    const expression = 'document.querySelector("parecer-launcher")';
    const { result } = await session.send('Runtime.evaluate', { expression });
    if (!result.objectId) return null;
    const { node } = await session.send('DOM.describeNode', {
      objectId: result.objectId,
      depth: 5,
      pierce: true,
    });
    const button = node.shadowRoots?.[0]?.children?.find((child) => child.localName === 'button');
    if (!button) return null;
    const name = button.children?.[0]?.children?.[0]?.nodeValue ?? '';
    return {
      state: attributeOf(button.attributes, 'class'),
      name,
      code: attributeOf(button.attributes, 'data-code'),
      label: attributeOf(button.attributes, 'aria-label'),
    };
  } finally {
    await session.detach();
  }
}

/** Waits until the launcher shows this customer. */
export async function expectLauncher(page: Page, look: Partial<LauncherLook>): Promise<void> {
  await expect
    .poll(() => readLauncher(page), { message: 'what the launcher shows' })
    .toEqual(expect.objectContaining(look));
}

/**
 * Clicks where the design puts it: 36 high, 16 from the right, 96 from the bottom. A test's click does not give the tab the
 * keyboard as an agent's does, so the tab takes it before.
 */
export async function clickLauncher(page: Page): Promise<void> {
  await takeKeyboard(page);
  const size = page.viewportSize();
  if (!size) throw new Error('The page has no size.');
  await page.mouse.click(size.width - 16 - 18, size.height - 96 - 18);
}

/** Brings the tab to the front until its page hears keys, as it does for whoever is about to press one. */
export async function takeKeyboard(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.assign(globalThis, { keysHeard: 0 });
    const hear = () => {
      (globalThis as unknown as { keysHeard: number }).keysHeard += 1;
      removeEventListener('keyup', hear, true);
    };
    addEventListener('keyup', hear, true);
  });
  const hears = async () => {
    await page.bringToFront();
    await page.keyboard.press('Shift');
    return page.evaluate(() => (globalThis as unknown as { keysHeard: number }).keysHeard);
  };
  await expect.poll(hears, { message: 'keys that the page hears' }).toBeGreaterThan(0);
}

function attributeOf(attributes: readonly string[] | undefined, name: string): string {
  const at = attributes?.indexOf(name) ?? -1;
  return at < 0 ? '' : (attributes?.[at + 1] ?? '');
}
