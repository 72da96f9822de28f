import { LockOpen } from 'lucide';
import type { Opinion } from '../../domain/ticket.ts';
import { unlock as words } from '../../locales/pt-BR/unlock.ts';
import { Icon } from '../ui/Icon.tsx';

/** What an opinion changed of the ticket's unlocked fields, in the words of that day. */
export function OpinionChanges({ changes }: { changes: Opinion['changes'] }) {
  const real = changes.filter(({ from, to }) => from !== to);
  if (real.length === 0) return null;
  return (
    <ul class="op__decs">
      {real.map(({ field, from, to }) => (
        <li class="dec" key={field} data-changed={field}>
          <Icon icon={LockOpen} size={14} />
          <span>{`${words.changed[field]}:`}</span>
          <b>{words.changedTo(from ?? words.nothing, to ?? words.nothing)}</b>
        </li>
      ))}
    </ul>
  );
}
