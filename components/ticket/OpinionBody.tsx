import type { RichTextDocument } from '../../domain/rich-text/document.ts';
import { richTextToPlainText } from '../../domain/rich-text/plain-text.ts';

/** The text of an opinion as it was written. */
export function OpinionBody({ body }: { body: RichTextDocument }) {
  return <div class="doc">{richTextToPlainText(body)}</div>;
}
