import { useState } from 'preact/hooks';
import type { ContactPerson } from '../../domain/customer.ts';
import { formatPhone } from '../../domain/phone.ts';
import { writing as words } from '../../locales/pt-BR/writing.ts';
import { matchesWords } from '../../state/matching.ts';
import { usePanel } from '../panel/panel-context.ts';
import { Combobox } from '../ui/Combobox.tsx';
import { FieldRow } from '../ui/Field.tsx';
import type { ComboboxOption } from '../ui/option-search.ts';
import { iconOfChannel } from './channel-icon.ts';
import { SaveAsContact } from './SaveAsContact.tsx';
import type { WritingForm } from './use-writing.ts';

/** Marks a name that was typed and is no contact of the customer. */
const TYPED = 'typed:';

export interface ContactFieldProps {
  form: WritingForm;
  persons: readonly ContactPerson[];
}

/** Contato: how it was spoken and with whom; the person is one of the contacts or any name. */
export function ContactField({ form, persons }: ContactFieldProps) {
  return (
    <FieldRow
      label={words.contact}
      name="opinion.contactName"
      error={form.errorOf('opinion.contactName')}
      top
    >
      {(control) => (
        <>
          <div class="fset">
            <ChannelCombobox form={form} />
            <PersonCombobox form={form} persons={persons} inputId={control.id} />
          </div>
          <SaveAsContact form={form} />
        </>
      )}
    </FieldRow>
  );
}

function ChannelCombobox({ form }: { form: WritingForm }) {
  const panel = usePanel();
  const channels = panel.catalogue.all.value.contactChannels.filter((channel) => channel.active);
  return (
    <Combobox
      label={words.channel}
      fixed
      clearable
      value={form.draft.channelId}
      options={channels.map((channel) => ({
        value: channel.id,
        label: channel.name,
        icon: iconOfChannel(channel),
      }))}
      placeholder={words.channel}
      onChange={(channelId) => form.change({ channelId })}
    />
  );
}

function PersonCombobox({ form, persons, inputId }: ContactFieldProps & { inputId?: string | undefined }) {
  const [query, setQuery] = useState('');
  const { contactPersonId, contactName } = form.draft;
  const text = query.trim();
  const found = persons.filter(
    (person) => text === '' || matchesWords(text, [person.name, person.role ?? '']),
  );
  const options: ComboboxOption[] = found.map((person) => ({
    value: person.id,
    label: person.name,
    person: person.name,
    meta: person.role ?? (person.phone === null ? undefined : formatPhone(person.phone)),
  }));
  if (text !== '' && !persons.some((person) => person.name.toLowerCase() === text.toLowerCase())) {
    options.push({ value: `${TYPED}${text}`, label: text, meta: words.asTyped });
  }
  const value = contactPersonId ?? (contactName === '' ? null : `${TYPED}${contactName}`);
  return (
    <Combobox
      label={words.contactPerson}
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
      clearable
      value={value}
      selected={value === null ? null : { value, label: contactName }}
      options={options}
      placeholder={words.contactPlaceholder}
      emptyText={words.typeName}
      onQuery={setQuery}
      onChange={(chosen) => {
        if (chosen === null) form.change({ contactPersonId: null, contactName: '' });
        else if (chosen.startsWith(TYPED)) {
          form.change({ contactPersonId: null, contactName: chosen.slice(TYPED.length, TYPED.length + 120) });
        } else {
          const person = persons.find((one) => one.id === chosen);
          if (person !== undefined) form.change({ contactPersonId: person.id, contactName: person.name });
        }
      }}
    />
  );
}
