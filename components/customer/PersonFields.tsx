import { record as words } from '../../locales/pt-BR/record.ts';
import type { PersonForm, RecordForm } from '../../state/record-form.ts';
import { Button } from '../ui/Button.tsx';
import { FieldRow } from '../ui/Field.tsx';
import { Switch } from '../ui/Switch.tsx';
import { TextField } from '../ui/TextField.tsx';

type TextKey = 'name' | 'role' | 'phone' | 'extension' | 'email';

const TEXTS: readonly { key: TextKey; maxLength: number; type?: 'tel' | 'email' }[] = [
  { key: 'name', maxLength: 120 },
  { key: 'role', maxLength: 80 },
  { key: 'phone', maxLength: 60, type: 'tel' },
  { key: 'extension', maxLength: 10 },
  { key: 'email', maxLength: 254, type: 'email' },
];

export interface PersonFieldsProps {
  form: RecordForm;
  person: PersonForm;
  onSave: () => Promise<void>;
}

/** One contact person as fields. Enter saves, Escape closes. */
export function PersonFields({ form, person, onSave }: PersonFieldsProps) {
  const { base, fields } = person;
  const errorOf = (field: string) =>
    form.problem.value?.field === `contact.${field}` ? form.problem.value.message : undefined;
  return (
    <form
      class="form rec__person"
      noValidate
      aria-label={base === null ? words.newContact : words.editContact(base.name)}
      onSubmit={(event) => {
        event.preventDefault();
        void onSave();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        form.closePerson();
      }}
    >
      {TEXTS.map(({ key, maxLength, type }) => (
        <FieldRow
          key={key}
          label={words.fields[key]}
          name={`contact.${key}`}
          required={key === 'name'}
          error={errorOf(key)}
        >
          {(control) => (
            <TextField
              control={control}
              type={type}
              value={fields[key]}
              maxLength={maxLength}
              spellcheck={false}
              autofocus={key === 'name'}
              onInput={(value) => form.changePerson({ [key]: value })}
            />
          )}
        </FieldRow>
      ))}
      <Switch checked={fields.sharedPhone} onChange={(sharedPhone) => form.changePerson({ sharedPhone })}>
        {words.fields.sharedPhone}
      </Switch>
      {base !== null && (
        <Switch
          checked={fields.active}
          hint={words.contactActiveHint}
          onChange={(active) => form.changePerson({ active })}
        >
          {words.contactActive}
        </Switch>
      )}
      <div class="rec__acts">
        <Button kind="primary" size="s" type="submit">
          {words.saveContact}
        </Button>
        <Button kind="quiet" size="s" onClick={form.closePerson}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
