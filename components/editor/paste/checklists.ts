/** Marks that people write for a box in text. */
const BOXES: Readonly<Record<string, boolean>> = { '☐': false, '☑': true, '☒': true };

/** Lists with boxes, as Google's documents and web pages have them, become the editor's checklists. */
export function webChecklists(body: HTMLElement): void {
  for (const list of body.querySelectorAll<HTMLElement>('ul, ol')) {
    const items = [...list.children].filter((child) => child.localName === 'li') as HTMLElement[];
    const states = items.map(stateOf);
    if (items.length === 0 || states.some((state) => state === null)) continue;
    list.setAttribute('data-type', 'taskList');
    items.forEach((item, index) => {
      item.setAttribute('data-type', 'taskItem');
      item.setAttribute('data-checked', `${states[index]}`);
      dropBox(item);
    });
  }
}

/** Whether an item is checked; null where it has no box. */
function stateOf(item: HTMLElement): boolean | null {
  if (item.getAttribute('role') === 'checkbox') return item.getAttribute('aria-checked') === 'true';
  if (item.dataset.type === 'taskItem') return item.dataset.checked === 'true';
  const box = boxOf(item);
  if (box !== null) return box.hasAttribute('checked');
  return BOXES[item.textContent.trimStart().charAt(0)] ?? null;
}

/** A box that stands in the item itself, not in a list within it. */
function boxOf(item: HTMLElement): HTMLInputElement | null {
  const box = item.querySelector<HTMLInputElement>('input[type="checkbox"]');
  return box?.closest('li') === item ? box : null;
}

function dropBox(item: HTMLElement): void {
  boxOf(item)?.remove();
  // Google draws the box as an image of its own.
  if (item.getAttribute('role') === 'checkbox') item.querySelector(':scope > img')?.remove();
  const walker = item.ownerDocument.createTreeWalker(item, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null) {
    const text = node.data.trimStart();
    if (text === '') continue;
    if (text.charAt(0) in BOXES) node.data = text.slice(1).trimStart();
    return;
  }
}
