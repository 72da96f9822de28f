export interface KbdProps {
  /** As written on the key, e.g. `Ctrl ↵`. */
  keys: string;
}

/** The key of an act, for the eye only: the button's `aria-keyshortcuts` says it. */
export function Kbd({ keys }: KbdProps) {
  return (
    <span class="kbd" aria-hidden="true">
      {keys}
    </span>
  );
}
