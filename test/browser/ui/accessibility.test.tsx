import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ConfirmDialog } from '../../../components/ui/ConfirmDialog.tsx';
import { ToastRegion } from '../../../components/ui/ToastRegion.tsx';
import { createToasts } from '../../../components/ui/toasts.ts';
import { accessibilityFaults } from '../../support/browser/accessibility.ts';
import { mount } from '../../support/browser/mount.tsx';
import { Gallery, PART_NAMES } from '../gallery/Gallery.tsx';

const LOOKS = (['light', 'dark'] as const).flatMap((theme) =>
  ([360, 640] as const).map((width) => ({ theme, width })),
);

for (const { theme, width } of LOOKS) {
  test.each(PART_NAMES)(`the parts of “%s” are accessible in ${theme} at ${width} px`, async (only) => {
    const panel = mount(<Gallery only={only} />, { theme, width });
    await expect.element(page.elementLocator(panel)).toBeVisible();
    if (only === 'editor') await expect.element(page.getByRole('textbox', { name: 'Vazio' })).toBeVisible();
    expect(await accessibilityFaults(panel)).toEqual([]);
  });
}

test.each(['light', 'dark'] as const)('what opens over the screen is accessible in %s', async (theme) => {
  const panel = mount(
    <>
      <Gallery only="form" />
      <Gallery only="buttons" />
    </>,
    { theme },
  );
  await userEvent.click(page.getByRole('combobox', { name: 'Tipo' }));
  await expect.element(page.getByRole('option', { name: /Apuração de ICMS/ })).toBeVisible();
  expect(await accessibilityFaults(panel)).toEqual([]);
  await userEvent.keyboard('{Escape}');

  await userEvent.click(page.getByRole('button', { name: /Data do próximo contato/ }));
  await expect.element(page.getByRole('option', { name: 'Hoje, 18:00' })).toBeVisible();
  expect(await accessibilityFaults(panel)).toEqual([]);
  await userEvent.keyboard('{Escape}');

  await userEvent.click(page.getByRole('button', { name: 'Mais ações' }));
  await expect.element(page.getByRole('menuitem', { name: 'Copiar código' })).toBeVisible();
  expect(await accessibilityFaults(panel)).toEqual([]);
});

test.each(['light', 'dark'] as const)('dialog and toast are accessible in %s', async (theme) => {
  const toasts = createToasts();
  toasts.show({ text: 'Rascunho apagado', undo: () => {} });
  const panel = mount(
    <>
      <ToastRegion toasts={toasts} />
      <ConfirmDialog
        title="Apagar os dados deste computador?"
        confirmLabel="Apagar 3 pareceres"
        onConfirm={() => {}}
        onCancel={() => {}}
      >
        3 pareceres a concluir ainda não foram enviados.
      </ConfirmDialog>
    </>,
    { theme },
  );
  await expect.element(page.getByRole('alertdialog')).toBeVisible();
  // Colours are judged once the entrance is over.
  await Promise.all(document.getAnimations().map((animation) => animation.finished));
  expect(await accessibilityFaults(panel)).toEqual([]);
});
