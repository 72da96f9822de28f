import { LONGEST_TEXT } from './customer-code.ts';

/** What a rule reads of an element: its attribute of that name, `text` or `value`. */
export function readElement(element: Element, source: string): string {
  if (source === 'value') return String((element as HTMLInputElement).value ?? '');
  if (source === 'text') return isField(element) ? element.value : shortText(element);
  return element.getAttribute(source) ?? '';
}

export function isField(element: Element): element is HTMLInputElement {
  return /^(?:input|select|textarea|output)$/.test(element.localName);
}

export function isText(node: Node | null): node is Text {
  return node?.nodeType === 3;
}

/**
 * Text of an element that holds little; longer than any code needs, it comes cut, and so is no code.
 * Stops by itself: `textContent` of a wrong element would copy the whole page.
 */
export function shortText(node: Node, left = LONGEST_TEXT): string {
  let text = '';
  let steps = 24;
  const add = (from: Node) => {
    for (
      let child = from.firstChild;
      child && text.length <= left && steps-- > 0;
      child = child.nextSibling
    ) {
      if (isText(child)) text += child.data;
      else add(child);
    }
  };
  add(node);
  return steps < 0 ? 'x'.repeat(left + 1) : text;
}

/**
 * Is the element on screen, as far as the page's styles say? What is never drawn (meta, hidden fields, the title) counts as
 * shown: it is a statement of the page, not a part left over from the record before.
 */
export function isShown(element: Element): boolean {
  return (
    element.matches('head *,body,[type=hidden]') ||
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
  );
}
