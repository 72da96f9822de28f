import { Extension, type Extensions } from '@tiptap/core';
import { CodeBlock } from '@tiptap/extension-code-block';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Image } from '@tiptap/extension-image';
import { Link } from '@tiptap/extension-link';
import { OrderedList, TaskItem, TaskList } from '@tiptap/extension-list';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { Placeholder } from '@tiptap/extensions';
import { StarterKit } from '@tiptap/starter-kit';
import { isSafeImageSource, isSafeLink } from '../../domain/rich-text/attributes.ts';
import { dataUrlBytes } from '../../domain/rich-text/limits.ts';
import { editor as words } from '../../locales/pt-BR/editor.ts';
import { numbers } from '../../locales/pt-BR/numbers.ts';
import { createSlashExtension, type SlashOptions } from './slash/slash-extension.ts';
import { TableAndBoxKeys } from './table-keys.ts';

/** What the editor needs to know of the screen around it. */
export interface ExtensionOptions {
  placeholder: string;
  /** Ctrl+K. */
  onLink: () => void;
  /** Alt+F10: the toolbar takes the keyboard. */
  onToolbar?: (() => void) | undefined;
  /** The menu that a slash opens; none where left out. */
  slash?: SlashOptions | undefined;
}

/**
 * tiptap's extensions, narrowed to what a document may keep: whatever is pasted, only values that the domain accepts
 * come in. A test holds their schema to `richTextSchema`.
 */
export function createExtensions({ placeholder, onLink, onToolbar, slash }: ExtensionOptions): Extensions {
  return [
    StarterKit.configure({
      heading: { levels: [1, 2, 3] },
      link: false,
      orderedList: false,
      hardBreak: false,
      codeBlock: false,
      dropcursor: { class: 'ed__drop', color: false, width: 2 },
    }),
    PlainHardBreak,
    PlainCodeBlock,
    SafeLink.configure({
      openOnClick: false,
      autolink: true,
      linkOnPaste: true,
      isAllowedUri: (url) => isSafeLink(url),
      HTMLAttributes: { target: null, rel: null, class: null },
    }),
    PlainOrderedList,
    TaskList.configure({ HTMLAttributes: { class: 'doc__check' } }),
    TaskItem.configure({
      nested: true,
      a11y: {
        checkboxLabel: (node, checked) => `${node.textContent} (${checked ? words.done : words.notDone})`,
      },
    }),
    Table.configure({ resizable: false }),
    TableRow,
    TableHeader.extend({ addAttributes: cellAttributes }),
    TableCell.extend({ addAttributes: cellAttributes }),
    EmbeddedImage.configure({ allowBase64: true }),
    Placeholder.configure({ placeholder, emptyEditorClass: 'is-empty', emptyNodeClass: 'is-empty' }),
    Extension.create({
      name: 'linkKey',
      addKeyboardShortcuts: () => ({
        'Mod-k': () => {
          onLink();
          return true;
        },
        'Alt-F10': () => {
          onToolbar?.();
          return onToolbar !== undefined;
        },
      }),
    }),
    TableAndBoxKeys,
    ...(slash === undefined ? [] : [createSlashExtension(slash)]),
  ];
}

/** Only Shift+Enter breaks a line: Ctrl+Enter sends. */
const PlainHardBreak = HardBreak.extend({
  addKeyboardShortcuts() {
    return { 'Shift-Enter': () => this.editor.commands.setHardBreak() };
  },
});

const PlainCodeBlock = CodeBlock.extend({
  addAttributes() {
    return {
      language: {
        default: null,
        parseHTML: (element) =>
          /(?:^|\s)language-([\w+#.-]{1,40})(?:\s|$)/.exec(classOfCode(element))?.[1] ?? null,
        rendered: false,
      },
    };
  },
});

/** A link keeps its address and nothing else: target and rel are output, the view adds them. */
const SafeLink = Link.extend({
  inclusive: false,
  addAttributes() {
    return { href: { default: null } };
  },
});

const PlainOrderedList = OrderedList.extend({
  addAttributes() {
    return {
      start: {
        default: 1,
        parseHTML: (element) => integerOf(element.getAttribute('start'), 0, 1_000_000) ?? 1,
        renderHTML: ({ start }) => (start === 1 ? {} : { start, style: `counter-reset: n ${start - 1}` }),
      },
    };
  },
});

/** An image lives in the document itself. One that a pasted page refers to elsewhere is left out. */
const EmbeddedImage = Image.extend({
  addAttributes() {
    const text = (name: string) => ({
      default: null,
      parseHTML: (element: HTMLElement) => element.getAttribute(name)?.slice(0, 1000) ?? null,
    });
    const size = (name: string) => ({
      default: null,
      parseHTML: (element: HTMLElement) => integerOf(element.getAttribute(name), 1, 20_000),
    });
    return {
      src: { default: null },
      alt: { ...text('alt'), renderHTML: ({ alt }) => ({ alt: alt ?? words.image }) },
      title: text('title'),
      width: size('width'),
      height: size('height'),
    };
  },
  parseHTML() {
    return [
      {
        tag: 'img[src]',
        getAttrs: (element) => (isSafeImageSource(element.getAttribute('src')) ? null : false),
      },
    ];
  },
  renderHTML({ HTMLAttributes }) {
    const weight = numbers.bytes(dataUrlBytes(HTMLAttributes.src));
    return ['span', { class: 'shot', 'data-weight': weight }, ['img', HTMLAttributes]];
  },
  // The written form `![](…)` would bring images from elsewhere in.
  addInputRules: () => [],
});

function cellAttributes() {
  const span = (name: string, most: number) => ({
    default: 1,
    parseHTML: (element: HTMLElement) => integerOf(element.getAttribute(name), 1, most) ?? 1,
  });
  return {
    colspan: span('colspan', 100),
    rowspan: span('rowspan', 1000),
    colwidth: { default: null, parseHTML: () => null },
  };
}

function classOfCode(element: HTMLElement): string {
  return (element.firstElementChild ?? element).className;
}

function integerOf(value: string | null, least: number, most: number): number | null {
  if (value === null || !/^\d+$/.test(value)) return null;
  const number = Number(value);
  return number >= least && number <= most ? number : null;
}
