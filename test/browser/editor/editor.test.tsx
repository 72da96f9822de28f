import { createRef } from 'preact';
import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { EditorHandle, RichTextEditorProps } from '../../../components/editor/editor-props.ts';
import { RichTextEditor } from '../../../components/editor/RichTextEditor.tsx';
import {
  emptyRichText,
  parseRichText,
  plainTextToRichText,
  type RichTextDocument,
} from '../../../domain/rich-text/document.ts';
import { isRichTextEmpty, richTextToPlainText } from '../../../domain/rich-text/plain-text.ts';
import { type MountOptions, mount } from '../../support/browser/mount.tsx';
import { SAMPLE } from '../gallery/sample-document.ts';

interface Opened {
  panel: HTMLElement;
  handle: EditorHandle;
  document: () => RichTextDocument;
}

async function openEditor(
  props: Partial<RichTextEditorProps> = {},
  options: MountOptions = {},
): Promise<Opened> {
  const handle = createRef<EditorHandle>();
  const panel = mount(
    <div class="form">
      <RichTextEditor
        label="Descrição"
        initialDocument={null}
        onChange={() => {}}
        autofocus
        {...props}
        handle={handle}
      />
    </div>,
    options,
  );
  await expect.poll(() => handle.current).not.toBeNull();
  const current = handle.current;
  if (current === null) throw new Error('The editor did not open.');
  return { panel, handle: current, document: () => current.getDocument() };
}

const field = () => page.getByRole('textbox', { name: 'Descrição' });
const tool = (name: string) => page.getByRole('button', { name, exact: true });
const types = (document: RichTextDocument) => document.content.map((node) => node.type);

describe('writing', () => {
  test('gives each change as a document, with the cursor', async () => {
    const onChange = vi.fn();
    const { document } = await openEditor({ onChange });
    await expect.element(field()).toHaveFocus();
    await userEvent.keyboard('José ligou');
    expect(richTextToPlainText(document())).toBe('José ligou');
    expect(onChange).toHaveBeenLastCalledWith(document(), { anchor: 11, head: 11 });
  });

  test('keys format: bold, italic, underline, and lists by how they begin', async () => {
    const { document } = await openEditor();
    await userEvent.keyboard('{Control>}b{/Control}forte{Control>}b{/Control} comum ');
    await userEvent.keyboard(
      '{Control>}i{/Control}itálico{Control>}iu{/Control}sublinhado{Control>}u{/Control}{Enter}',
    );
    await userEvent.keyboard('- um{Enter}dois{Enter}{Enter}1. três');
    const [first, ...rest] = document().content;
    expect(first?.content?.map((node) => [node.text, node.marks?.map((mark) => mark.type)])).toEqual([
      ['forte', ['bold']],
      [' comum ', undefined],
      ['itálico', ['italic']],
      ['sublinhado', ['underline']],
    ]);
    expect(rest.map((node) => node.type)).toEqual(['bulletList', 'orderedList', 'paragraph']);
  });

  test('Ctrl+Enter submits and writes nothing', async () => {
    const onSubmit = vi.fn();
    const { document } = await openEditor({ onSubmit });
    await userEvent.keyboard('pronto{Control>}{Enter}{/Control}');
    expect(onSubmit).toHaveBeenCalledOnce();
    expect(richTextToPlainText(document())).toBe('pronto');
  });

  test('Escape, and Ctrl+Enter without a submit of its own, go on to the screen', async () => {
    const { panel, document } = await openEditor();
    const seen: string[] = [];
    panel.addEventListener('keydown', (event) => {
      if (!event.defaultPrevented && event.key.length > 1) seen.push(event.key);
    });
    await userEvent.keyboard('a{Escape}{Control>}{Enter}{/Control}');
    expect(seen).toEqual(['Escape', 'Control', 'Enter']);
    expect(document()).toEqual(plainTextToRichText('a'));
  });

  test('a draft comes back as it was, with the cursor where it stood', async () => {
    const { handle } = await openEditor({
      initialDocument: SAMPLE,
      restoreSelection: { anchor: 3, head: 8 },
    });
    expect(parseRichText(handle.getDocument())).toEqual(parseRichText(SAMPLE));
    expect(handle.getSelection()).toEqual({ anchor: 3, head: 8 });
    await expect.element(field()).toHaveFocus();
  });

  test('a stored text that may not be kept still shows its words', async () => {
    const broken = {
      type: 'doc',
      content: [{ type: 'blink', content: [{ type: 'text', text: 'não me perca' }] }],
    };
    const { panel } = await openEditor({ initialDocument: broken as RichTextDocument });
    expect(panel.textContent).toContain('não me perca');
  });

  test('text is put in at the cursor, and all is cleared', async () => {
    const { handle, document } = await openEditor();
    await userEvent.keyboard('antes ');
    handle.insert('linha 1\nlinha 2');
    expect(richTextToPlainText(document())).toBe('antes linha 1\nlinha 2');
    handle.clear();
    expect(isRichTextEmpty(document())).toBe(true);
  });

  test('disabled, it shows the text and takes no key', async () => {
    const { panel, document } = await openEditor({ initialDocument: SAMPLE, disabled: true });
    await expect.element(field()).toHaveAttribute('contenteditable', 'false');
    field().element().focus();
    const before = document();
    await userEvent.keyboard('x');
    expect(document()).toEqual(before);
    expect(panel.textContent).toContain('José ligou');
  });
});

describe('the toolbar', () => {
  test('is one stop of the Tab key, with arrows inside, and says what is on', async () => {
    const { document } = await openEditor();
    await userEvent.keyboard('palavra{Control>}a{/Control}');
    await userEvent.tab({ shift: true });
    await expect.element(tool('Negrito')).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(tool('Itálico')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(tool('Itálico')).toHaveAttribute('aria-pressed', 'true');
    expect(document().content[0]?.content?.[0]?.marks).toEqual([{ type: 'italic' }]);
    await expect.element(field()).toHaveFocus();
    await userEvent.tab({ shift: true });
    await expect.element(tool('Itálico')).toHaveFocus();
    await userEvent.keyboard('{Home}{ArrowLeft}');
    await expect.element(tool('Mais formatos')).toHaveFocus();
  });

  test('keeps the frequent tools in a narrow panel, and the rest in the menu', async () => {
    const { document } = await openEditor({}, { width: 360 });
    await expect.element(tool('Negrito')).toBeVisible();
    expect(page.getByRole('button', { name: 'Tachado' }).elements()).toHaveLength(0);
    await userEvent.keyboard('riscado{Control>}a{/Control}');
    await userEvent.click(tool('Mais formatos'));
    await userEvent.click(page.getByRole('menuitemcheckbox', { name: 'Tachado' }));
    await expect.poll(() => document().content[0]?.content?.[0]?.marks).toEqual([{ type: 'strike' }]);
  });

  test('makes each kind of block', async () => {
    const { handle, document } = await openEditor({}, { width: 640 });
    for (const [name, type] of [
      ['Título', 'heading'],
      ['Lista', 'bulletList'],
      ['Lista numerada', 'orderedList'],
      ['Lista de conferência', 'taskList'],
      ['Tabela', 'table'],
    ] as const) {
      handle.clear();
      await userEvent.click(tool(name));
      expect(types(document())).toContain(type);
      expect(parseRichText(document()).ok).toBe(true);
    }
  });
});

describe('a link', () => {
  test('is written with Ctrl+K on what is selected, and taken away again', async () => {
    const { document } = await openEditor();
    await userEvent.keyboard('nota{Control>}a{/Control}{Control>}k{/Control}');
    await expect.element(page.getByRole('textbox', { name: 'Endereço do link' })).toHaveFocus();
    await userEvent.keyboard('example.com/nota{Enter}');
    const mark = () => document().content[0]?.content?.[0]?.marks?.[0];
    expect(mark()).toEqual({ type: 'link', attrs: { href: 'https://example.com/nota' } });
    await expect.element(field()).toHaveFocus();
    await userEvent.keyboard('{Control>}k{/Control}');
    await userEvent.click(page.getByRole('button', { name: 'Tirar link' }));
    expect(mark()).toBeUndefined();
  });

  test('to a script is refused in words, and Escape goes back to the text', async () => {
    const { document } = await openEditor();
    await userEvent.keyboard('nota{Control>}a{/Control}{Control>}k{/Control}');
    await userEvent.keyboard('javascript:alert(1){Enter}');
    await expect.element(page.getByText(/^Esse endereço não é aceito/)).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(field()).toHaveFocus();
    expect(JSON.stringify(document())).not.toContain('link');
  });
});

test('an empty editor shows what to write, and its document is the empty one', async () => {
  const { document, panel } = await openEditor({ placeholder: 'O que aconteceu' });
  expect(document()).toEqual(emptyRichText());
  const paragraph = panel.querySelector('p.is-empty');
  expect(paragraph?.getAttribute('data-placeholder')).toBe('O que aconteceu');
});
