const NAMES: Readonly<Record<string, string>> = {
  Ctrl: 'Control',
  '↵': 'Enter',
  Esc: 'Escape',
  '↑': 'ArrowUp',
  '↓': 'ArrowDown',
};

/** The key as a button shows it, e.g. `Ctrl ↵`, as `aria-keyshortcuts` wants it: `Control+Enter`. */
export function keysToShortcut(keys: string): string {
  return keys
    .split(' ')
    .map((key) => NAMES[key] ?? key)
    .join('+');
}
