import { expect, type Locator, type Page } from '@playwright/test';
import { createPanelPage, panelFrame } from './panel.ts';

/** The demo softphone in a tab. */
export interface Softphone {
  page: Page;
  /** Rings with one of its sample callers, by what its list says of them, or with a number. */
  ring(about: { sample: string } | { number: string }): Promise<void>;
  answer(): Promise<void>;
  hangUp(): Promise<void>;
}

export async function openSoftphone(page: Page, erpUrl: string): Promise<Softphone> {
  await page.goto(`${erpUrl}/telefone`);
  return {
    page,
    async ring(about) {
      if ('number' in about) await page.getByLabel('Outro número').fill(about.number);
      else {
        const option = page.locator('#quem option', { hasText: about.sample }).first();
        await page
          .locator('#quem')
          .selectOption({ index: await option.evaluate((one) => (one as HTMLOptionElement).index) });
        await page.getByLabel('Outro número').fill('');
      }
      await page.getByRole('button', { name: 'Tocar' }).click();
    },
    answer: () => page.getByRole('button', { name: 'Atender' }).click(),
    hangUp: () => page.locator('#desligar').click(),
  };
}

/** The card of a call over this page, and the panel that takes its place. */
export async function callCardOn(page: Page) {
  const panel = createPanelPage(await panelFrame(page));
  const card = panel.frame.getByRole('dialog', { name: /^Ligação/ });
  await expect(card).toBeVisible();
  return { panel, card };
}

/**
 * Clicks until the act has had an effect, which takes this off the screen: in the first moment after showing an act does nothing, and a button
 * that becomes another one is away for a moment without any click.
 */
export async function clickUntilGone(button: Locator, gone: Locator = button): Promise<void> {
  let clicked = false;
  await expect(async () => {
    if (!clicked || (await gone.isVisible())) {
      await button.click({ timeout: 5000 });
      clicked = true;
    }
    await expect(gone).toBeHidden({ timeout: 1500 });
  }).toPass();
}
