import { defaultNextContact } from '../../domain/next-contact.ts';
import type { NextContact, Ticket } from '../../domain/ticket.ts';
import { writing as words } from '../../locales/pt-BR/writing.ts';
import { writerOf } from '../../state/writer.ts';
import { usePanel } from '../panel/panel-context.ts';
import { useTimes } from '../panel/use-times.ts';
import { Combobox } from '../ui/Combobox.tsx';
import { DateChip } from '../ui/DateChip.tsx';
import { FieldRow } from '../ui/Field.tsx';
import { useDateTools } from './use-date-tools.ts';
import type { WritingForm } from './use-writing.ts';
import { userOptions } from './user-options.ts';

const NOBODY = 'nobody';

/** Próximo contato: who continues, and from when it is in that user's queue. What is not chosen follows the type. */
export function NextContactField({ form }: { form: WritingForm }) {
  const standard = useStandardNextContact(form.draft.typeId);
  return (
    <FieldRow label={words.nextContact} name="nextContact" error={form.errorOf('nextContact')}>
      {(control) => (
        <div class="fset fset--wrap">
          <UserCombobox form={form} standard={standard} inputId={control.id} />
          <NextContactDate form={form} standard={standard} />
        </div>
      )}
    </FieldRow>
  );
}

/** The same for a ticket that goes on: what is not chosen stays as it is. */
export function TicketNextContactField({ form, ticket }: { form: WritingForm; ticket: Ticket }) {
  return (
    <FieldRow label={words.nextContact} name="nextContact" error={form.errorOf('nextContact')}>
      {(control) => (
        <div class="fset fset--wrap">
          <UserCombobox form={form} standard={ticket.nextContact} inputId={control.id} />
          <NextContactDate form={form} standard={ticket.nextContact} />
        </div>
      )}
    </FieldRow>
  );
}

interface NextContactPartProps {
  form: WritingForm;
  /** What applies while the agent chooses nothing. */
  standard: NextContact;
  inputId?: string | undefined;
}

function UserCombobox({ form, standard, inputId }: NextContactPartProps) {
  const panel = usePanel();
  const { user } = writerOf(panel.ports.session.state.value);
  const current = form.draft.nextContact ?? standard;
  const options = [
    ...userOptions(panel.catalogue.all.value.users, user),
    { value: NOBODY, label: words.nobody, meta: words.nobodyHint },
  ];
  return (
    <Combobox
      label={words.nextContactUser}
      {...(inputId === undefined
        ? {}
        : {
            control: {
              id: inputId,
              labelId: `${inputId}-label`,
              describedBy: undefined,
              invalid: false,
              required: false,
            },
          })}
      value={current.userId ?? NOBODY}
      options={options}
      onChange={(id) => {
        if (id !== null) form.change({ nextContact: { ...current, userId: id === NOBODY ? null : id } });
      }}
    />
  );
}

function NextContactDate({ form, standard }: NextContactPartProps) {
  const tools = useDateTools({ typeDefaultAt: standard.at });
  const current = form.draft.nextContact ?? standard;
  return (
    <DateChip
      {...tools}
      value={current.at}
      label={words.nextContactDate}
      emptyText={words.typeDate}
      onChange={(at) => form.change({ nextContact: { ...current, at } })}
    />
  );
}

/** The next contact that the type gives: see `domain/next-contact.ts`. */
export function useStandardNextContact(typeId: string | null): NextContact {
  const panel = usePanel();
  const times = useTimes();
  const { user, company } = writerOf(panel.ports.session.state.value);
  const type = panel.catalogue.type(typeId);
  if (type === null) return { userId: user.id, at: null };
  return defaultNextContact({ user, type, company, now: times.now });
}
