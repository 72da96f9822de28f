import { useEffect, useState } from 'preact/hooks';
import { ui } from '../../locales/pt-BR/ui.ts';

export interface TimerProps {
  /** When it began, ISO 8601. */
  startedAt: string;
  /** More, such as "Início 14:32; termina no OK". */
  title?: string | undefined;
  /** Milliseconds since the epoch; the clock of the machine unless given. */
  now?: (() => number) | undefined;
}

/** The time that runs: minutes and seconds, with hours once there are any. */
export function Timer({ startedAt, title, now = Date.now }: TimerProps) {
  const [time, setTime] = useState(now);
  useEffect(() => {
    const interval = setInterval(() => setTime(now()), 1000);
    return () => clearInterval(interval);
  }, [now]);
  return (
    <span class="timer" title={title} role="timer" aria-label={ui.timer.running} aria-live="off">
      <i />
      <span class="num">{elapsed(time - Date.parse(startedAt))}</span>
    </span>
  );
}

/** `04:12`, `1:04:12`; never negative, whatever the clocks say. */
export function elapsed(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${two(minutes)}:${two(seconds % 60)}`;
}
