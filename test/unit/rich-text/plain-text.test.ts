import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  emptyRichText,
  plainTextToRichText,
  type RichTextDocument,
  type RichTextNode,
} from '../../../domain/rich-text/document.ts';
import {
  dataUrlBytes,
  IMAGE_BYTES_LIMIT,
  imageBytes,
  imageLimitProblem,
} from '../../../domain/rich-text/limits.ts';
import {
  excerpt,
  firstLine,
  isRichTextEmpty,
  richTextToPlainText,
} from '../../../domain/rich-text/plain-text.ts';
import { richTextDocuments } from './arbitrary.ts';

const doc = (...content: RichTextNode[]): RichTextDocument => ({ type: 'doc', content });
const image = (bytes: number): RichTextNode => ({
  type: 'image',
  attrs: { src: `data:image/png;base64,${Buffer.alloc(bytes, 7).toString('base64')}`, alt: null },
});

describe('the words of a document', () => {
  test('a text in lines comes back as it was', () => {
    expect(richTextToPlainText(plainTextToRichText('um\n\ndois'))).toBe('um\n\ndois');
  });

  test('the title is the first line that says something', () => {
    expect(firstLine(plainTextToRichText('\n  \n  Rejeição   778 \noutra'))).toBe('Rejeição 778');
    expect(firstLine(emptyRichText())).toBe('');
  });

  test('a long first line is cut at a word, within 80 characters', () => {
    const line = firstLine(plainTextToRichText('palavra '.repeat(20)));
    expect(line).toMatch(/^(palavra )+palavra…$/);
    expect(line.length).toBeLessThanOrEqual(80);
  });

  test('title and excerpt keep their length and never cut a character in two', () => {
    fc.assert(
      fc.property(richTextDocuments, fc.integer({ min: 2, max: 40 }), (document, length) => {
        const words = excerpt(document, length);
        expect(words.length).toBeLessThanOrEqual(length);
        expect(words.isWellFormed()).toBe(true);
        expect(firstLine(document).length).toBeLessThanOrEqual(80);
      }),
    );
  });

  test('a document is empty until something is written or an image put in', () => {
    expect(isRichTextEmpty(emptyRichText())).toBe(true);
    expect(isRichTextEmpty(plainTextToRichText(' \n '))).toBe(true);
    expect(isRichTextEmpty(plainTextToRichText('a'))).toBe(false);
    expect(isRichTextEmpty(doc(image(1)))).toBe(false);
  });
});

describe('the weight of images', () => {
  test('is counted in decoded bytes, whatever the padding', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (bytes) => {
        expect(dataUrlBytes(image(bytes).attrs?.src)).toBe(bytes);
      }),
    );
  });

  test('is summed over the whole document, also inside lists and tables', () => {
    const inList = {
      type: 'bulletList',
      content: [{ type: 'listItem', content: [{ type: 'paragraph' }, image(30)] }],
    };
    expect(imageBytes(doc(image(12), inList))).toBe(42);
  });

  test('may reach 1 MiB and not a byte more', () => {
    expect(imageLimitProblem(doc(image(IMAGE_BYTES_LIMIT)))).toBeNull();
    const problem = imageLimitProblem(doc(image(IMAGE_BYTES_LIMIT), image(1)));
    expect(problem).toMatchObject({ code: 'too-large', field: 'body' });
    expect(problem?.message).toContain('1 KB');
  });
});
