import type { Editor } from '@tiptap/core';
import {
  Bold,
  Camera,
  Heading,
  type IconNode,
  Image,
  Italic,
  Link,
  List,
  ListChecks,
  ListOrdered,
  Strikethrough,
  Table,
  Underline,
} from 'lucide';
import { editor as words } from '../../locales/pt-BR/editor.ts';

/** One button of the toolbar. */
export interface ToolbarItem {
  id: string;
  label: string;
  icon: IconNode;
  keys?: string;
  /** Only where there is room for it, `last` only where there is much; it is in the menu too. */
  wide?: true | 'last';
  /** Stays down while the cursor is in it. */
  isActive?: (editor: Editor) => boolean;
  run: (editor: Editor) => void;
}

/** What the toolbar asks of the editor's own parts. */
export interface ToolbarActs {
  link: () => void;
  image: () => void;
  /** Left out where the panel stands in no page. */
  capture?: (() => void) | undefined;
}

/** The buttons in groups, a line between them. */
export function createToolbarItems(acts: ToolbarActs): readonly (readonly ToolbarItem[])[] {
  return [
    [
      mark('bold', words.bold, Bold, 'Ctrl B'),
      mark('italic', words.italic, Italic, 'Ctrl I'),
      mark('underline', words.underline, Underline, 'Ctrl U'),
      { ...mark('strike', words.strike, Strikethrough), wide: 'last' },
    ],
    [
      {
        id: 'heading',
        label: words.heading,
        icon: Heading,
        wide: true,
        isActive: (editor) => editor.isActive('heading'),
        run: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(),
      },
      list('bulletList', words.bulletList, List, (editor) => editor.chain().focus().toggleBulletList().run()),
      list('orderedList', words.orderedList, ListOrdered, (editor) =>
        editor.chain().focus().toggleOrderedList().run(),
      ),
      list('taskList', words.taskList, ListChecks, (editor) => editor.chain().focus().toggleTaskList().run()),
    ],
    [
      {
        id: 'link',
        label: words.link,
        icon: Link,
        keys: 'Ctrl K',
        isActive: (editor) => editor.isActive('link'),
        run: acts.link,
      },
      { id: 'table', label: words.table, icon: Table, wide: true, run: insertTable },
      { id: 'image', label: words.image, icon: Image, run: acts.image },
      ...(acts.capture === undefined
        ? []
        : [{ id: 'capture', label: words.capture, icon: Camera, run: acts.capture }]),
    ],
  ];
}

export function insertTable(editor: Editor): void {
  editor.chain().focus().insertTable({ rows: 3, cols: 2, withHeaderRow: true }).run();
}

function mark(id: string, label: string, icon: IconNode, keys?: string): ToolbarItem {
  return {
    id,
    label,
    icon,
    ...(keys === undefined ? {} : { keys }),
    isActive: (editor) => editor.isActive(id),
    run: (editor) => editor.chain().focus().toggleMark(id).run(),
  };
}

function list(id: string, label: string, icon: IconNode, run: (editor: Editor) => void): ToolbarItem {
  return { id, label, icon, isActive: (editor) => editor.isActive(id), run };
}
