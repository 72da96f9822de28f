import { useRef } from 'preact/hooks';
import type { TabCall } from '../../state/ports.ts';
import { CallCardView } from './CallCardView.tsx';

/** The card as the whole frame. Where another call takes the place of one, what is typed for the first means nothing to the second. */
export function CallInFrame({ current }: { current: TabCall }) {
  const { id } = current.call;
  const shown = useRef({ id, replaces: false });
  if (shown.current.id !== id) shown.current = { id, replaces: true };
  return <CallCardView key={id} current={current} fillsFrame replaces={shown.current.replaces} />;
}
