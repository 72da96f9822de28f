import { Copy, RefreshCw, TriangleAlert } from 'lucide';
import type { OutboxEntry } from '../../domain/delivery.ts';
import { richTextToPlainText } from '../../domain/rich-text/plain-text.ts';
import { dates } from '../../locales/pt-BR/dates.ts';
import { ticket as words } from '../../locales/pt-BR/ticket.ts';
import type { PanelPorts } from '../../state/ports.ts';
import { usePanel, useToasts } from '../panel/panel-context.ts';
import { useCopy } from '../panel/use-copy.ts';
import { useResume } from '../panel/use-resume.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';

/** The choices for a command that waits or needs the agent: again, back to draft (or give up), copy. */
export function EntryActions({ entry }: { entry: OutboxEntry }) {
  const panel = usePanel();
  const toasts = useToasts();
  const resume = useResume();
  const copy = useCopy();
  const { outbox } = panel.ports;

  const recall = async () => {
    const answer = await outbox.recall(entry.id);
    if (!answer.ok) toasts.show({ text: answer.error.message, icon: TriangleAlert });
    else await resume(answer.value);
  };

  return (
    <>
      <Button
        size="xs"
        kind={entry.state === 'needs' ? 'primary' : 'default'}
        icon={RefreshCw}
        onClick={() => void outbox.retry(entry.id)}
        data={{ 'data-guard': '' }}
      >
        {words.retry}
      </Button>
      {entry.draft === null ? (
        <Button size="xs" kind="quiet" onClick={() => void outbox.drop(entry.id)} data={{ 'data-guard': '' }}>
          {words.giveUp}
        </Button>
      ) : (
        <>
          {entry.mayBeApplied !== true && (
            <Button size="xs" onClick={() => void recall()} data={{ 'data-guard': '' }}>
              {words.toDraft}
            </Button>
          )}
          <IconButton
            icon={Copy}
            size="xs"
            label={words.copyText}
            onClick={() => void copy(richTextToPlainText(entry.draft?.body ?? { type: 'doc', content: [] }))}
          />
        </>
      )}
    </>
  );
}

/** Whether there is something to choose: it needs the agent, or it waits and can still be taken back. */
export function hasChoices(entry: OutboxEntry, isReachable: boolean): boolean {
  return entry.state === 'needs' || (entry.state === 'queued' && (entry.attempts > 0 || !isReachable));
}

/** Whether what waits would go at once: the server answers and somebody is signed in. */
export function isReachable(ports: Pick<PanelPorts, 'connection' | 'session'>): boolean {
  return ports.connection.state.value === 'online' && ports.session.state.value.kind === 'signed-in';
}

/** Why a queued command is not on its way yet; null where it will be at once. */
export function whyWaits(entry: OutboxEntry, all: readonly OutboxEntry[], now: Date): string | null {
  if (entry.state !== 'queued') return null;
  const isBehind = all.some(
    (other) =>
      other.ticketId === entry.ticketId && other.sequence < entry.sequence && other.state !== 'confirmed',
  );
  if (isBehind) return words.waitsForEarlier;
  if (entry.retryAt === null) return null;
  const seconds = Math.round((Date.parse(entry.retryAt) - now.getTime()) / 1000);
  if (seconds <= 0) return null;
  return words.retryIn(
    seconds < 60 ? `${seconds} s` : dates.span({ unit: 'minute', count: Math.ceil(seconds / 60) }),
  );
}
