import type { Locator } from '@playwright/test';

/** A PNG of one pixel, base64. */
export const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Pastes a picture, as a screenshot tool leaves it on the clipboard. */
export async function pasteImage(editor: Locator, base64 = PIXEL): Promise<void> {
  await editor.evaluate((element, data) => {
    const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([bytes], 'tela.png', { type: 'image/png' }));
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, base64);
  await editor.locator('img').first().waitFor();
}
