import { LONGEST_TEXT } from './customer-code.ts';

/** Fields for secrets: a code of six digits in one of them is the key to another system, not a customer. */
const SECRET = /password|one-time|cc-/;

/** What a rule reads of an element: its attribute of that name, `text` or `value`. Nothing of a field for a secret. */
export function readElement(element: Element, source: string): string {
  const { type, autocomplete } = element as HTMLInputElement;
  if (SECRET.test(type + autocomplete)) return '';
  if (source === 'value') return `${(element as HTMLInputElement).value ?? ''}`;
  if (source === 'text') return isField(element) ? element.value : shortText(element);
  return attributeOf(element, source);
}

/** The element's own attribute, also on a form with a field of the name `getAttribute`. */
export function attributeOf(element: Element, name: string): string {
  return Element.prototype.getAttribute.call(element, name) ?? '';
}

/** Does the selector match, also on a form with a field of the name `matches`? */
export function isMatch(element: Element, selector: string): boolean {
  return Element.prototype.matches.call(element, selector);
}

export function isField(element: Element): element is HTMLInputElement {
  return /^(?:input|select|textarea|output)$/.test(element.localName);
}

export function isText(node: Node | null): node is Text {
  return node?.nodeType === 3;
}

/**
 * Text of an element that holds little; of one that holds more than a code needs, nothing. Stops by itself: `textContent` of a wrong element
 * would copy the whole page.
 */
function shortText(node: Node): string {
  let text = '';
  let steps = 24;
  const add = (from: Node) => {
    for (let child = from.firstChild; child && steps-- > 0; child = child.nextSibling) {
      if (isText(child)) text += child.substringData(0, LONGEST_TEXT);
      else {
        // Of another element: read together, two cells would make one code.
        text += ' ';
        add(child);
        text += ' ';
      }
    }
  };
  add(node);
  return steps < 0 ? '' : text;
}

/**
 * Is the element on screen, as far as the page's styles say? What is never drawn (meta, hidden fields, the title) counts as
 * shown: it is a statement of the page, not a part left over from the record before.
 */
export function isShown(element: Element): boolean {
  return (
    isMatch(element, 'head *,body,[type=hidden]') ||
    Element.prototype.checkVisibility.call(element, { visibilityProperty: true, opacityProperty: true })
  );
}
