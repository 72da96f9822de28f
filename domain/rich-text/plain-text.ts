import { toLine } from '../line.ts';
import type { RichTextDocument, RichTextNode } from './document.ts';

/** Length of a title taken from the text. */
export const TITLE_LENGTH = 80;

/** Nodes whose end is the end of a line. */
const LINES = new Set(['paragraph', 'heading', 'codeBlock', 'horizontalRule']);

/** The words of a document, one line per paragraph; images give their description. */
export function richTextToPlainText(document: RichTextDocument): string {
  return lines(document).join('\n');
}

/** First line that says something, at most 80 characters, cut at a word where it can be; '' without text. */
export function firstLine(document: RichTextDocument): string {
  const line = lines(document).find((text) => text.trim() !== '') ?? '';
  return shorten(line, TITLE_LENGTH);
}

/** The beginning of the text in one line, at most `length` characters. */
export function excerpt(document: RichTextDocument, length = 160): string {
  return shorten(lines(document).join(' '), length);
}

/** Whether nothing was written and no image put in. */
export function isRichTextEmpty(document: RichTextDocument): boolean {
  return !document.content.some(saysSomething);
}

function saysSomething(node: RichTextNode): boolean {
  if (node.type === 'image') return true;
  if (node.text !== undefined && node.text.trim() !== '') return true;
  return node.content?.some(saysSomething) ?? false;
}

function lines(document: RichTextDocument): string[] {
  const found: string[] = [];
  let current = '';
  const visit = (node: RichTextNode) => {
    if (node.text !== undefined) current += node.text;
    if (node.type === 'image' && typeof node.attrs?.alt === 'string') found.push(node.attrs.alt);
    for (const child of node.content ?? []) visit(child);
    if (LINES.has(node.type) || node.type === 'hardBreak') {
      found.push(...current.split('\n'));
      current = '';
    }
  };
  for (const node of document.content) visit(node);
  if (current !== '') found.push(current);
  return found;
}

function shorten(text: string, length: number): string {
  const line = toLine(text);
  if (line.length <= length) return line;
  const cut = line.slice(0, length - 1);
  const space = cut.lastIndexOf(' ');
  const end = (space > length / 2 ? cut.slice(0, space) : cut).trimEnd();
  // Half of a surrogate pair is no character.
  return `${end.isWellFormed() ? end : end.slice(0, -1)}…`;
}
