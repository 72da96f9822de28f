import type { Editor } from '@tiptap/core';
import { editor as words } from '../../locales/pt-BR/editor.ts';
import type { MenuItem } from '../ui/Menu.tsx';
import { insertTable } from './toolbar-items.ts';

/** The less frequent formats, and inside a table what can be done to it. */
export function moreFormats(editor: Editor): MenuItem[] {
  const chain = () => editor.chain().focus();
  const levels = [1, 2, 3] as const;
  const items: MenuItem[] = [
    ...levels.map((level, index) => ({
      id: `heading-${level}`,
      label: words.headings[index] ?? words.heading,
      onSelect: () => chain().toggleHeading({ level }).run(),
    })),
    { id: 'strike', label: words.strike, onSelect: () => chain().toggleStrike().run() },
    { id: 'quote', label: words.quote, onSelect: () => chain().toggleBlockquote().run(), separated: true },
    { id: 'code', label: words.code, onSelect: () => chain().toggleCode().run() },
    { id: 'code-block', label: words.codeBlock, onSelect: () => chain().toggleCodeBlock().run() },
    { id: 'rule', label: words.rule, onSelect: () => chain().setHorizontalRule().run() },
  ];
  if (!editor.isActive('table')) {
    return [...items, { id: 'table', label: words.table, onSelect: () => insertTable(editor) }];
  }
  return [
    ...items,
    { id: 'add-row', label: words.addRow, onSelect: () => chain().addRowAfter().run(), separated: true },
    { id: 'add-column', label: words.addColumn, onSelect: () => chain().addColumnAfter().run() },
    { id: 'delete-row', label: words.deleteRow, onSelect: () => chain().deleteRow().run(), danger: true },
    {
      id: 'delete-column',
      label: words.deleteColumn,
      onSelect: () => chain().deleteColumn().run(),
      danger: true,
    },
    {
      id: 'delete-table',
      label: words.deleteTable,
      onSelect: () => chain().deleteTable().run(),
      danger: true,
    },
  ];
}
