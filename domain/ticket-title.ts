import type { RichTextDocument } from './rich-text/document.ts';
import { firstLine } from './rich-text/plain-text.ts';

/**
 * The title of a ticket: the one that the agent gave, else the first line of its first opinion (at most 80 characters),
 * else, where the opinion has only images, the name of its type.
 */
export function ticketTitle(from: {
  title: string | null;
  body: RichTextDocument;
  typeName: string | null;
}): string {
  return from.title?.trim() || firstLine(from.body) || (from.typeName ?? '').slice(0, 80);
}
