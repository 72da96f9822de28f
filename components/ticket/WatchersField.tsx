import { X } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import type { Ticket } from '../../domain/ticket.ts';
import { ticket as ticketWords } from '../../locales/pt-BR/ticket.ts';
import { ui } from '../../locales/pt-BR/ui.ts';
import { writing as words } from '../../locales/pt-BR/writing.ts';
import { writerOf } from '../../state/writer.ts';
import { usePanel } from '../panel/panel-context.ts';
import { Combobox } from '../ui/Combobox.tsx';
import { FieldRow } from '../ui/Field.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Avatar } from '../ui/Monogram.tsx';
import type { WritingForm } from './use-writing.ts';
import { userOptions } from './user-options.ts';

/** As many as the command takes. */
const MOST = 50;

/** Spy System: users who are told by e-mail of every step. For a ticket that goes on, those that it has stay unless changed. */
export function WatchersField({ form, ticket = null }: { form: WritingForm; ticket?: Ticket | null }) {
  const panel = usePanel();
  const root = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState('');
  const { user } = writerOf(panel.ports.session.state.value);
  const chosen = form.draft.watcherIds ?? ticket?.watcherIds ?? [];
  // Without knowing who is told already, one more would take the place of all.
  const isUnknown = form.draft.watcherIds === undefined && ticket !== null && ticket.watcherIds === undefined;
  const nameOf = (id: string) => panel.catalogue.user(id)?.name ?? ticketWords.someone;
  const options = userOptions(panel.catalogue.all.value.users, user).filter(
    ({ value }) => !chosen.includes(value),
  );
  const add = (id: string | null) => {
    if (id === null || chosen.includes(id) || chosen.length >= MOST) return;
    setSaid(ui.tags.added(nameOf(id)));
    form.change({ watcherIds: [...chosen, id] });
  };
  const remove = (id: string) => {
    setSaid(ui.tags.removed(nameOf(id)));
    form.change({ watcherIds: chosen.filter((other) => other !== id) });
    root.current?.querySelector('input')?.focus();
  };
  return (
    <FieldRow
      label={words.watchers}
      name="watcherIds"
      error={form.errorOf('watcherIds')}
      hint={isUnknown ? words.watchersUnknown : undefined}
      top
    >
      {(control) => (
        <div class="fcol" ref={root}>
          {chosen.length > 0 && (
            <ul class="people" aria-label={words.watchersList}>
              {chosen.map((id) => (
                <li key={id} class="tag tag--24">
                  <Avatar name={nameOf(id)} />
                  <span class="cut" title={nameOf(id)}>
                    {nameOf(id)}
                  </span>
                  <button type="button" aria-label={ui.tags.remove(nameOf(id))} onClick={() => remove(id)}>
                    <Icon icon={X} size={12} />
                  </button>
                </li>
              ))}
            </ul>
          )}
          <Combobox
            control={control}
            value={null}
            options={options}
            placeholder={words.addWatcher}
            disabled={isUnknown}
            onChange={add}
          />
          <span class="sr" role="status">
            {said}
          </span>
        </div>
      )}
    </FieldRow>
  );
}
