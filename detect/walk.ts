/** Elements looked at in one search. Fixed, so that a page of 50,000 rows costs what a page of none does. */
export const WALK_BUDGET = 1500;

/** More rows than this is a list of many records, not the record that the page is about. */
const MOST_ROWS = 50;

const OPAQUE = /^(?:svg|select|datalist|nav)$/;
const LISTS = /^(?:tbody|ul|ol|table)$/;

/**
 * Visits `root` and the elements below it in document order, at most `WALK_BUDGET` of them, until `visit` answers true. Stays out of what holds
 * no record: long tables and lists, menus, drawings. How long a list is, is asked by whether it has a child number 50, which costs the same for
 * 60 rows and for 50,000. The browser's walker leads, because a form's own properties can be hidden by the names of its fields.
 */
export function walk(root: Element, visit: (element: Element) => boolean): void {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
  for (let left = WALK_BUDGET; left > 0 && !visit(walker.currentNode as Element); left--) {
    let isThere = isOpen(walker.currentNode as Element) && walker.firstChild();
    while (!isThere) {
      isThere = walker.nextSibling();
      if (!isThere && !walker.parentNode()) return;
    }
  }
}

function isOpen(element: Element): boolean {
  const { localName } = element;
  return !OPAQUE.test(localName) && !(LISTS.test(localName) && element.children[MOST_ROWS]);
}
