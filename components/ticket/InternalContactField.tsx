import { toInstant } from '../../domain/instant.ts';
import type { InternalContact, NextContact, Ticket } from '../../domain/ticket.ts';
import { writing as words } from '../../locales/pt-BR/writing.ts';
import { writerOf } from '../../state/writer.ts';
import { usePanel } from '../panel/panel-context.ts';
import { useTimes } from '../panel/use-times.ts';
import { Combobox } from '../ui/Combobox.tsx';
import { DateChip } from '../ui/DateChip.tsx';
import { FieldRow } from '../ui/Field.tsx';
import { useStandardNextContact } from './NextContactField.tsx';
import { useDateTools } from './use-date-tools.ts';
import type { WritingForm } from './use-writing.ts';
import { userOptions } from './user-options.ts';

const NOBODY = 'nobody';

/** Contato interno: a second user who follows, and from when it is in that user's queue too. */
export function InternalContactField({ form }: { form: WritingForm }) {
  const standard = useStandardNextContact(form.draft.typeId);
  return <Field form={form} kept={null} next={form.draft.nextContact ?? standard} />;
}

/** The same for a ticket that goes on: what is not chosen stays as it is. */
export function TicketInternalContactField({ form, ticket }: { form: WritingForm; ticket: Ticket }) {
  return (
    <Field form={form} kept={ticket.internalContact} next={form.draft.nextContact ?? ticket.nextContact} />
  );
}

interface FieldProps {
  form: WritingForm;
  kept: InternalContact | null;
  /** Its date is offered too; until a date is chosen it is at once. */
  next: NextContact;
}

function Field({ form, kept, next }: FieldProps) {
  const panel = usePanel();
  const times = useTimes();
  const { user } = writerOf(panel.ports.session.state.value);
  const tools = useDateTools({ typeDefaultAt: next.at });
  const { internalContact = kept } = form.draft;
  const options = [
    ...userOptions(panel.catalogue.all.value.users, user),
    { value: NOBODY, label: words.nobody },
  ];
  const choose = (id: string | null) => {
    if (id === null || id === NOBODY) return form.change({ internalContact: null });
    form.change({ internalContact: { userId: id, at: internalContact?.at ?? toInstant(times.now) } });
  };
  const refusedDate = form.errorOf('internalContact.at');
  return (
    <FieldRow
      label={words.internalContact}
      name={refusedDate === undefined ? 'internalContact.userId' : 'internalContact.at'}
      error={refusedDate ?? form.errorOf('internalContact.userId')}
    >
      {(control) => (
        <div class="fset fset--wrap">
          <Combobox
            control={control}
            value={internalContact?.userId ?? NOBODY}
            options={options}
            selected={nameOf(panel.catalogue.user(internalContact?.userId ?? null))}
            onChange={choose}
          />
          {internalContact !== null && (
            <DateChip
              {...tools}
              value={internalContact.at}
              label={words.internalContactDate}
              describedBy={control.describedBy}
              onChange={(at) => {
                if (at !== null) form.change({ internalContact: { ...internalContact, at } });
              }}
            />
          )}
        </div>
      )}
    </FieldRow>
  );
}

/** One who left since is shown as well. */
function nameOf(user: { id: string; name: string; active: boolean } | null) {
  return user === null || user.active ? null : { value: user.id, label: user.name, person: user.name };
}
