import { ChevronDown, PhoneIncoming, PhoneOutgoing, X } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { type Call, callState } from '../../domain/call.ts';
import { secondsToDuration } from '../../domain/format/duration.ts';
import { call as words } from '../../locales/pt-BR/call.ts';
import { dates } from '../../locales/pt-BR/dates.ts';
import type { CallCard } from '../../state/call-card.ts';
import { usePanel } from '../panel/panel-context.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { numberInWords } from './use-call-card.ts';

export interface CallHeaderProps {
  card: CallCard;
  /** As it is now: it may have been answered or ended since the card came. */
  call: Call;
  onCollapse: (event: MouseEvent) => void;
  onDismiss: (event: MouseEvent) => void;
}

/** Whose number, and since when; the ways to put the card away. */
export function CallHeader({ card, call, onCollapse, onDismiss }: CallHeaderProps) {
  return (
    <header class="callcard__head">
      <span class={callState(call) === 'ringing' ? 'callcard__ring is-ringing' : 'callcard__ring'}>
        <Icon icon={call.direction === 'in' ? PhoneIncoming : PhoneOutgoing} />
      </span>
      <div class="callcard__who cut">
        <b>{numberInWords(card)}</b>
        <span>{<Since call={call} />}</span>
      </div>
      <IconButton icon={ChevronDown} label={words.collapse} onClick={onCollapse} />
      <IconButton icon={X} label={words.dismiss} keys="Esc" onClick={onDismiss} />
    </header>
  );
}

/** `Chamando há 4 s`. */
function Since({ call }: { call: Call }) {
  const now = useSeconds(call.endedAt === null);
  if (call.direction === 'out') return <>{words.calling}</>;
  const from = Date.parse(call.answeredAt ?? call.startedAt);
  const until = call.endedAt === null ? now : Date.parse(call.endedAt);
  const time = spanInWords(Math.max(0, Math.round((until - from) / 1000)));
  const state = callState(call);
  if (state === 'ringing') return <>{words.ringingFor(time)}</>;
  return <>{state === 'answered' ? words.answeredFor(time) : words.endedAfter(time)}</>;
}

function spanInWords(seconds: number): string {
  return seconds < 60 ? words.seconds(seconds) : dates.duration(secondsToDuration(seconds));
}

/** The time, moving every second. */
function useSeconds(moves: boolean): number {
  const panel = usePanel();
  const [now, setNow] = useState(() => panel.ports.now().getTime());
  useEffect(() => {
    if (!moves) return undefined;
    const timer = setInterval(() => setNow(panel.ports.now().getTime()), 1000);
    return () => clearInterval(timer);
  }, [panel, moves]);
  return now;
}
