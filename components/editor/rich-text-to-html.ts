import { h, render } from 'preact';
import type { RichTextDocument } from '../../domain/rich-text/document.ts';
import { RichTextView } from './RichTextView.tsx';

/** A document as HTML, for the clipboard only: the elements that are read on screen, never text put together. */
export function richTextToHtml(text: RichTextDocument): string {
  const place = document.createElement('div');
  render(h(RichTextView, { document: text }), place);
  const html = place.innerHTML;
  render(null, place);
  return html;
}
