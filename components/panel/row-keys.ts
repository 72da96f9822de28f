/** Arrows go from row to row of a screen (elements with `data-row`); the one that has the focus is the selected one. */
export function moveBetweenRows(event: KeyboardEvent, screen: HTMLElement): void {
  if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  if (event.target instanceof Element && event.target.closest('[contenteditable],textarea,[role=combobox]'))
    return;
  const rows = [...screen.querySelectorAll<HTMLElement>('[data-row]')];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const next = event.key === 'ArrowDown' ? rows[at + 1] : rows[at < 0 ? rows.length - 1 : at - 1];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
