import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { LazyRichTextEditor } from '../../../components/editor/LazyRichTextEditor.tsx';
import { RichTextView } from '../../../components/editor/RichTextView.tsx';
import type { RichTextDocument, RichTextNode } from '../../../domain/rich-text/document.ts';
import { mount } from '../../support/browser/mount.tsx';
import { PIXEL, SAMPLE } from '../gallery/sample-document.ts';

const doc = (...content: RichTextNode[]): RichTextDocument => ({ type: 'doc', content });

test('a document is read with every node and mark that it may hold', () => {
  const panel = mount(<RichTextView document={SAMPLE} />);
  const selectors = [
    'strong',
    'em',
    'u',
    's',
    'code',
    'h4',
    'h5',
    'h6',
    'ol[start="3"]',
    'ul',
    'blockquote br',
    'pre code',
  ];
  for (const selector of [
    ...selectors,
    'hr',
    'th',
    'td',
    'input[type="checkbox"]:checked:disabled',
    'img[alt]',
  ]) {
    expect(panel.querySelector(selector), selector).not.toBeNull();
  }
  const link = panel.querySelector('a');
  expect(link?.rel).toBe('noopener noreferrer');
  expect(link?.target).toBe('_blank');
});

test('what should never have been stored is not drawn as anything that runs or calls out', () => {
  const panel = mount(
    <RichTextView
      document={doc(
        { type: 'script', content: [{ type: 'text', text: 'alert(1)' }] },
        { type: 'constructor' },
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: '<img src=x onerror=alert(1)>' },
            {
              type: 'text',
              text: 'clique',
              marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }],
            },
            { type: 'text', text: 'pisca', marks: [{ type: 'blink' }] },
          ],
        },
        { type: 'image', attrs: { src: 'https://tracker.example/pixel.png' } },
        { type: 'image', attrs: { src: PIXEL, alt: '"><script>alert(1)</script>' } },
      )}
    />,
  );
  expect(panel.querySelectorAll('script, a, blink')).toHaveLength(0);
  expect(panel.querySelectorAll('img')).toHaveLength(1);
  expect(panel.textContent).toContain('<img src=x onerror=alert(1)>');
  expect(panel.textContent).toContain('clique');
});

test('the empty paragraph that the editor keeps at the end is not read', () => {
  const panel = mount(
    <RichTextView
      document={doc({ type: 'image', attrs: { src: PIXEL } }, { type: 'paragraph' }, { type: 'paragraph' })}
    />,
  );
  expect(panel.querySelectorAll('p')).toHaveLength(0);
});

test('the editor arrives by itself when it is first shown', async () => {
  mount(<LazyRichTextEditor label="Descrição" initialDocument={SAMPLE} onChange={() => {}} autofocus />);
  await expect.element(page.getByRole('textbox', { name: 'Descrição' })).toHaveFocus();
});
