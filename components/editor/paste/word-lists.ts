/** Numbers and letters that Word writes before an item of a numbered list: `1.`, `a)`, `IV.`. */
const NUMBERED = /^\(?(?:\d+|[a-z]{1,2}|[ivxlcdm]+)[.):°º-]/i;

interface WordItem {
  paragraph: HTMLElement;
  list: string;
  level: number;
  marker: string;
}

/**
 * Word and Outlook write lists as paragraphs that begin with a drawn mark; the style `mso-list:l0 level2 lfo1` says of which list and
 * how deep. Neighbours become real lists, nested as they were, without the drawn marks.
 */
export function officeLists(body: HTMLElement): void {
  const items = [...body.querySelectorAll<HTMLElement>('p, h1, h2, h3, h4, h5, h6, div')].flatMap(toItem);
  const byParagraph = new Map(items.map((item) => [item.paragraph as Element, item]));
  const done = new Set<Element>();
  for (const { paragraph } of items) {
    if (done.has(paragraph)) continue;
    const run: WordItem[] = [];
    for (let next: Element | null = paragraph; next !== null; next = next.nextElementSibling) {
      const item = byParagraph.get(next);
      if (item === undefined) break;
      run.push(item);
      done.add(next);
    }
    buildLists(run);
  }
}

function toItem(paragraph: HTMLElement): WordItem[] {
  const found = /mso-list\s*:\s*(l\d+)\s+level(\d+)\b/i.exec(paragraph.getAttribute('style') ?? '');
  if (found === null || paragraph.querySelector('p, table') !== null) return [];
  const [, list = '', level = '1'] = found;
  const ignored = [...paragraph.querySelectorAll<HTMLElement>('[style]')].find((element) =>
    /mso-list\s*:\s*ignore/i.test(element.getAttribute('style') ?? ''),
  );
  const marker = ignored === undefined ? '' : ignored.textContent.trim();
  ignored?.remove();
  return [{ paragraph, list, level: Math.min(9, Math.max(1, Number(level))), marker }];
}

function buildLists(run: readonly WordItem[]): void {
  const first = run[0];
  if (first === undefined) return;
  const page = first.paragraph.ownerDocument;
  const place = page.createComment('');
  first.paragraph.before(place);
  const open: { list: HTMLElement; level: number; id: string }[] = [];
  for (const item of run) {
    while (open.length > 0 && (open.at(-1)?.level ?? 0) > item.level) open.pop();
    const tag = NUMBERED.test(item.marker) ? 'ol' : 'ul';
    let top = open.at(-1);
    // Another list at the same level: the one before ends.
    if (
      top !== undefined &&
      top.level === item.level &&
      (top.id !== item.list || top.list.localName !== tag)
    ) {
      open.pop();
      top = open.at(-1);
    }
    if (top === undefined || top.level < item.level) {
      const list = page.createElement(tag);
      const start = Number(/^\(?(\d+)/.exec(item.marker)?.[1] ?? '1');
      if (tag === 'ol' && start > 1) list.setAttribute('start', `${start}`);
      const last = top?.list.lastElementChild;
      if (last == null) place.before(list);
      else last.append(list);
      top = { list, level: item.level, id: item.list };
      open.push(top);
    }
    const entry = page.createElement('li');
    const text = page.createElement('p');
    text.append(...item.paragraph.childNodes);
    entry.append(text);
    top.list.append(entry);
    item.paragraph.remove();
  }
  place.remove();
}
