import { z } from 'zod';
import { err, ok, type Problem, type Result } from '../result.ts';
import { checkDocument } from './check.ts';
import { richTextSchema } from './schema.ts';

/** A mark of a text, in ProseMirror's JSON. */
export interface RichTextMark {
  type: string;
  attrs?: Record<string, unknown>;
}

/** A node below the document, in ProseMirror's JSON. */
export interface RichTextNode {
  type: string;
  attrs?: Record<string, unknown>;
  content?: RichTextNode[];
  marks?: RichTextMark[];
  text?: string;
}

/** Rich text as it is stored and sent: always a ProseMirror document, never HTML. */
export interface RichTextDocument {
  type: 'doc';
  content: RichTextNode[];
}

/** A document without a word in it. */
export function emptyRichText(): RichTextDocument {
  return { type: 'doc', content: [{ type: 'paragraph' }] };
}

/** Plain text as a document: one paragraph per line. */
export function plainTextToRichText(text: string): RichTextDocument {
  const lines = text.split(/\r?\n/);
  return {
    type: 'doc',
    content: lines.map((line) =>
      line === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text: line }] },
    ),
  };
}

/**
 * Takes any value and gives the document in its canonical form (defaults filled in, marks and texts as ProseMirror
 * writes them), or the first thing that may not be kept: an unknown node, mark or attribute, a dangerous address,
 * an image from elsewhere, a wrong nesting, or a limit passed. `field` is the path, e.g. `content.2.attrs.src`.
 */
export function parseRichText(input: unknown): Result<RichTextDocument> {
  const fault = checkDocument(input);
  if (fault !== null) {
    const problem: Problem = { code: fault.tooLarge ? 'too-large' : 'invalid', message: fault.message };
    return err(fault.path.length === 0 ? problem : { ...problem, field: fault.path.join('.') });
  }
  return ok(richTextSchema.nodeFromJSON(input).toJSON() as RichTextDocument);
}

/** {@link parseRichText} as a zod schema for the edges; it describes itself in OpenAPI as an object. */
export const richTextDocumentSchema: z.ZodType<RichTextDocument, RichTextDocument> = z
  .strictObject({ type: z.literal('doc'), content: z.array(z.looseObject({ type: z.string() })).min(1) })
  .superRefine((value, context) => {
    const fault = checkDocument(value);
    if (fault !== null) context.addIssue({ code: 'custom', path: [...fault.path], message: fault.message });
  })
  .meta({ description: 'ProseMirror document' }) as unknown as z.ZodType<RichTextDocument, RichTextDocument>;
