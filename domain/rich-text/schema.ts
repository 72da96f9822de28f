import { type MarkSpec, type NodeSpec, Schema } from 'prosemirror-model';

/**
 * The one document schema of opinions: the server checks with it, the editor edits by it, the view draws it.
 * Names, attributes and content follow tiptap's own, so that the editor needs no translation; a test holds both alike.
 * It says nothing of HTML: a document is data, and HTML exists only as output.
 */
const nodes = {
  paragraph: { content: 'inline*', group: 'block' },
  blockquote: { content: 'block+', group: 'block', defining: true },
  bulletList: { content: 'listItem+', group: 'block list' },
  codeBlock: {
    content: 'text*',
    marks: '',
    group: 'block',
    code: true,
    defining: true,
    attrs: { language: { default: null } },
  },
  doc: { content: 'block+' },
  hardBreak: { group: 'inline', inline: true, selectable: false, linebreakReplacement: true },
  heading: { content: 'inline*', group: 'block', defining: true, attrs: { level: { default: 1 } } },
  horizontalRule: { group: 'block' },
  listItem: { content: 'paragraph block*', defining: true },
  orderedList: { content: 'listItem+', group: 'block list', attrs: { start: { default: 1 } } },
  text: { group: 'inline' },
  taskList: { content: 'taskItem+', group: 'block list' },
  taskItem: { content: 'paragraph block*', defining: true, attrs: { checked: { default: false } } },
  table: { content: 'tableRow+', group: 'block', isolating: true, tableRole: 'table' },
  tableCell: { content: 'block+', isolating: true, tableRole: 'cell', attrs: cellAttributes() },
  tableHeader: { content: 'block+', isolating: true, tableRole: 'header_cell', attrs: cellAttributes() },
  tableRow: { content: '(tableCell | tableHeader)*', tableRole: 'row' },
  image: {
    group: 'block',
    inline: false,
    draggable: true,
    attrs: {
      src: { default: null },
      alt: { default: null },
      title: { default: null },
      width: { default: null },
      height: { default: null },
    },
  },
} satisfies Record<string, NodeSpec>;

/** Their order is their rank: a text keeps its marks sorted by it. */
const marks = {
  link: { inclusive: false, attrs: { href: { default: null } } },
  bold: {},
  code: { excludes: '_', code: true },
  italic: {},
  strike: {},
  underline: {},
} satisfies Record<string, MarkSpec>;

export type RichTextNodeName = keyof typeof nodes;
export type RichTextMarkName = keyof typeof marks;

export const richTextSchema: Schema<RichTextNodeName, RichTextMarkName> = new Schema({
  nodes,
  marks,
  topNode: 'doc',
});

function cellAttributes() {
  return { colspan: { default: 1 }, rowspan: { default: 1 }, colwidth: { default: null } };
}
