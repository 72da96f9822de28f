/** Ctrl+Enter, pressed once and for nothing else: it sends what is on the screen, wherever the cursor is. */
export function isSendKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.repeat) return false;
  return event.key === 'Enter' && (event.ctrlKey || event.metaKey);
}
