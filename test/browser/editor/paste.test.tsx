import { createRef } from 'preact';
import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { EditorHandle, RichTextEditorProps } from '../../../components/editor/editor-props.ts';
import { RichTextEditor } from '../../../components/editor/RichTextEditor.tsx';
import { parseRichText, plainTextToRichText } from '../../../domain/rich-text/document.ts';
import type { ImageUsage } from '../../../domain/rich-text/limits.ts';
import { mount } from '../../support/browser/mount.tsx';
import { PIXEL } from '../gallery/sample-document.ts';

async function openEditor(props: Partial<RichTextEditorProps> = {}) {
  const handle = createRef<EditorHandle>();
  const panel = mount(
    <RichTextEditor
      label="Descrição"
      initialDocument={null}
      onChange={() => {}}
      autofocus
      {...props}
      handle={handle}
    />,
  );
  await expect.poll(() => handle.current).not.toBeNull();
  const editable = panel.querySelector<HTMLElement>('[contenteditable]');
  if (handle.current === null || editable === null) throw new Error('The editor did not open.');
  return { panel, editable, handle: handle.current };
}

function paste(target: HTMLElement, contents: { html?: string; text?: string; files?: File[] }) {
  const data = new DataTransfer();
  if (contents.html !== undefined) data.setData('text/html', contents.html);
  if (contents.text !== undefined) data.setData('text/plain', contents.text);
  for (const file of contents.files ?? []) data.items.add(file);
  target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
}

/** A PNG of noise, that weighs at least so much. */
async function noise(bytes: number, name = 'tela.png'): Promise<File> {
  const side = Math.ceil(Math.sqrt(bytes / 3));
  const canvas = new OffscreenCanvas(side, side);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('No canvas.');
  const pixels = context.createImageData(side, side);
  let seed = 1;
  for (let index = 0; index < pixels.data.length; index += 1) {
    seed = Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
    pixels.data[index] = index % 4 === 3 ? 255 : seed >>> 24;
  }
  context.putImageData(pixels, 0, 0);
  return new File([await canvas.convertToBlob({ type: 'image/png' })], name, { type: 'image/png' });
}

const HOSTILE = `
  <script>window.hacked = true</script>
  <style>body { display: none }</style>
  <p onclick="window.hacked = true" style="position: fixed">clique <a href="javascript:window.hacked=true">aqui</a></p>
  <p><a href=" java&#10;script:window.hacked=true">e aqui</a> ou <a href="https://example.com" onmouseover="x()">ali</a></p>
  <img src="x" onerror="window.hacked = true">
  <img src="https://tracker.example/pixel.png">
  <img src="data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9ImFsZXJ0KDEpIi8+">
  <img src="${PIXEL}" onload="window.hacked = true" alt="tela">
  <iframe srcdoc="<script>parent.hacked = true</script>"></iframe>
  <svg onload="window.hacked = true"><foreignObject><p>dentro</p></foreignObject></svg>
  <form action="https://example.com"><input value="senha"><button>enviar</button></form>
  <ol start="-9"><li>um</li></ol>
  <table><tr><td colspan="100000" rowspan="x" align="center" data-colwidth="9999999">célula</td></tr></table>
  <pre><code class="language-<b>">código</code></pre>`;

describe('pasted HTML', () => {
  test('however hostile, leaves only what a document may hold, and nothing runs', async () => {
    const { panel, editable, handle } = await openEditor();
    paste(editable, { html: HOSTILE });
    const document = handle.getDocument();
    expect(parseRichText(document)).toMatchObject({ ok: true });
    const text = JSON.stringify(document);
    for (const word of ['clique', 'aqui', 'ali', 'um', 'célula', 'código', 'https://example.com']) {
      expect(text).toContain(word);
    }
    expect(text).not.toMatch(/javascript|script:|onclick|tracker|svg|align/i);
    expect(
      panel.querySelectorAll('script, iframe, form, style, [onclick], [onload], [onerror]'),
    ).toHaveLength(0);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect('hacked' in window).toBe(false);
  });

  test('keeps the formats that a document has', async () => {
    const { editable, handle } = await openEditor();
    paste(editable, {
      html: '<h2>T</h2><p><b>a</b><i>b</i><u>c</u><s>d</s><code>e</code></p><blockquote>f</blockquote>',
    });
    const { content } = handle.getDocument();
    expect(content.slice(0, 3).map((node) => node.type)).toEqual(['heading', 'paragraph', 'blockquote']);
    expect(content[1]?.content?.map((node) => node.marks?.[0]?.type)).toEqual([
      'bold',
      'italic',
      'underline',
      'strike',
      'code',
    ]);
  });

  test('plain text comes in without characters that cannot be stored', async () => {
    const { editable, handle } = await openEditor();
    paste(editable, { text: 'a\0b\ud800c' });
    expect(parseRichText(handle.getDocument())).toMatchObject({ ok: true });
  });
});

describe('what is too much for a document', () => {
  test('nested deeper than a document may be, gives its words', async () => {
    const { editable, handle } = await openEditor();
    paste(editable, { html: `${'<blockquote>'.repeat(60)}no fundo${'</blockquote>'.repeat(60)}` });
    expect(handle.getDocument().content[0]).toEqual({
      type: 'paragraph',
      content: [{ type: 'text', text: 'no fundo' }],
    });
  });

  test('longer than a document may be, stays outside, and the text is as it was', async () => {
    const { editable, handle } = await openEditor({ initialDocument: plainTextToRichText('já escrito') });
    paste(editable, { text: 'linha de um registro\n'.repeat(15_000) });
    await expect.element(page.getByText(/grande demais para um parecer/)).toBeVisible();
    expect(handle.getDocument()).toEqual(plainTextToRichText('já escrito'));
  });
});

describe('images', () => {
  test('pasted, go into the document and are counted', async () => {
    const onImages = vi.fn<(usage: ImageUsage) => void>();
    const { editable, handle } = await openEditor({ onImages });
    const file = await noise(40_000);
    paste(editable, { files: [file] });
    await expect.element(page.getByText(/ KB de 1 MB$/)).toBeVisible();
    expect(onImages).toHaveBeenLastCalledWith({ bytes: file.size, count: 1, overBy: 0 });
    const image = handle.getDocument().content.find((node) => node.type === 'image');
    expect(image?.attrs).toMatchObject({ alt: 'tela', width: 116, height: 116 });
    expect(parseRichText(handle.getDocument()).ok).toBe(true);
  });

  test('are not replaced by what is typed next', async () => {
    const { editable, handle } = await openEditor();
    paste(editable, { files: [await noise(3000)] });
    await expect.poll(() => handle.getDocument().content.some((node) => node.type === 'image')).toBe(true);
    await userEvent.keyboard('veja acima');
    const { content } = handle.getDocument();
    expect(content.map((node) => node.type)).toEqual(['image', 'paragraph']);
    expect(content[1]?.content?.[0]?.text).toBe('veja acima');
  });

  test('over 1 MB are kept, and the meter says by how much', async () => {
    const onImages = vi.fn<(usage: ImageUsage) => void>();
    const { panel, editable } = await openEditor({ onImages });
    paste(editable, { files: [await noise(700_000), await noise(700_000)] });
    await expect.element(page.getByText(/de 1 MB, passa em \d+ KB$/)).toBeVisible();
    expect(panel.querySelectorAll('img')).toHaveLength(2);
    expect(panel.querySelector('.meter--over')).not.toBeNull();
    expect(onImages.mock.lastCall?.[0].overBy).toBeGreaterThan(0);
  });

  test('that are no images, or of a kind that can carry script, are refused in words', async () => {
    const { panel, editable } = await openEditor();
    paste(editable, {
      files: [
        new File(['<svg onload="alert(1)"/>'], 'logo.svg', { type: 'image/svg+xml' }),
        new File(['nada'], 'foto.png', { type: 'image/png' }),
      ],
    });
    await expect
      .element(page.getByText(/logo\.svg não pode entrar no texto.*foto\.png não abre como imagem/))
      .toBeVisible();
    expect(panel.querySelectorAll('img')).toHaveLength(0);
  });

  test('copied together with words, such as from a spreadsheet, give the words', async () => {
    const { editable, handle } = await openEditor();
    paste(editable, { html: '<table><tr><td>3</td><td>NCM</td></tr></table>', files: [await noise(3000)] });
    expect(handle.getDocument().content[0]?.type).toBe('table');
    expect(JSON.stringify(handle.getDocument())).not.toContain('data:image');
  });

  test('dropped, go in too', async () => {
    const { editable, handle } = await openEditor();
    const data = new DataTransfer();
    data.items.add(await noise(3000));
    const { left, top } = editable.getBoundingClientRect();
    const position = { clientX: left + 20, clientY: top + 15 };
    editable.dispatchEvent(
      new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true, ...position }),
    );
    await expect.poll(() => handle.getDocument().content.some((node) => node.type === 'image')).toBe(true);
  });
});
