/** Keys that move the cursor inside a group that is one stop of the Tab key. */
const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/**
 * Moves the focus among the parts of a group that can be seen, for the arrow keys, Home and End.
 * Gives the part that now has it; null when the key means nothing here.
 */
export function moveFocus(event: KeyboardEvent, group: Element, selector: string): HTMLElement | null {
  const step = STEPS[event.key];
  if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return null;
  const parts = [...group.querySelectorAll<HTMLElement>(selector)].filter((part) => part.checkVisibility());
  const at = parts.indexOf(document.activeElement as HTMLElement);
  const next = at < 0 ? undefined : parts[step(at, parts.length)];
  if (next === undefined) return null;
  event.preventDefault();
  next.focus();
  return next;
}

/** The same along one list of choices that all four arrows go through, as in a group of radio buttons. */
export function moveChoice(event: KeyboardEvent, group: Element): HTMLElement | null {
  const key = event.key === 'ArrowDown' ? 'ArrowRight' : event.key === 'ArrowUp' ? 'ArrowLeft' : event.key;
  const sideways = key === event.key ? event : new KeyboardEvent('keydown', { key, cancelable: true });
  const part = moveFocus(sideways, group, '[role="radio"]');
  if (part !== null) event.preventDefault();
  return part;
}
