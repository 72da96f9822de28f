import { GitBranch, UsersRound } from 'lucide';
import type { Opinion } from '../../domain/ticket.ts';
import { workflow as words } from '../../locales/pt-BR/workflow.ts';
import { usePanel } from '../panel/panel-context.ts';
import { Icon } from '../ui/Icon.tsx';

type Way = Pick<Opinion, 'decisions' | 'centerBeforeId' | 'centerAfterId'>;

/** What the workflow asked with an opinion, and from which CR to which it took the ticket. */
export function OpinionWay({ opinion }: { opinion: Way }) {
  const panel = usePanel();
  const { decisions, centerBeforeId, centerAfterId } = opinion;
  const name = (id: string | null) => panel.catalogue.center(id)?.name ?? words.someCenter;
  // The first CR of a ticket is no move, unless answers led there.
  const moved =
    centerAfterId !== null &&
    centerAfterId !== centerBeforeId &&
    (centerBeforeId !== null || decisions.length > 0);
  if (!moved && decisions.length === 0) return null;
  return (
    <ul class="op__decs">
      {decisions.map(({ item, question, text }) => (
        <li class="dec" key={item} data-decision={item}>
          <Icon icon={GitBranch} size={14} label={words.decided} />
          <span>{question}</span>
          <b>{text}</b>
        </li>
      ))}
      {moved && (
        <li class="dec" data-moved={centerAfterId}>
          <Icon icon={UsersRound} size={14} />
          <span>
            {centerBeforeId === null
              ? words.arrived(name(centerAfterId))
              : words.moved(name(centerBeforeId), name(centerAfterId))}
          </span>
        </li>
      )}
    </ul>
  );
}
