/** What takes the cursor in a row, the likeliest first. */
const TARGETS = ['[contenteditable="true"]', 'input:not([type="file"])', '[role="switch"]', 'button'];

/** Takes the cursor to the field that a refusal names; its fold is open by then. */
export function focusField(field: string): void {
  requestAnimationFrame(() => {
    const row = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`);
    for (const selector of TARGETS) {
      const target = row?.querySelector<HTMLElement>(selector);
      if (target == null) continue;
      target.focus();
      row?.scrollIntoView({ block: 'nearest' });
      return;
    }
  });
}
