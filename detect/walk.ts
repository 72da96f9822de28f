/** Elements looked at in one search. Fixed, so that a page of 50,000 rows costs what a page of none does. */
export const WALK_BUDGET = 1500;

/** More rows than this is a list of many records, not the record that the page is about. */
const MOST_ROWS = 50;

const OPAQUE = /^(?:svg|select|datalist|nav)$/;
const LISTS = /^(?:tbody|ul|ol|table)$/;

/**
 * Visits the elements below `root` in document order, at most `WALK_BUDGET` of them, until `visit` answers true. Stays out of what holds no
 * record: long tables and lists, menus, drawings. How long a list is, is asked by whether it has a child number 50, which costs the same
 * for 60 rows and for 50,000.
 */
export function walk(root: Element, visit: (element: Element) => boolean): void {
  let left = WALK_BUDGET;
  let at: Element | null = firstInside(root);
  while (at && left-- > 0) {
    if (visit(at)) return;
    let next: Element | null = firstInside(at);
    while (!next && at && at !== root) {
      next = at.nextElementSibling;
      if (!next) at = at.parentElement;
    }
    at = next;
  }
}

function firstInside(element: Element): Element | null {
  const { localName } = element;
  const isLong = LISTS.test(localName) && element.children[MOST_ROWS];
  return isLong || OPAQUE.test(localName) ? null : element.firstElementChild;
}
