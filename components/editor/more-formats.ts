import type { Editor } from '@tiptap/core';
import { editor as words } from '../../locales/pt-BR/editor.ts';
import type { MenuItem } from '../ui/Menu.tsx';
import { TABLE_KEYS } from './table-keys.ts';
import { insertTable } from './toolbar-items.ts';

const LEVELS = [1, 2, 3] as const;

/** Names of the formats of this menu that are on where the cursor is, and `in-table`. */
export function activeFormats(editor: Editor): string[] {
  return [
    ...LEVELS.filter((level) => editor.isActive('heading', { level })).map((level) => `heading-${level}`),
    ...['strike', 'blockquote', 'code', 'codeBlock'].filter((name) => editor.isActive(name)),
    ...(editor.isActive('table') ? ['in-table'] : []),
  ];
}

/** The less frequent formats, and inside a table what can be done to it. `active` are those that are on. */
export function moreFormats(editor: Editor, active: ReadonlySet<string>): MenuItem[] {
  const chain = () => editor.chain().focus();
  const items: MenuItem[] = [
    ...LEVELS.map((level, index) => ({
      id: `heading-${level}`,
      label: words.headings[index] ?? words.heading,
      checked: active.has(`heading-${level}`),
      onSelect: () => chain().toggleHeading({ level }).run(),
    })),
    {
      id: 'strike',
      label: words.strike,
      checked: active.has('strike'),
      onSelect: () => chain().toggleStrike().run(),
    },
    {
      id: 'quote',
      label: words.quote,
      checked: active.has('blockquote'),
      onSelect: () => chain().toggleBlockquote().run(),
      separated: true,
    },
    {
      id: 'code',
      label: words.code,
      checked: active.has('code'),
      onSelect: () => chain().toggleCode().run(),
    },
    {
      id: 'code-block',
      label: words.codeBlock,
      checked: active.has('codeBlock'),
      onSelect: () => chain().toggleCodeBlock().run(),
    },
    { id: 'rule', label: words.rule, onSelect: () => chain().setHorizontalRule().run() },
  ];
  if (!active.has('in-table')) {
    return [...items, { id: 'table', label: words.table, onSelect: () => insertTable(editor) }];
  }
  const act = (id: keyof typeof TABLE_KEYS, label: string): MenuItem => ({
    id,
    label,
    keys: TABLE_KEYS[id],
    danger: id.startsWith('delete'),
    onSelect: () => chain()[id]().run(),
  });
  return [
    // What is done to the table stands first: whoever is in one wants it.
    act('addRowBefore', words.addRowBefore),
    act('addRowAfter', words.addRow),
    act('addColumnBefore', words.addColumnBefore),
    act('addColumnAfter', words.addColumn),
    { id: 'header-row', label: words.headerRow, onSelect: () => chain().toggleHeaderRow().run() },
    { ...act('deleteRow', words.deleteRow), separated: true },
    act('deleteColumn', words.deleteColumn),
    {
      id: 'delete-table',
      label: words.deleteTable,
      danger: true,
      onSelect: () => chain().deleteTable().run(),
    },
    ...items.map((item, index) => (index === 0 ? { ...item, separated: true } : item)),
  ];
}
