import type { RichTextDocument } from '../../domain/rich-text/document.ts';
import { richTextToPlainText } from '../../domain/rich-text/plain-text.ts';
import { useCopy } from '../panel/use-copy.ts';
import { richTextToHtml } from './rich-text-to-html.ts';

/** Copies what was written, formatted and as plain text, and says so: what is pasted into takes what it can. */
export function useCopyDocument(): (document: RichTextDocument) => Promise<boolean> {
  const copy = useCopy();
  return (document) => copy(richTextToPlainText(document), richTextToHtml(document));
}
