import { webChecklists } from './checklists.ts';
import { imagesToWords } from './images.ts';
import { marksFromStyles } from './styles.ts';
import { tidyTables } from './tables.ts';
import { officeLists } from './word-lists.ts';

/** What the editor itself put on the clipboard: it comes back as it was, and the schema alone judges it. */
const OWN = /<[^>]+\sdata-pm-slice=/i;

/** What says nothing to a reader. Its contents go with it. */
const UNREAD =
  'head, style, script, noscript, template, title, meta, link, base, xml, object, embed, iframe, frame, audio, video, source, canvas, svg';

/** Rows and cells without their table, as some programs leave them on the clipboard. */
const LOOSE_CELLS = /^\s*(?:<!--[\s\S]*?-->\s*)*<(?:tr|td|th|tbody|thead)\b/i;

/**
 * HTML from a clipboard made plain: structure that programs of offices and pages hide in their styles becomes elements that the
 * editor reads (lists, checklists, headings, marks, tables), everything else loses its styles, and no word is lost. It is read in a
 * document without a window, where nothing runs and nothing is fetched. The editor's schema still judges what comes out.
 */
export function cleanPastedHtml(html: string): string {
  if (OWN.test(html)) return html;
  const whole = LOOSE_CELLS.test(html) ? `<table>${html}</table>` : html;
  const { body } = new DOMParser().parseFromString(whole, 'text/html');
  removeComments(body);
  const svgWords = [...body.querySelectorAll('svg')].filter((drawing) => drawing.textContent.trim() !== '');
  for (const drawing of svgWords) drawing.replaceWith(drawing.textContent);
  for (const element of body.querySelectorAll(UNREAD)) element.remove();
  removeHidden(body);
  officeLists(body);
  webChecklists(body);
  imagesToWords(body);
  headingsAndQuotes(body);
  marksFromStyles(body);
  tidyTables(body);
  removeEmptyParagraphs(body);
  return body.innerHTML;
}

function removeComments(body: HTMLElement): void {
  const comments: Node[] = [];
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
  while (walker.nextNode()) comments.push(walker.currentNode);
  for (const comment of comments) (comment as Comment).remove();
}

/** What its program did not show either, such as rows that a spreadsheet filters out or Outlook's preview text. */
function removeHidden(body: HTMLElement): void {
  for (const element of body.querySelectorAll<HTMLElement>('[style], [hidden]')) {
    const style = element.getAttribute('style') ?? '';
    if (element.hidden || /(?:^|;)\s*(?:display\s*:\s*none|mso-hide\s*:\s*all)/i.test(style))
      element.remove();
  }
}

/** Word names titles and quotes by class; the editor has three sizes of titles. */
function headingsAndQuotes(body: HTMLElement): void {
  for (const element of body.querySelectorAll('h4, h5, h6')) rename(element, 'h3');
  for (const element of body.querySelectorAll('p.MsoTitle')) rename(element, 'h1');
  for (const element of body.querySelectorAll('p.MsoSubtitle')) rename(element, 'h2');
  for (const element of body.querySelectorAll('p.MsoQuote, p.MsoIntenseQuote')) {
    const quote = body.ownerDocument.createElement('blockquote');
    element.replaceWith(quote);
    quote.append(element);
  }
}

/** Programs of offices space their paragraphs with empty ones. */
function removeEmptyParagraphs(body: HTMLElement): void {
  for (const paragraph of body.querySelectorAll('p[class^="Mso"], p[class*=" Mso"], div[class*="Mso"]')) {
    const isEmpty = paragraph.textContent.replaceAll('\u00a0', ' ').trim() === '';
    if (isEmpty && paragraph.querySelector('img, table') === null && paragraph.closest('td, th, li') === null)
      paragraph.remove();
  }
}

function rename(element: Element, name: string): void {
  const renamed = element.ownerDocument.createElement(name);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
}
