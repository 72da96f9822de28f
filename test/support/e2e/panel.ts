import { expect, type Frame, type Locator, type Page } from '@playwright/test';

/** Id that the manifest's key fixes. */
export const EXTENSION_ID = 'fghiaenknhifoefdlpbcanjgdgiolkec';
const PANEL = `chrome-extension://${EXTENSION_ID}/panel.html`;

/** Waits for the panel's frame in a host page. It is behind a closed shadow root, yet a frame like any other. */
export async function panelFrame(page: Page): Promise<Frame> {
  const find = () => page.frames().find((frame) => frame.url().startsWith(PANEL));
  await expect.poll(find, { message: 'the frame of the panel' }).toBeTruthy();
  const frame = find();
  if (!frame) throw new Error('The frame of the panel went away.');
  return frame;
}

/**
 * Replaces what stands in a field of the panel, as an agent does: with a click first. `fill` alone types into whatever frame the browser gives
 * the keys to at that moment, and right after the panel was opened that may still be the host page:
 * so it is looked at whether the text arrived.
 */
export async function fillIn(field: Locator, text: string): Promise<void> {
  await expect(async () => {
    await field.click();
    await expect(field).toBeFocused();
    await field.fill(text);
    const held = await field.evaluate((element) =>
      'value' in element ? String(element.value) : (element.textContent ?? ''),
    );
    expect(held).toContain(text.split('\n')[0] ?? '');
  }).toPass();
}

/** What an agent sees and does in a panel. */
export interface PanelPage {
  frame: Frame | Page;
  /** Name at the head of the panel. */
  customer: Locator;
  code: Locator;
  tab(name: 'Cliente' | 'Fila' | 'Pendentes'): Locator;
  button(name: string | RegExp): Locator;
  /** Rows of tickets and drafts on the screen. */
  row(text: string | RegExp): Locator;
  /** Rows of the customer's open tickets, as the server has them. */
  openTickets: Locator;
  /** What the corner of the tabs says of sending. */
  sync: Locator;
  banner(text: string | RegExp): Locator;
  signIn(login: string, password: string): Promise<void>;
  /** Types in a combobox and takes the option of this name. */
  choose(field: string | RegExp, query: string, option: string | RegExp): Promise<void>;
  /** Opens a date's chip, types words and takes what they mean. */
  date(label: string, words: string): Promise<void>;
  /** The text being written. */
  editor: Locator;
  /** Protocol of the new ticket, as 13 digits. */
  protocol(): Promise<string>;
  /** Begins a ticket for the customer on screen; says that it is the right one where the page only offered it. */
  openNewTicket(): Promise<void>;
  /** Begins a ticket of a type that asks for nothing more, with this text. */
  writeTicket(text: string): Promise<void>;
}

/** The panel in a frame of a host page, or in a tab of its own. */
export function createPanelPage(frame: Frame | Page): PanelPage {
  const button = (name: string | RegExp) => frame.getByRole('button', { name, exact: true });
  const editor = frame.getByRole('textbox', { name: /^(Descrição do parecer|Novo parecer)/ });
  const panel: PanelPage = {
    frame,
    customer: frame.getByRole('heading', { level: 1 }),
    code: frame.locator('.head__meta .num'),
    tab: (name) => frame.getByRole('tab', { name: new RegExp(`^${name}`) }),
    button,
    openTickets: frame
      .locator('section')
      .filter({ has: frame.getByRole('heading', { name: 'Em aberto' }) })
      .locator('[data-ticket]'),
    row: (text) => frame.locator('[data-row]').filter({ hasText: text }),
    sync: frame.locator('.sync'),
    banner: (text) => frame.getByRole('status').filter({ hasText: text }),
    editor,
    async signIn(login, password) {
      await fillIn(frame.getByRole('textbox', { name: /^Usuário/ }), login);
      await fillIn(frame.getByLabel(/^Senha/), password);
      await frame.getByRole('button', { name: 'Entrar', exact: true }).click();
    },
    async choose(field, query, option) {
      const box = frame.getByRole('combobox', { name: field, exact: true });
      await box.click();
      await box.fill(query);
      await frame.getByRole('option', { name: option }).first().click();
      await expect(frame.getByRole('option')).toHaveCount(0);
    },
    async date(label, words) {
      await button(new RegExp(`^${label}`)).click();
      const box = frame.getByRole('combobox', { name: label, exact: true });
      await expect(box).toBeFocused();
      await box.fill(words);
      await box.press('Enter');
      await expect(box).toHaveCount(0);
    },
    async protocol() {
      const number = frame.locator('[data-protocol]');
      await expect(number).toBeVisible();
      return (await number.innerText()).replace(/\D/g, '');
    },
    async openNewTicket() {
      const begin = button(/^Novo atendimento/);
      await expect(begin.or(editor).first()).toBeVisible();
      // A page that was loaded again has its text on the screen already.
      if (await editor.isVisible()) return;
      await begin.click();
      const confirm = button('É este');
      await expect(confirm.or(editor)).toBeVisible();
      if (await confirm.isVisible()) await confirm.click();
      await expect(editor).toBeVisible();
    },
    async writeTicket(text) {
      await panel.openNewTicket();
      await panel.choose(/^Tipo( obrigatório)?$/, '1.2.2', /Dúvida de estoque/);
      await fillIn(editor, text);
    },
  };
  return panel;
}
