import { createRef } from 'preact';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { CaptureDialog } from '../../../components/editor/capture/CaptureDialog.tsx';
import type { EditorHandle } from '../../../components/editor/editor-props.ts';
import { RichTextEditor } from '../../../components/editor/RichTextEditor.tsx';
import { err, ok } from '../../../domain/result.ts';
import type { PageShot } from '../../../state/ports.ts';
import { accessibilityFaults } from '../../support/browser/accessibility.ts';
import { mount } from '../../support/browser/mount.tsx';

/** A white page of 400 × 200, drawn twice as large, with two black numbers on it. */
const NUMBERS = [
  { x: 20, y: 20, width: 120, height: 16 },
  { x: 200, y: 120, width: 120, height: 16 },
];

async function aShot(): Promise<PageShot> {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [800, 400];
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('No canvas.');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, 800, 400);
  context.fillStyle = '#000';
  context.font = 'bold 28px monospace';
  for (const { x, y } of NUMBERS) context.fillText('390.533.447-05', x * 2, y * 2 + 26);
  return { image: canvas.toDataURL('image/png'), width: 400, height: 200, areas: NUMBERS };
}

async function pixelsOf(
  file: Blob,
): Promise<{ width: number; height: number; darkAt: (area: (typeof NUMBERS)[0]) => number }> {
  const bitmap = await createImageBitmap(file);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('No canvas.');
  context.drawImage(bitmap, 0, 0);
  return {
    width: bitmap.width,
    height: bitmap.height,
    /** Pixels that are nearly black in an area of the page. */
    darkAt({ x, y, width, height }) {
      const { data } = context.getImageData(x * 2, y * 2, width * 2, height * 2);
      let dark = 0;
      for (let index = 0; index < data.length; index += 4) if ((data[index] ?? 255) < 25) dark += 1;
      return dark;
    },
  };
}

async function openDialog(theme: 'light' | 'dark' = 'light', width = 400) {
  const files: File[] = [];
  const shot = await aShot();
  const panel = mount(
    <CaptureDialog shot={shot} onInsert={(file) => files.push(file)} onCancel={() => {}} />,
    { theme, width },
  );
  await expect.element(page.getByRole('list', { name: 'Marcas na imagem' })).toBeVisible();
  const insert = async () => {
    await userEvent.click(page.getByRole('button', { name: 'Pôr no texto' }));
    await expect.poll(() => files).toHaveLength(1);
    return pixelsOf(files[0] as File);
  };
  return { panel, insert };
}

test('numbers are blurred in the pixels of the file, and the agent may take one off', async () => {
  const { insert } = await openDialog();
  await expect.element(page.getByText(/^2 números de CPF, CNPJ ou cartão estão desfocados/)).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Tirar: CPF, CNPJ ou cartão desfocado 2' }));
  const { width, height, darkAt } = await insert();
  expect([width, height]).toEqual([800, 400]);
  expect(darkAt(NUMBERS[0] as (typeof NUMBERS)[0])).toBe(0);
  expect(darkAt(NUMBERS[1] as (typeof NUMBERS)[0])).toBeGreaterThan(100);
});

test('by keys alone: a crop, a box that is moved and taken off, and undo', async () => {
  const { insert } = await openDialog();
  await userEvent.tab();
  const tool = (name: string) => page.getByRole('button', { name, exact: true });
  tool('Caixa').element().focus();
  await userEvent.keyboard('{Enter}');
  const box = page.getByRole('button', { name: 'Caixa 1', exact: true });
  await expect.element(box).toHaveFocus();
  await userEvent.keyboard('{ArrowRight}{Shift>}{ArrowDown}{/Shift}{Delete}');
  await expect.element(box).not.toBeInTheDocument();
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.element(box).toBeVisible();
  tool('Cortar').element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('button', { name: 'Cortar', exact: true }).last()).toHaveFocus();
  const { width, height } = await insert();
  expect([width, height]).toEqual([640, 320]);
});

test('by pointer: a stroke on the picture is a blur', async () => {
  const { panel } = await openDialog('light', 640);
  const canvas = panel.querySelector('canvas');
  if (canvas === null) throw new Error('No picture.');
  const { left, top } = canvas.getBoundingClientRect();
  const at = (type: string, x: number, y: number) =>
    canvas.dispatchEvent(
      new PointerEvent(type, { clientX: left + x, clientY: top + y, bubbles: true, button: 0, pointerId: 1 }),
    );
  canvas.setPointerCapture = () => {};
  at('pointerdown', 30, 30);
  at('pointermove', 80, 60);
  await new Promise((resolve) => requestAnimationFrame(resolve));
  at('pointerup', 80, 60);
  await expect.element(page.getByRole('button', { name: 'Desfocar 1', exact: true })).toHaveFocus();
});

test.each(['light', 'dark'] as const)('is accessible in %s', async (theme) => {
  const { panel } = await openDialog(theme, 360);
  expect(await accessibilityFaults(panel)).toEqual([]);
});

test('from the toolbar the page comes into the text, after the browser’s gesture where it wants one', async () => {
  const handle = createRef<EditorHandle>();
  const shot = await aShot();
  let grant = () => {};
  const shoot = (onWait: () => void) => {
    onWait();
    return new Promise<ReturnType<typeof ok<PageShot>>>((resolve) => {
      grant = () => resolve(ok(shot));
    });
  };
  mount(
    <RichTextEditor
      label="Descrição"
      initialDocument={null}
      onChange={() => {}}
      handle={handle}
      shoot={shoot}
    />,
  );
  await userEvent.click(page.getByRole('button', { name: 'Capturar a página' }));
  await expect.element(page.getByText(/^O navegador pede um gesto seu/)).toBeVisible();
  grant();
  await userEvent.click(page.getByRole('button', { name: 'Pôr no texto' }));
  await expect
    .poll(() => handle.current?.getDocument().content.find((node) => node.type === 'image')?.attrs?.alt)
    .toBe('Captura da página');
  await expect.element(page.getByText(/^O navegador pede/)).not.toBeInTheDocument();
});

test('a page that cannot be captured says so', async () => {
  const shoot = async () => err({ code: 'not-captured', message: 'O navegador não capturou esta página.' });
  mount(<RichTextEditor label="Descrição" initialDocument={null} onChange={() => {}} shoot={shoot} />);
  await userEvent.click(page.getByRole('button', { name: 'Capturar a página' }));
  await expect.element(page.getByText('O navegador não capturou esta página.')).toBeVisible();
});

test('without a page there is nothing to capture', async () => {
  mount(<RichTextEditor label="Descrição" initialDocument={null} onChange={() => {}} />);
  await expect.element(page.getByRole('button', { name: 'Imagem' })).toBeVisible();
  expect(page.getByRole('button', { name: 'Capturar a página' }).elements()).toHaveLength(0);
});
