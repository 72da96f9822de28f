import { useRef } from 'preact/hooks';
import type { TabCall } from '../../state/ports.ts';
import { usePanel } from '../panel/panel-context.ts';
import { CallCardView } from './CallCardView.tsx';

/** The card over the panel, once the agent asked for it. */
export function CallOverPanel() {
  const panel = usePanel();
  const current = panel.ports.calls.current.value;
  const shown = panel.callShown.value;
  const place = useRef<HTMLDivElement>(null);
  const kept = useRef<TabCall | null>(null);
  if (current === null || shown === null) kept.current = null;
  else if (shown === current.call.id) kept.current = current.asks ? current : null;
  // Another call came. While the agent is in the card it stays: what is typed is meant for it, and not for the panel's keys.
  else if (place.current?.contains(document.activeElement) !== true) kept.current = null;
  if (kept.current === null) return null;
  return (
    <div class="callover" ref={place}>
      <CallCardView
        key={kept.current.call.id}
        current={kept.current}
        fillsFrame={false}
        onCollapse={() => panel.showCall(null)}
      />
    </div>
  );
}
