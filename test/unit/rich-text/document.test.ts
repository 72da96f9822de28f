import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyRichText, parseRichText, richTextDocumentSchema } from '../../../domain/rich-text/document.ts';
import { DEPTH_LIMIT } from '../../../domain/rich-text/limits.ts';
import { richTextSchema } from '../../../domain/rich-text/schema.ts';
import { documentLikeValues, richTextDocuments } from './arbitrary.ts';

const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const doc = (...content: unknown[]) => ({ type: 'doc', content });

function fieldOf(input: unknown) {
  const result = parseRichText(input);
  return result.ok ? 'accepted' : result.error.field;
}

describe('reading a rich-text document', () => {
  test('never throws, whatever the value, and what it accepts ProseMirror accepts too', () => {
    fc.assert(
      fc.property(documentLikeValues, (input) => {
        const result = parseRichText(input);
        if (result.ok) richTextSchema.nodeFromJSON(result.value).check();
      }),
      { numRuns: 2000 },
    );
  });

  test('accepts every well-formed document, and its canonical form reads as itself', () => {
    fc.assert(
      fc.property(richTextDocuments, (input) => {
        const first = parseRichText(input);
        if (!first.ok) throw new Error(JSON.stringify(first.error));
        const again = parseRichText(JSON.parse(JSON.stringify(first.value)));
        expect(again).toEqual(first);
        expect(richTextSchema.nodeFromJSON(input).eq(richTextSchema.nodeFromJSON(first.value))).toBe(true);
      }),
    );
  });

  test.each([
    ['script', doc({ type: 'script' }), 'content.0'],
    ['a node under a name of Object', doc({ type: 'toString' }), 'content.0'],
    ['an unknown attribute', doc({ type: 'paragraph', attrs: { onclick: 'x' } }), 'content.0.attrs.onclick'],
    ['a heading of level 4', doc({ type: 'heading', attrs: { level: 4 } }), 'content.0.attrs.level'],
    ['an unknown key', doc({ type: 'paragraph', html: '<b>' }), 'content.0.html'],
    ['a list item outside a list', doc({ type: 'listItem', content: [paragraph()] }), 'content.0'],
    ['text straight in the document', doc({ type: 'text', text: 'a' }), 'content.0'],
    ['empty text', doc(paragraph({ type: 'text', text: '' })), 'content.0.content.0.text'],
    ['a NUL', doc(paragraph({ type: 'text', text: 'a\0' })), 'content.0.content.0.text'],
    [
      'half of a surrogate pair',
      doc(paragraph({ type: 'text', text: '\ud800' })),
      'content.0.content.0.text',
    ],
    [
      'an unknown mark',
      doc(paragraph({ type: 'text', text: 'a', marks: [{ type: 'bold' }, { type: 'blink' }] })),
      'content.0.content.0.marks.1',
    ],
    [
      'the same mark twice',
      doc(paragraph({ type: 'text', text: 'a', marks: [{ type: 'bold' }, { type: 'bold' }] })),
      'content.0.content.0.marks.1',
    ],
    [
      'a mark beside code',
      doc(paragraph({ type: 'text', text: 'a', marks: [{ type: 'code' }, { type: 'italic' }] })),
      'content.0.content.0.marks.1',
    ],
    [
      'bold in a code block',
      doc({ type: 'codeBlock', content: [{ type: 'text', text: 'a', marks: [{ type: 'bold' }] }] }),
      'content.0.content.0.marks.0',
    ],
    ['a document without content', { type: 'doc' }, undefined],
    ['a document with an empty list', doc({ type: 'bulletList', content: [] }), 'content.0'],
  ])('refuses %s and says where', (_name, input, field) => {
    expect(fieldOf(input)).toBe(field);
  });

  test.each([
    ['javascript:alert(1)', false],
    [' java\nscript:alert(1)', false],
    ['JaVaScRiPt:alert(1)', false],
    ['data:text/html,<script>', false],
    ['vbscript:x', false],
    ['file:///etc/passwd', false],
    ['//example.com', false],
    ['/relative', false],
    ['', false],
    ['https://example.com', true],
    ['http://intranet/a', true],
    ['mailto:ana@example.com', true],
    ['tel:+551130000000', true],
  ])('a link to %j is kept: %s', (href, kept) => {
    const input = doc(paragraph({ type: 'text', text: 'a', marks: [{ type: 'link', attrs: { href } }] }));
    expect(fieldOf(input)).toBe(kept ? 'accepted' : 'content.0.content.0.marks.0.attrs.href');
  });

  test.each([
    ['data:image/png;base64,AAAA', true],
    ['data:image/jpeg;base64,AAA=', true],
    ['data:image/svg+xml;base64,AAAA', false],
    ['data:image/png;base64,AA', false],
    ['data:text/html;base64,AAAA', false],
    ['https://example.com/a.png', false],
    ['data:image/png;base64,AAAA" onerror="x', false],
    [undefined, false],
  ])('an image from %j is kept: %s', (src, kept) => {
    const input = doc({ type: 'image', attrs: src === undefined ? {} : { src } });
    expect(fieldOf(input)).toBe(kept ? 'accepted' : 'content.0.attrs.src');
  });

  test('refuses a document nested deeper than the limit, however deep', () => {
    for (const depth of [DEPTH_LIMIT + 1, 50_000]) {
      let node: unknown = paragraph();
      for (let level = 0; level < depth; level += 1) node = { type: 'blockquote', content: [node] };
      const result = parseRichText(doc(node));
      expect(result).toMatchObject({ ok: false, error: { code: 'too-large' } });
    }
  });

  test('refuses a text longer than the limit', () => {
    const result = parseRichText(doc(paragraph({ type: 'text', text: 'a'.repeat(200_001) })));
    expect(result).toMatchObject({ ok: false, error: { code: 'too-large' } });
  });

  test('the schema for the edges refuses the same documents at the same path', () => {
    expect(richTextDocumentSchema.safeParse(emptyRichText()).success).toBe(true);
    const result = richTextDocumentSchema.safeParse(
      doc(paragraph(), { type: 'heading', attrs: { level: 9 } }),
    );
    expect(result.error?.issues[0]?.path).toEqual(['content', 1, 'attrs', 'level']);
    expect(richTextDocumentSchema.safeParse({ ...emptyRichText(), extra: 1 }).success).toBe(false);
  });
});
