/** What takes the cursor where no label names it, the likeliest first. */
const TARGETS = ['[contenteditable="true"]', 'input:not([type="file"])', '[role="switch"]', 'button'];

/** Takes the cursor to the field that a refusal names; its fold is open by then. */
export function focusField(field: string): void {
  requestAnimationFrame(() => {
    const row = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`);
    if (row === null) return;
    const labelled = row.querySelector('label')?.control;
    const target =
      labelled ??
      TARGETS.map((selector) => row.querySelector<HTMLElement>(selector)).find((one) => one !== null);
    target?.focus();
    row.scrollIntoView({ block: 'nearest' });
  });
}
