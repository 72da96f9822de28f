import { useLayoutEffect } from 'preact/hooks';
import type { Answered } from '../../state/asking.ts';
import { isSendKey } from '../panel/send-key.ts';

export interface WritingActs {
  /** What the workflow asks comes first; then with what was answered. */
  ok(answered?: Answered): Promise<void>;
  finishLater(): Promise<void>;
}

/** Ctrl+Enter sends, Alt+C puts off, wherever the cursor is. */
export function useWritingKeys(acts: WritingActs): void {
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (isSendKey(event)) {
        event.preventDefault();
        void acts.ok();
      } else if (isPutOffKey(event)) {
        event.preventDefault();
        void acts.finishLater();
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  });
}

function isPutOffKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.repeat) return false;
  return event.altKey && event.key.toLowerCase() === 'c';
}
