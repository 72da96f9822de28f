/** Fonts of code, as programs name them in styles. */
const KEPT_ATTRIBUTES = new Set([
  ...['href', 'src', 'alt', 'title', 'width', 'height', 'colspan', 'rowspan', 'start'],
  ...['data-type', 'data-checked', 'class'],
]);

/**
 * Turns what a style says of the letters into elements (Google's documents say bold in no other way), then takes all styles and every
 * attribute that means nothing to a document.
 */
export function marksFromStyles(body: HTMLElement): void {
  for (const element of body.querySelectorAll<HTMLElement>('[style]')) {
    const tags = tagsOf(element);
    if (tags.length > 0) wrapContents(element, tags);
    // Google wraps all it copies in a bold that says it is none.
    if (/^(?:B|STRONG)$/.test(element.tagName) && isNormal(element.style.fontWeight)) unwrap(element);
    else if (/^(?:I|EM)$/.test(element.tagName) && element.style.fontStyle === 'normal') unwrap(element);
  }
  for (const element of body.querySelectorAll('*')) {
    for (const { name } of [...element.attributes]) {
      if (!KEPT_ATTRIBUTES.has(name)) element.removeAttribute(name);
    }
    const { className } = element;
    if (typeof className === 'string' && !/^language-/.test(className)) {
      if (!/\bMso/.test(className)) element.removeAttribute('class');
    }
  }
}

function tagsOf({ style, tagName, parentElement }: HTMLElement): string[] {
  // A block of bold letters is a way to draw it, and cells of spreadsheets keep their marks.
  const isInline = /^(?:SPAN|FONT|A|TD|TH|LI|P)$/.test(tagName);
  if (!isInline) return [];
  const line = `${style.textDecoration} ${style.textDecorationLine}`;
  const isLink = tagName === 'A' || parentElement?.closest('a') != null;
  return [
    isBold(style.fontWeight) && 'strong',
    /italic|oblique/.test(style.fontStyle) && 'em',
    /underline/.test(line) && !isLink && 'u',
    /line-through/.test(line) && 's',
  ].filter((tag) => tag !== false);
}

function isBold(weight: string): boolean {
  return weight === 'bold' || weight === 'bolder' || Number(weight) >= 600;
}

function isNormal(weight: string): boolean {
  return weight === 'normal' || weight === '400';
}

function wrapContents(element: HTMLElement, tags: readonly string[]): void {
  if (element.textContent.trim() === '') return;
  // Inside a cell or paragraph with blocks the marks would stand around blocks: there the letters' own elements say it.
  if (element.querySelector('p, div, ul, ol, table, h1, h2, h3, blockquote, pre') !== null) return;
  let inner: HTMLElement = element;
  const contents = [...element.childNodes];
  for (const tag of tags) {
    const mark = element.ownerDocument.createElement(tag);
    inner.append(mark);
    inner = mark;
  }
  inner.append(...contents);
}

function unwrap(element: HTMLElement): void {
  element.replaceWith(...element.childNodes);
}
