import type { RichTextDocument, RichTextMark, RichTextNode } from '../../../domain/rich-text/document.ts';

/** Parts of rich text, written shortly: `**bold**`, `_italic_`, `__underlined__`, `~~struck~~`, `` `code` ``, `[words](address)`. */
const MARKED = /\*\*(.+?)\*\*|__(.+?)__|~~(.+?)~~|`(.+?)`|\[(.+?)\]\((.+?)\)|\b_(.+?)_\b/gu;

export function rich(...blocks: RichTextNode[]): RichTextDocument {
  return { type: 'doc', content: blocks };
}

export function p(text: string): RichTextNode {
  return { type: 'paragraph', content: inline(text) };
}

export function h(text: string): RichTextNode {
  return { type: 'heading', attrs: { level: 3 }, content: inline(text) };
}

export function ul(...items: string[]): RichTextNode {
  return { type: 'bulletList', content: items.map((item) => ({ type: 'listItem', content: [p(item)] })) };
}

export function ol(...items: string[]): RichTextNode {
  return { type: 'orderedList', content: items.map((item) => ({ type: 'listItem', content: [p(item)] })) };
}

/** `x ` in front of an item ticks it. */
export function todo(...items: string[]): RichTextNode {
  return {
    type: 'taskList',
    content: items.map((item) => ({
      type: 'taskItem',
      attrs: { checked: item.startsWith('x ') },
      content: [p(item.replace(/^x /, ''))],
    })),
  };
}

export function quote(text: string): RichTextNode {
  return { type: 'blockquote', content: [p(text)] };
}

export function code(text: string): RichTextNode {
  return { type: 'codeBlock', content: [{ type: 'text', text }] };
}

/** The first row is the head. */
export function table(...rows: string[][]): RichTextNode {
  return {
    type: 'table',
    content: rows.map((cells, index) => ({
      type: 'tableRow',
      content: cells.map((text) => ({ type: index === 0 ? 'tableHeader' : 'tableCell', content: [p(text)] })),
    })),
  };
}

export function image(png: Uint8Array, alt: string): RichTextNode {
  return {
    type: 'image',
    attrs: { src: `data:image/png;base64,${Buffer.from(png).toString('base64')}`, alt },
  };
}

function inline(text: string): RichTextNode[] {
  const nodes: RichTextNode[] = [];
  let end = 0;
  const add = (words: string, mark?: RichTextMark) => {
    if (words !== '')
      nodes.push({ type: 'text', text: words, ...(mark === undefined ? {} : { marks: [mark] }) });
  };
  for (const match of text.matchAll(MARKED)) {
    add(text.slice(end, match.index));
    const [whole, bold, underline, strike, codeWords, link, href, italic] = match;
    const words = bold ?? underline ?? strike ?? codeWords ?? link ?? italic ?? whole;
    const type = bold
      ? 'bold'
      : underline
        ? 'underline'
        : strike
          ? 'strike'
          : codeWords
            ? 'code'
            : link
              ? 'link'
              : 'italic';
    add(words, link ? { type, attrs: { href } } : { type });
    end = match.index + whole.length;
  }
  add(text.slice(end));
  return nodes;
}
