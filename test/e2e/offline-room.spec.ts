import type { Page } from '@playwright/test';
import { openPanelOn, RIO_PARDO, signInQuickly } from '../support/e2e/agent.ts';
import { expect, test } from '../support/e2e/test.ts';

test('on a machine without room the text stays on screen, says so, and is copied with its formats', async ({
  extension,
  server,
  erp,
  host,
  records,
}) => {
  await signInQuickly(extension, server.url);
  const panel = await openPanelOn(host, `${erp.url}/spa/000318`, RIO_PARDO);
  await panel.writeTicket('Antes ');
  await expect(panel.frame.getByText(/^Guardado/)).toBeVisible();
  // What the browser does when the disk is full.
  await panel.frame.evaluate(() => {
    const { prototype } = IDBObjectStore;
    const { put, add } = prototype;
    const full = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    prototype.put = full;
    prototype.add = full;
    Object.assign(globalThis, { freeDisk: () => Object.assign(prototype, { put, add }) });
  });
  await panel.editor.press('Control+b');
  await host.keyboard.type('e agora');
  const alert = panel.frame.getByRole('alert');
  await expect(alert).toContainText('Não há espaço neste computador para guardar o texto.');
  await expect(panel.editor).toHaveText('Antes e agora');
  await panel.button(/^A concluir/).click();
  await expect(panel.editor).toHaveText('Antes e agora');
  await alert.getByRole('button', { name: 'Copiar texto' }).click();
  await expect(panel.frame.getByText('Copiado')).toBeVisible();
  expect(await pasteInto(host)).toBe('Antes <strong>e agora</strong>');

  await panel.frame.evaluate(() => (globalThis as unknown as { freeDisk(): void }).freeDisk());
  await panel.button(/^OK/).click();
  await expect.poll(() => records.countOpinions('Antes ')).toBe(1);
  expect(await records.countOpinions('e agora')).toBe(1);
});

/** What another program would get: pastes into a place of the host page and reads its formatted text. */
async function pasteInto(host: Page): Promise<string> {
  await host.evaluate(() => {
    const place = document.createElement('div');
    place.id = 'paste-here';
    place.contentEditable = 'true';
    document.body.prepend(place);
    place.addEventListener('paste', (event) => {
      event.preventDefault();
      const page = new DOMParser().parseFromString(
        event.clipboardData?.getData('text/html') ?? '',
        'text/html',
      );
      place.dataset.pasted =
        page.querySelector('p')?.innerHTML ?? event.clipboardData?.getData('text/plain') ?? '';
    });
    place.focus();
  });
  const place = host.locator('#paste-here');
  await place.click();
  await host.keyboard.press('Control+v');
  await expect(place).toHaveAttribute('data-pasted', /./);
  return (await place.getAttribute('data-pasted')) ?? '';
}
