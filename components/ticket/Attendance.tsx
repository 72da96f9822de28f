import { Eye, PencilLine } from 'lucide';
import { useEffect, useMemo } from 'preact/hooks';
import { ticket as words } from '../../locales/pt-BR/ticket.ts';
import { usePanel } from '../panel/panel-context.ts';
import { Icon } from '../ui/Icon.tsx';

/** Who else has the ticket on screen now, those who write first. Tells the others of this agent for as long as it is shown. */
export function Attendance({ ticketId, isWriting }: { ticketId: string; isWriting: boolean }) {
  const panel = usePanel();
  const { presence } = panel.ports;
  useEffect(
    () => presence.at({ ticketId, doing: isWriting ? 'writing' : 'viewing' }),
    [presence, ticketId, isWriting],
  );
  useEffect(() => () => presence.at(null), [presence]);
  const others = useMemo(() => presence.others(ticketId), [presence, ticketId]);
  const names = (doing: 'viewing' | 'writing') =>
    others.value
      .filter((one) => one.doing === doing)
      .map(({ userId }) => panel.catalogue.user(userId)?.name ?? words.someone);
  const [writing, viewing] = [names('writing'), names('viewing')];
  return (
    <div class="tk__others" role="status">
      {writing.length > 0 && (
        <span class="tk__other is-writing">
          <Icon icon={PencilLine} size={14} />
          <span class="cut">{words.writingToo(writing)}</span>
        </span>
      )}
      {viewing.length > 0 && (
        <span class="tk__other">
          <Icon icon={Eye} size={14} />
          <span class="cut">{words.viewingToo(viewing)}</span>
        </span>
      )}
    </div>
  );
}
