import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { mountPanel } from '../../support/browser/mount-panel.tsx';
import { panelScenes, type Scene } from '../gallery/panel-scenes.ts';

async function open(name: string) {
  await page.viewport(360, 800);
  const scene = panelScenes[name] as Scene;
  const world = scene.world();
  await mountPanel(world, { width: 360 });
  await scene.act?.(world);
}
const elements = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];

test.each(['new-ticket', 'ticket-fields', 'new-ticket-more'])(
  'no label of %s reaches into its field at 360 pixels',
  async (name) => {
    await open(name);
    const labels = elements('.fr > .lbl');
    expect(labels.length).toBeGreaterThan(2);
    const wide = labels.filter((label) => label.scrollWidth > label.clientWidth);
    expect(wide.map((label) => label.textContent)).toEqual([]);
  },
);

test('what can be searched for is read whole at 360 pixels', async () => {
  await open('none');
  await page
    .getByRole('button', { name: /Localizar cliente/ })
    .first()
    .click();
  const input = document.querySelector<HTMLInputElement>('.find input');
  if (input === null) throw new Error('The search is not open.');
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) throw new Error('Nothing measures text.');
  context.font = getComputedStyle(input).font;
  expect(context.measureText(input.placeholder).width).toBeLessThan(input.clientWidth);
});

test('a closed ticket shows its history and who closed it', async () => {
  await open('ticket-closed');
  await expect.element(page.getByText(/^Renovado e instalado no servidor de NF-e\. Nota/)).toBeVisible();
  await expect.element(page.getByText(/encerrou o atendimento/)).toBeVisible();
});
