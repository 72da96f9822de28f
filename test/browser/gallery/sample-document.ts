import type { RichTextDocument, RichTextNode } from '../../../domain/rich-text/document.ts';

/** A red pixel. */
export const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

const text = (words: string, ...marks: string[]): RichTextNode => ({
  type: 'text',
  text: words,
  ...(marks.length === 0 ? {} : { marks: marks.map((type) => ({ type })) }),
});
const paragraph = (...content: RichTextNode[]): RichTextNode => ({ type: 'paragraph', content });
const cell = (type: string, words: string): RichTextNode => ({ type, content: [paragraph(text(words))] });

/** Every node and mark that a document may hold. */
export const SAMPLE: RichTextDocument = {
  type: 'doc',
  content: [
    paragraph(
      text('José ligou: a NF-e 8.114 volta com a '),
      text('rejeição 778', 'bold'),
      text(' (NCM '),
      text('inexistente', 'italic', 'underline'),
      text(', não '),
      text('vencido', 'strike'),
      text('). Veja '),
      {
        type: 'text',
        text: 'a nota técnica',
        marks: [{ type: 'link', attrs: { href: 'https://example.com/nota' } }],
      },
      text('.'),
    ),
    { type: 'heading', attrs: { level: 1 }, content: [text('Título grande')] },
    { type: 'heading', attrs: { level: 2 }, content: [text('Título médio')] },
    { type: 'heading', attrs: { level: 3 }, content: [text('Título pequeno')] },
    {
      type: 'orderedList',
      attrs: { start: 3 },
      content: [
        {
          type: 'listItem',
          content: [
            paragraph(text('Conferido o cadastro: NCM '), text('2106.90.29', 'code'), text(' foi extinto.')),
          ],
        },
        {
          type: 'listItem',
          content: [
            paragraph(text('Falta reenviar.')),
            {
              type: 'bulletList',
              content: [{ type: 'listItem', content: [paragraph(text('hoje, até 18 h'))] }],
            },
          ],
        },
      ],
    },
    {
      type: 'taskList',
      content: [
        { type: 'taskItem', attrs: { checked: true }, content: [paragraph(text('trocar o NCM'))] },
        { type: 'taskItem', attrs: { checked: false }, content: [paragraph(text('reenviar a nota'))] },
      ],
    },
    {
      type: 'blockquote',
      content: [paragraph(text('“Não passa desde ontem”,'), { type: 'hardBreak' }, text('disse José.'))],
    },
    { type: 'codeBlock', attrs: { language: 'xml' }, content: [text('<NCM>21069029</NCM>')] },
    { type: 'horizontalRule' },
    {
      type: 'table',
      content: [
        { type: 'tableRow', content: [cell('tableHeader', 'Item'), cell('tableHeader', 'NCM')] },
        { type: 'tableRow', content: [cell('tableCell', '3'), cell('tableCell', '2106.90.90')] },
      ],
    },
    { type: 'image', attrs: { src: PIXEL, alt: 'Tela da rejeição', title: null, width: 320, height: 80 } },
    paragraph(text('Fim.')),
  ],
};
