import type { ChainedCommands, Editor, Range } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import {
  Camera,
  Code,
  FileText,
  Heading1,
  Heading2,
  Heading3,
  type IconNode,
  Image,
  List,
  ListChecks,
  ListOrdered,
  Minus,
  Quote,
  Table,
} from 'lucide';
import { editor as words } from '../../../locales/pt-BR/editor.ts';

/** One line of the menu that a slash opens. */
export interface SlashItem {
  id: string;
  label: string;
  icon: IconNode;
  /** How the same is written, e.g. `#`: shown at the end of the line, and finds it too. */
  written?: string;
  /** In place of the slash and what was typed after it, in one step of undo. */
  run: (editor: Editor, range: Range) => void;
}

/** What the menu asks of the editor's own parts; without an act its line is not shown. */
export interface SlashActs {
  image: () => void;
  capture?: (() => void) | undefined;
  /** Chooses a predefined text; the screen inserts it through the editor's handle. */
  template?: (() => void) | undefined;
}

export function createSlashItems(acts: SlashActs): readonly SlashItem[] {
  const levels = [Heading1, Heading2, Heading3].map((icon, index): SlashItem => {
    const level = (index + 1) as 1 | 2 | 3;
    return block(
      `heading-${level}`,
      words.headings[index] ?? words.heading,
      icon,
      '#'.repeat(level),
      (chain) => chain.setNode('heading', { level }),
    );
  });
  return [
    block('bulletList', words.bulletList, List, '-', (chain) => chain.toggleBulletList()),
    block('orderedList', words.orderedList, ListOrdered, '1.', (chain) => chain.toggleOrderedList()),
    block('taskList', words.taskList, ListChecks, '[ ]', (chain) => chain.toggleTaskList()),
    block('table', words.table, Table, undefined, (chain) =>
      chain.insertTable({ rows: 3, cols: 2, withHeaderRow: true }),
    ),
    part('image', words.image, Image, acts.image),
    ...(acts.capture === undefined ? [] : [part('capture', words.capture, Camera, acts.capture)]),
    ...(acts.template === undefined ? [] : [part('template', words.template, FileText, acts.template)]),
    ...levels,
    block('quote', words.quote, Quote, '>', (chain) => chain.toggleBlockquote()),
    block('codeBlock', words.codeBlock, Code, '```', (chain) => chain.toggleCodeBlock()),
    block('rule', words.rule, Minus, '---', (chain) => chain.setHorizontalRule()),
  ];
}

/** The lines that fit what was typed after the slash, accents aside; all of them for nothing. */
export function findSlashItems(items: readonly SlashItem[], query: string): SlashItem[] {
  const sought = plain(query);
  return items.filter(
    ({ label, written }) =>
      written === query ||
      plain(label)
        .split(' ')
        .some((word, index, all) => all.slice(index).join('').startsWith(sought) || word.startsWith(sought)),
  );
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function block(
  id: string,
  label: string,
  icon: IconNode,
  written: string | undefined,
  act: (chain: ChainedCommands) => ChainedCommands,
): SlashItem {
  return {
    ...{ id, label, icon },
    ...(written === undefined ? {} : { written }),
    run: (editor, range) => act(withoutSlash(editor, range)).run(),
  };
}

function part(id: string, label: string, icon: IconNode, act: () => void): SlashItem {
  return {
    ...{ id, label, icon },
    run: (editor, range) => {
      withoutSlash(editor, range).run();
      act();
    },
  };
}

/** Begins a step of its own, so that one undo takes it back and leaves what was typed. */
function withoutSlash(editor: Editor, range: Range): ChainedCommands {
  return editor
    .chain()
    .focus()
    .command(({ tr }) => {
      closeHistory(tr);
      return true;
    })
    .deleteRange(range);
}
