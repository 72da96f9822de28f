/** Cells of one pasted table. A larger one would leave the document no room, and nobody reads it as a table in a panel. */
export const TABLE_CELL_LIMIT = 2000;
/** Columns of one pasted table. */
export const TABLE_COLUMN_LIMIT = 30;

/**
 * Tables without what only spaced or drew them: a table of one cell is its contents, empty rows and columns at the end are left out, and one
 * that is too large becomes lines of text with tabs, so that nothing of it is lost.
 */
export function tidyTables(body: HTMLElement): void {
  // The innermost first: what is unwrapped in them is seen by those around.
  for (const table of [...body.querySelectorAll('table')].reverse()) {
    if (table.rows.length === 0) {
      table.replaceWith(...table.childNodes);
      continue;
    }
    moveCaption(table);
    dropEmptyEnd(table);
    const cells = [...table.rows].reduce((sum, row) => sum + row.cells.length, 0);
    if (cells === 0) table.remove();
    else if (cells === 1) unwrapCell(table);
    else if (cells > TABLE_CELL_LIMIT || widest(table) > TABLE_COLUMN_LIMIT) toLines(table);
  }
}

function widest(table: HTMLTableElement): number {
  return Math.max(
    ...[...table.rows].map((row) => [...row.cells].reduce((sum, cell) => sum + cell.colSpan, 0)),
  );
}

function moveCaption(table: HTMLTableElement): void {
  const { caption } = table;
  if (caption === null) return;
  const line = table.ownerDocument.createElement('p');
  line.append(...caption.childNodes);
  table.before(line);
  caption.remove();
}

function dropEmptyEnd(table: HTMLTableElement): void {
  for (let row = table.rows.item(table.rows.length - 1); row !== null && isEmpty(row); ) {
    row.remove();
    row = table.rows.item(table.rows.length - 1);
  }
  const isPlain = table.querySelector('[colspan]:not([colspan="1"]), [rowspan]:not([rowspan="1"])') === null;
  while (isPlain && table.rows.length > 0) {
    const last = [...table.rows].map((row) => row.cells.item(row.cells.length - 1));
    const width = table.rows[0]?.cells.length ?? 0;
    const isSquare = [...table.rows].every((row) => row.cells.length === width);
    if (width < 2 || !isSquare || !last.every((cell) => cell !== null && isEmpty(cell))) return;
    for (const cell of last) cell?.remove();
  }
}

function isEmpty(element: Element): boolean {
  return element.textContent.trim() === '' && element.querySelector('img') === null;
}

function unwrapCell(table: HTMLTableElement): void {
  const cell = table.querySelector('td, th');
  const box = table.ownerDocument.createElement('div');
  box.append(...(cell?.childNodes ?? []));
  table.replaceWith(box);
}

function toLines(table: HTMLTableElement): void {
  const lines = [...table.rows].map((row) =>
    [...row.cells]
      .map((cell) => cell.textContent.replace(/\s+/g, ' ').trim())
      .join('\t')
      .trimEnd(),
  );
  const block = table.ownerDocument.createElement('pre');
  const code = table.ownerDocument.createElement('code');
  code.textContent = lines.join('\n');
  block.append(code);
  table.replaceWith(block);
}
