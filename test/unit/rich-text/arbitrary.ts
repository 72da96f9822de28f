import fc from 'fast-check';
import type { RichTextDocument, RichTextNode } from '../../../domain/rich-text/document.ts';

const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const text: fc.Arbitrary<RichTextNode> = fc
  .record({
    text: fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
      .filter((value) => !value.includes('\0')),
    marks: fc.subarray(['bold', 'italic', 'strike', 'underline']),
    href: fc.option(
      fc.constantFrom('https://example.com/a?b=c', 'mailto:a@example.com', 'tel:+551130000000'),
    ),
  })
  .map(({ text, marks, href }) => ({
    type: 'text',
    text,
    marks: [
      ...(href === null ? [] : [{ type: 'link', attrs: { href } }]),
      ...marks.map((type) => ({ type })),
    ],
  }));

const inline = fc.array(fc.oneof(text, fc.constant<RichTextNode>({ type: 'hardBreak' })), { maxLength: 4 });

const { block } = fc.letrec<{ block: RichTextNode; paragraph: RichTextNode; item: RichTextNode[] }>(
  (tie) => ({
    paragraph: inline.map((content) => ({ type: 'paragraph', content })),
    item: fc
      .tuple(tie('paragraph'), fc.array(tie('block'), { maxLength: 1, depthIdentifier: 'block' }))
      .map(([first, rest]) => [first, ...rest]),
    block: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'block' },
      tie('paragraph'),
      fc.record({ level: fc.constantFrom(1, 2, 3), content: inline }).map(({ level, content }) => ({
        type: 'heading',
        attrs: { level },
        content,
      })),
      fc.constant<RichTextNode>({ type: 'horizontalRule' }),
      fc.constant<RichTextNode>({ type: 'image', attrs: { src: PIXEL, alt: 'um ponto' } }),
      list('bulletList', 'listItem', {}, {}, tie('item')),
      list('orderedList', 'listItem', { start: 3 }, {}, tie('item')),
      list('taskList', 'taskItem', {}, { checked: true }, tie('item')),
      tie('item').map((content) => ({ type: 'blockquote', content })),
      tie('item').map((content) => ({
        type: 'table',
        content: [{ type: 'tableRow', content: [{ type: 'tableCell', attrs: { colspan: 2 }, content }] }],
      })),
    ),
  }),
);

function list(
  type: string,
  itemType: string,
  attrs: object,
  itemAttrs: object,
  item: fc.Arbitrary<RichTextNode[]>,
) {
  return fc.array(item, { minLength: 1, maxLength: 3 }).map(
    (items): RichTextNode => ({
      type,
      attrs: { ...attrs },
      content: items.map((content) => ({ type: itemType, attrs: { ...itemAttrs }, content })),
    }),
  );
}

/** Documents that may be kept. */
export const richTextDocuments: fc.Arbitrary<RichTextDocument> = fc
  .array(block, { minLength: 1, maxLength: 5 })
  .map((content) => ({ type: 'doc', content }));

/** Values that look like documents, right or wrong. */
export const documentLikeValues: fc.Arbitrary<unknown> = fc.oneof(
  fc.anything(),
  fc.record({ type: fc.constant('doc'), content: fc.array(fc.anything()) }),
  fc.letrec<{ node: unknown }>((tie) => ({
    node: fc.record(
      {
        type: fc.oneof(
          fc.constantFrom(
            'doc',
            'paragraph',
            'text',
            'heading',
            'image',
            'table',
            'tableRow',
            '__proto__',
            'toString',
          ),
          fc.anything(),
        ),
        attrs: fc.oneof(
          fc.dictionary(fc.constantFrom('level', 'src', 'href', 'constructor', '__proto__'), fc.anything()),
          fc.anything(),
        ),
        content: fc.oneof(
          { depthIdentifier: 'node', maxDepth: 4 },
          fc.anything(),
          fc.array(tie('node'), { maxLength: 3 }),
        ),
        marks: fc.oneof(
          fc.anything(),
          fc.array(fc.record({ type: fc.constantFrom('bold', 'code', 'link') })),
        ),
        text: fc.oneof(fc.string(), fc.anything()),
      },
      { requiredKeys: ['type'] },
    ),
  })).node,
);
