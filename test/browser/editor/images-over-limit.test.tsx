import { createRef } from 'preact';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { EditorHandle } from '../../../components/editor/editor-props.ts';
import { RichTextEditor } from '../../../components/editor/RichTextEditor.tsx';
import { parseRichText } from '../../../domain/rich-text/document.ts';
import { IMAGE_BYTES_LIMIT, imageBytes } from '../../../domain/rich-text/limits.ts';
import { accessibilityFaults } from '../../support/browser/accessibility.ts';
import { mount } from '../../support/browser/mount.tsx';

/** A screenshot as heavy as they are: words on a picture of many colours. */
async function screenshot(number: number): Promise<File> {
  const canvas = new OffscreenCanvas(640, 360);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('No canvas.');
  const pixels = context.createImageData(640, 360);
  for (let index = 0; index < pixels.data.length; index += 1) {
    const place = index >> 2;
    const noise = Math.imul(place + number, 0x9e3779b1) >>> 29;
    pixels.data[index] =
      index % 4 === 3 ? 255 : 90 + 60 * Math.sin((place % 640) / 70 + number) + (index % 4) * 20 + noise;
  }
  context.putImageData(pixels, 0, 0);
  context.fillText(`tela ${number}`, 20, 20);
  return new File([await canvas.convertToBlob({ type: 'image/png' })], `tela ${number}.png`, {
    type: 'image/png',
  });
}

async function pasteNine() {
  const handle = createRef<EditorHandle>();
  const panel = mount(
    <RichTextEditor label="Descrição" initialDocument={null} onChange={() => {}} autofocus handle={handle} />,
  );
  await expect.poll(() => handle.current).not.toBeNull();
  const document = () => {
    const current = handle.current?.getDocument();
    if (current === undefined) throw new Error('The editor is gone.');
    return current;
  };
  const images = () => document().content.filter((node) => node.type === 'image');
  const files = await Promise.all(Array.from({ length: 9 }, (_, number) => screenshot(number)));
  for (const [index, file] of files.entries()) {
    await userEvent.keyboard(`Passo ${index + 1}`);
    const data = new DataTransfer();
    data.items.add(file);
    panel
      .querySelector('[contenteditable]')
      ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    await expect.poll(images).toHaveLength(index + 1);
  }
  return { panel, files, document, images };
}

test('nine screenshots in a row stay whole, byte by byte, with every word between them', async () => {
  const { files, document, images } = await pasteNine();
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  expect(bytes).toBeGreaterThan(IMAGE_BYTES_LIMIT);
  expect(imageBytes(document())).toBe(bytes);
  for (const [index, image] of images().entries()) {
    const kept = await (await fetch(String(image.attrs?.src))).arrayBuffer();
    expect(kept.byteLength).toBe(files[index]?.size);
  }
  expect(
    document()
      .content.flatMap((node) => node.content ?? [])
      .map((node) => node.text),
  ).toEqual(files.map((_, index) => `Passo ${index + 1}`));
  expect(parseRichText(document()).ok).toBe(true);
});

test('over the limit lighter images are offered with both sizes; the originals stay until then, and one undo brings them back', async () => {
  const { panel, document } = await pasteNine();
  const before = imageBytes(document());
  await expect.element(page.getByText(/ de 1 MB, passa em /)).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Reduzir imagens' }));
  const accept = page.getByRole('button', { name: 'Usar as reduzidas' });
  await expect.element(accept, { timeout: 10_000 }).toBeVisible();
  await expect.element(page.getByText(/^De [\d,]+ MB para [\d,]+ KB\.$/)).toBeVisible();
  expect(await accessibilityFaults(panel)).toEqual([]);
  expect(imageBytes(document())).toBe(before);
  await userEvent.click(accept);
  expect(imageBytes(document())).toBeLessThanOrEqual(IMAGE_BYTES_LIMIT);
  await expect.element(page.getByText(/ de 1 MB$/)).toBeVisible();
  await expect.element(accept).not.toBeInTheDocument();
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(imageBytes(document())).toBe(before);
  await expect.element(page.getByRole('button', { name: 'Reduzir imagens' })).toBeVisible();
});

test('whoever keeps the originals has them', async () => {
  const { document } = await pasteNine();
  const before = document();
  await userEvent.click(page.getByRole('button', { name: 'Reduzir imagens' }));
  await userEvent.click(page.getByRole('button', { name: 'Manter as originais' }));
  expect(document()).toEqual(before);
  await expect.element(page.getByText(/ de 1 MB, passa em /)).toBeVisible();
});
