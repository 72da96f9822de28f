/** Takes the cursor to the field that a refusal names; its fold is open by then. */
export function focusField(field: string): void {
  requestAnimationFrame(() => {
    const row = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`);
    const target = row?.querySelector<HTMLElement>('input, [contenteditable="true"], textarea, button');
    target?.focus();
    row?.scrollIntoView({ block: 'nearest' });
  });
}
