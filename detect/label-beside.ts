import { attributeOf, isField, isText } from './read-element.ts';

const LONGEST_LABEL = 40;

/** A label as it is compared: no accents, case, colon, asterisk or doubled spaces. */
export function textToLabel(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[\s:*]+/g, ' ')
    .trim()
    .toLowerCase();
}

/** The words that an element begins with, if they are few enough for a label; else an empty text. */
export function labelOf(element: Element): string {
  if (isField(element)) return textToLabel(attributeOf(element, 'aria-label'));
  if (element instanceof HTMLFormElement) return '';
  const first = element.firstChild;
  return isText(first) && first.length <= LONGEST_LABEL ? textToLabel(first.data) : '';
}

/**
 * Where the value of a label stands: the field that it names, the element inside (`<p>Cliente: <b>318</b></p>`), the text right after it, or
 * the next cell. A label may sit in a wrapper or two (`<td><b>Código</b></td><td>318</td>`).
 */
export function labelToValue(label: Element): Element | Text | null {
  if (isField(label)) return label;
  const control = (label.closest('label') as HTMLLabelElement | null)?.control;
  if (control) return control;
  if (label.firstElementChild) return label.firstElementChild;
  let at: Element | null = label;
  for (let up = 0; at && up < 3 && !(at instanceof HTMLFormElement); up++) {
    const text = at.nextSibling;
    if (isText(text) && text.data.trim()) return text;
    const next = at.nextElementSibling;
    if (next) return /^(?:th|dt)$/.test(next.localName) ? null : (fieldInside(next) ?? next);
    at = at.parentElement;
  }
  return null;
}

/** The field that a wrapper or two hold. */
function fieldInside(element: Element): Element | null {
  let at: Element | null = element;
  for (let down = 0; at && down < 3; down++) {
    if (isField(at)) return at;
    at = at.firstElementChild;
  }
  return null;
}
