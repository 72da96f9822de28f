import { createRef } from 'preact';
import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { EditorHandle, RichTextEditorProps } from '../../../components/editor/editor-props.ts';
import { RichTextEditor } from '../../../components/editor/RichTextEditor.tsx';
import { richTextToPlainText } from '../../../domain/rich-text/plain-text.ts';
import { accessibilityFaults } from '../../support/browser/accessibility.ts';
import { mount } from '../../support/browser/mount.tsx';

async function openEditor(props: Partial<RichTextEditorProps> = {}, theme: 'light' | 'dark' = 'light') {
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
    { theme, width: 640 },
  );
  await expect.element(field()).toHaveFocus();
  await expect.poll(() => handle.current).not.toBeNull();
  const { current } = handle;
  if (current === null) throw new Error('The editor did not open.');
  return { panel, document: () => current.getDocument() };
}

const field = () => page.getByRole('textbox', { name: 'Descrição' });
const menu = () => page.getByRole('listbox', { name: 'Inserir' });
const tool = (name: string) => page.getByRole('button', { name, exact: true });

describe('a slash', () => {
  test('opens a menu that typing narrows and Enter takes, and one undo takes it back', async () => {
    const { document } = await openEditor();
    await userEvent.keyboard('Segue /');
    await expect.element(menu()).toBeVisible();
    await userEvent.keyboard('tab');
    await expect.poll(() => menu().getByRole('option').elements()).toHaveLength(1);
    await userEvent.keyboard('{Enter}');
    await expect.element(menu()).not.toBeInTheDocument();
    expect(document().content.map((node) => node.type)).toContain('table');
    expect(richTextToPlainText(document())).not.toContain('/');
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(richTextToPlainText(document())).toBe('Segue /tab');
    await expect.element(menu()).not.toBeInTheDocument();
  });

  test('is moved in by arrows, says which line is marked, and Escape leaves what was typed', async () => {
    const { document } = await openEditor();
    await userEvent.keyboard('/');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    const option = menu().getByRole('option', { name: 'Lista de conferência' });
    await expect.element(option).toHaveAttribute('aria-selected', 'true');
    await expect.element(field()).toHaveAttribute('aria-activedescendant', option.element().id);
    await userEvent.keyboard('{Escape}');
    await expect.element(menu()).not.toBeInTheDocument();
    await expect.element(field()).toHaveFocus();
    expect(richTextToPlainText(document())).toBe('/');
    await expect.element(field()).not.toHaveAttribute('aria-activedescendant');
  });

  test('inside a word, a date or code is a slash', async () => {
    await openEditor();
    await userEvent.keyboard('31/12 e/ou ');
    expect(menu().elements()).toHaveLength(0);
    await userEvent.keyboard('{Enter}``` /');
    expect(menu().elements()).toHaveLength(0);
  });

  test('offers predefined texts where the screen has them', async () => {
    const onTemplate = vi.fn();
    const { document } = await openEditor({ onTemplate });
    await userEvent.keyboard('/texto{Enter}');
    expect(onTemplate).toHaveBeenCalledOnce();
    expect(richTextToPlainText(document())).toBe('');
  });

  test.each(['light', 'dark'] as const)('is accessible in %s', async (theme) => {
    const { panel } = await openEditor({}, theme);
    await userEvent.keyboard('/');
    await expect.element(menu()).toBeVisible();
    expect(await accessibilityFaults(panel)).toEqual([]);
  });
});

describe('what is written in Markdown', () => {
  test.each([
    ['# ', 'heading'],
    ['- ', 'bulletList'],
    ['1. ', 'orderedList'],
    ['[ ] ', 'taskList'],
    ['> ', 'blockquote'],
    ['``` ', 'codeBlock'],
  ])('%s begins its block, and one undo gives the sign back', async (sign, type) => {
    const { document } = await openEditor();
    await userEvent.keyboard(sign.replaceAll('[', '[['));
    expect(document().content[0]?.type).toBe(type);
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(document().content[0]?.type).toBe('paragraph');
    expect(richTextToPlainText(document())).toBe(sign);
  });

  test.each([
    ['**forte**', 'bold'],
    ['_itálico_', 'italic'],
    ['~~não~~', 'strike'],
  ])('%s marks its words, and one undo gives the signs back', async (written, mark) => {
    const { document } = await openEditor();
    await userEvent.keyboard(written);
    expect(document().content[0]?.content?.[0]?.marks).toEqual([{ type: mark }]);
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(richTextToPlainText(document())).toBe(written);
  });
});

describe('by keys alone', () => {
  test('rows and columns come and go', async () => {
    const { document } = await openEditor();
    const size = () => {
      const rows = document().content.find((node) => node.type === 'table')?.content ?? [];
      return [rows.length, rows[0]?.content?.length];
    };
    await userEvent.keyboard('/tabela{Enter}');
    expect(size()).toEqual([3, 2]);
    await userEvent.keyboard('{Alt>}{Shift>}{ArrowDown}{ArrowRight}{/Shift}{/Alt}');
    expect(size()).toEqual([4, 3]);
    await userEvent.keyboard('{Alt>}{Shift>}{Delete}{Backspace}{/Shift}{/Alt}');
    expect(size()).toEqual([3, 2]);
    await userEvent.keyboard('x{Tab}y');
    expect(richTextToPlainText(document())).toContain('x\ny');
  });

  test('an item of a checklist is done and undone', async () => {
    const { document } = await openEditor();
    await userEvent.keyboard('[[ ] ligar');
    const isChecked = () => document().content[0]?.content?.[0]?.attrs?.checked;
    expect(isChecked()).toBe(false);
    await userEvent.keyboard('{Alt>}{Enter}{/Alt}');
    expect(isChecked()).toBe(true);
    await userEvent.keyboard('{Alt>}{Enter}{/Alt}');
    expect(isChecked()).toBe(false);
  });

  test('the toolbar is reached from the text and left again, and its menu says what is on', async () => {
    const { document } = await openEditor();
    await userEvent.keyboard('## Título{Alt>}{F10}{/Alt}');
    await expect.element(tool('Negrito')).toHaveFocus();
    await userEvent.keyboard('{End}{Enter}');
    const item = page.getByRole('menuitemcheckbox', { name: 'Título médio' });
    await expect.element(item).toHaveAttribute('aria-checked', 'true');
    await userEvent.keyboard('{Escape}');
    await expect.element(tool('Mais formatos')).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(field()).toHaveFocus();
    await userEvent.keyboard(' novo');
    expect(richTextToPlainText(document()).trim()).toBe('Título novo');
  });
});
