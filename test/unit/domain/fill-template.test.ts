import { expect, test } from 'vitest';
import { fillTemplate } from '../../../domain/fill-template.ts';
import type { RichTextDocument, RichTextNode } from '../../../domain/rich-text/document.ts';

const text = (words: string, marks: string[] = []): RichTextNode => ({
  type: 'text',
  text: words,
  ...(marks.length === 0 ? {} : { marks: marks.map((type) => ({ type })) }),
});
const document = (...content: RichTextNode[]): RichTextDocument => ({ type: 'doc', content });
const paragraph = (...content: RichTextNode[]): RichTextNode => ({ type: 'paragraph', content });

test('placeholders are filled in in plain text, in marks and in tables', () => {
  const cell = { type: 'tableCell', content: [paragraph(text('{versao}'))] };
  const body = document(paragraph(text('Cliente {cliente} ('), text('{codigo}', ['bold']), text(')')), {
    type: 'table',
    content: [{ type: 'tableRow', content: [cell] }],
  });
  const filled = fillTemplate(body, { cliente: 'Rio Pardo', codigo: '000318', versao: '11.2' });
  expect(filled.content[0]?.content).toEqual([
    text('Cliente Rio Pardo ('),
    text('000318', ['bold']),
    text(')'),
  ]);
  expect(JSON.stringify(filled.content[1])).toContain('"11.2"');
});

test('what is unknown, empty or not given stays as it is', () => {
  const body = document(paragraph(text('{outro} {produto} {contato} {toString} {} { data }')));
  expect(fillTemplate(body, { produto: null, contato: '  ' })).toEqual(body);
});

test('a value is text, never markup and never another placeholder', () => {
  const body = document(paragraph(text('{cliente}')));
  const filled = fillTemplate(body, { cliente: '<b>{usuario}</b>\n$&', usuario: 'Caio' });
  expect(filled.content).toEqual([paragraph(text('<b>{usuario}</b> $&'))]);
});

test('the template itself is left alone', () => {
  const body = document(paragraph(text('{cliente}')));
  fillTemplate(body, { cliente: 'Rio Pardo' });
  expect(body).toEqual(document(paragraph(text('{cliente}'))));
});
