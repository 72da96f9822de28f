import { expect, test } from 'vitest';
import { richTextToPlainText } from '../../../domain/rich-text/plain-text.ts';
import { templateTextToRichText } from '../../../server/company/template-text.ts';

function documentOf(markdown: string) {
  const parsed = templateTextToRichText(markdown);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value;
}

test.each([
  ['# Título', 'heading'],
  ['- um\n- dois', 'bulletList'],
  ['3. três\n4. quatro', 'orderedList'],
  ['- [x] feito\n- [ ] por fazer', 'taskList'],
  ['> citado', 'blockquote'],
  ['```\ncódigo\n```', 'codeBlock'],
  ['| a | b |\n| - | - |\n| 1 | 2 |', 'table'],
  ['---', 'horizontalRule'],
  ['![](data:image/png;base64,iVBORw0KGgo=)', 'image'],
])('%j becomes a block of its kind', (markdown, type) => {
  expect(documentOf(markdown).content.map((node) => node.type)).toEqual([type]);
});

test('marks and line breaks are kept', () => {
  const [paragraph] = documentOf('**a** _b_ ~~c~~ `d` [e](https://erp.example/)\nlinha').content;
  const marks = paragraph?.content?.flatMap((node) => node.marks?.map(({ type }) => type) ?? []);
  expect(marks).toEqual(['bold', 'italic', 'strike', 'code', 'link']);
  expect(paragraph?.content?.map(({ type }) => type)).toContain('hardBreak');
});

test('what a list and a checklist say, and lists within lists, are kept', () => {
  const document = documentOf('- [x] feito\n- [ ] por **fazer**\n\n1. um\n   - dentro\n');
  expect(richTextToPlainText(document)).toBe('feito\npor fazer\num\ndentro');
  const [first, second] = document.content[0]?.content ?? [];
  expect([first?.attrs, second?.attrs]).toEqual([{ checked: true }, { checked: false }]);
});

test('markup, entities and signs stay the text that they are', () => {
  expect(richTextToPlainText(documentOf('<b>x</b> A & B <script>alert(1)</script> {cliente} 5 < 6'))).toBe(
    '<b>x</b> A & B <script>alert(1)</script> {cliente} 5 < 6',
  );
  expect(richTextToPlainText(documentOf('<div>\nbloco\n</div>'))).toContain('<div>');
});

test.each(['[x](javascript:alert(1))', '![x](https://longe.example/x.png)'])('%s is refused', (markdown) => {
  expect(templateTextToRichText(markdown).ok).toBe(false);
});
