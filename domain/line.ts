import { z } from 'zod';

/** Marks, embeddings and isolates that turn the direction of a text: in a name or title they only make it look like another. */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A text as one line that shows what it holds: breaks, tabs and other controls are spaces, and nothing turns the direction. */
export function toLine(text: string): string {
  return text
    .replace(DIRECTION, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** A name, title or tag: what comes in otherwise is made a line, since a paste may bring breaks along that nobody sees. */
export const lineSchema = z.string().overwrite(toLine);
