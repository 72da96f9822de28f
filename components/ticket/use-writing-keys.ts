import { useLayoutEffect } from 'preact/hooks';
import type { Answered } from '../../state/asking.ts';

export interface WritingActs {
  /** What the workflow asks comes first; then with what was answered. */
  ok(answered?: Answered): Promise<void>;
  finishLater(): Promise<void>;
}

/** Ctrl+Enter sends, Alt+C puts off, wherever the cursor is. */
export function useWritingKeys(acts: WritingActs): void {
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        void acts.ok();
      } else if (event.altKey && event.key.toLowerCase() === 'c') {
        event.preventDefault();
        void acts.finishLater();
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  });
}
