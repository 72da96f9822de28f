import type { Extensions } from '@tiptap/core';
import { Image } from '@tiptap/extension-image';
import { Link } from '@tiptap/extension-link';
import { OrderedList, TaskItem, TaskList } from '@tiptap/extension-list';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { Placeholder } from '@tiptap/extensions';
import { StarterKit } from '@tiptap/starter-kit';
import { isSafeImageSource, isSafeLink } from '../../domain/rich-text/attributes.ts';

/** What the editor needs to know of the screen around it. */
export interface ExtensionOptions {
  placeholder: string;
}

/** tiptap's extensions, narrowed to the attributes that a document may keep. A test holds them to `richTextSchema`. */
export function createExtensions({ placeholder }: ExtensionOptions): Extensions {
  return [
    StarterKit.configure({
      heading: { levels: [1, 2, 3] },
      link: false,
      orderedList: false,
      dropcursor: { class: 'ed__drop', color: false, width: 2 },
    }),
    SafeLink.configure({
      openOnClick: false,
      autolink: true,
      linkOnPaste: true,
      defaultProtocol: 'https',
      protocols: ['http', 'https', 'mailto', 'tel'],
      isAllowedUri: (url) => isSafeLink(url),
    }),
    PlainOrderedList,
    TaskList,
    TaskItem.configure({ nested: true }),
    Table.configure({ resizable: false }),
    TableRow,
    TableHeader.extend({ addAttributes: withoutAlign }),
    TableCell.extend({ addAttributes: withoutAlign }),
    EmbeddedImage.configure({ allowBase64: true }),
    Placeholder.configure({ placeholder, emptyEditorClass: 'is-empty', emptyNodeClass: 'is-empty' }),
  ];
}

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
        renderHTML: ({ start }) => (start === 1 ? {} : { start }),
      },
    };
  },
});

/** An image lives in the document itself. One that a pasted page refers to elsewhere is left out. */
const EmbeddedImage = Image.extend({
  addAttributes() {
    return {
      src: { default: null },
      alt: { default: null },
      title: { default: null },
      width: { default: null, parseHTML: (element) => integerOf(element.getAttribute('width'), 1, 20_000) },
      height: { default: null, parseHTML: (element) => integerOf(element.getAttribute('height'), 1, 20_000) },
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
  // The written form `![](…)` would bring images from elsewhere in.
  addInputRules: () => [],
});

function withoutAlign(this: { parent: (() => object) | undefined }) {
  const { align: _, ...attributes } = (this.parent?.() ?? {}) as Record<string, object>;
  return attributes;
}

function integerOf(value: string | null, least: number, most: number): number | null {
  if (value === null || !/^\d+$/.test(value)) return null;
  const number = Number(value);
  return number >= least && number <= most ? number : null;
}
