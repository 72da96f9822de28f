import { useLayoutEffect, useRef } from 'preact/hooks';
import { usePanel } from '../panel/panel-context.ts';

/**
 * Time after showing, or after the card came to ask something else, in which its acts do nothing, in milliseconds: 300 from when it can be seen,
 * and the moment that the dock needs to show a frame whose height it has just heard.
 */
const GUARDED = 400;

/**
 * A card that appears under a click on its way must not be answered by it. Gives a function that lets acts of the agent's own hand through,
 * after the first moment and while nothing of the page lies over the card.
 */
export function useCardGuard(asks: string): (event: Event, act: () => void) => void {
  const panel = usePanel();
  const since = useRef(0);
  // Before the card can be seen: no click may come in between.
  useLayoutEffect(() => {
    const restart = () => {
      since.current = performance.now();
    };
    restart();
    // A tab that comes to the front shows the card at once.
    document.addEventListener('visibilitychange', restart);
    return () => document.removeEventListener('visibilitychange', restart);
  }, [asks]);
  return (event, act) => {
    if (since.current === 0 || performance.now() - since.current < GUARDED) return;
    if ((panel.ports.tab.refuses?.(event) ?? null) === null) act();
  };
}
