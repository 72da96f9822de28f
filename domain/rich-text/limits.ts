import { richTextRules } from '../../locales/pt-BR/rules-rich-text.ts';
import type { Problem } from '../result.ts';
import type { RichTextDocument, RichTextNode } from './document.ts';

/** Sum of the images of one document, in decoded bytes: 1 MiB. A draft may pass it; an opinion that is sent may not. */
export const IMAGE_BYTES_LIMIT = 1_048_576;

/** Nesting of lists, quotes and tables, counted from the document itself. */
export const DEPTH_LIMIT = 32;

/** Nodes of one document, texts included. */
export const NODE_LIMIT = 20_000;

/** Characters of all texts of one document. */
export const TEXT_LIMIT = 200_000;

/** Characters of all image sources of one document, so that even a draft has an end: 24 MiB. */
export const IMAGE_SOURCE_LIMIT = 24 * 1_048_576;

/** Decoded bytes of images that even a draft takes: what fits {@link IMAGE_SOURCE_LIMIT} with room to spare. */
export const DRAFT_IMAGE_BYTES_LIMIT = 16 * 1_048_576;

/** What the images of a document weigh. */
export interface ImageUsage {
  /** Decoded bytes of all images. */
  bytes: number;
  count: number;
  /** Bytes above {@link IMAGE_BYTES_LIMIT}; 0 when within it. */
  overBy: number;
}

/** Decoded bytes of a base64 data URL; 0 for anything else. */
export function dataUrlBytes(source: unknown): number {
  if (typeof source !== 'string' || !source.startsWith('data:')) return 0;
  const start = source.indexOf(';base64,');
  if (start < 0) return 0;
  const encoded = source.length - (start + ';base64,'.length);
  const padding = source.endsWith('==') ? 2 : source.endsWith('=') ? 1 : 0;
  return Math.max(0, Math.floor((encoded * 3) / 4) - padding);
}

/** Decoded bytes of all images of a document, the same image twice counted twice. */
export function imageBytes(document: RichTextDocument): number {
  return imageUsage(document).bytes;
}

export function imageUsage(document: RichTextDocument): ImageUsage {
  let bytes = 0;
  let count = 0;
  const visit = (node: RichTextNode) => {
    if (node.type === 'image') {
      bytes += dataUrlBytes(node.attrs?.src);
      count += 1;
    }
    for (const child of node.content ?? []) visit(child);
  };
  for (const child of document.content) visit(child);
  return { bytes, count, overBy: Math.max(0, bytes - IMAGE_BYTES_LIMIT) };
}

/** Why this document cannot be sent for the weight of its images; null when it can. */
export function imageLimitProblem(document: RichTextDocument, field = 'body'): Problem | null {
  const { overBy } = imageUsage(document);
  if (overBy === 0) return null;
  return {
    code: 'too-large',
    field,
    message: richTextRules.imagesOver(Math.ceil(overBy / 1024)),
  };
}
