import { Plus, X } from 'lucide';
import { record as words } from '../../locales/pt-BR/record.ts';
import type { RecordFields } from '../../state/record-fields.ts';
import type { RecordForm } from '../../state/record-form.ts';
import { Button } from '../ui/Button.tsx';
import { FieldRow } from '../ui/Field.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Switch } from '../ui/Switch.tsx';
import { TextField } from '../ui/TextField.tsx';

type TextKey = 'name' | 'tradeName' | 'document' | 'address' | 'city';

const TEXTS: readonly { key: TextKey; required?: true; maxLength: number }[] = [
  { key: 'name', required: true, maxLength: 160 },
  { key: 'tradeName', maxLength: 160 },
  { key: 'document', maxLength: 18 },
  { key: 'address', maxLength: 300 },
  { key: 'city', maxLength: 120 },
];

/** How many telephones and e-mails a record takes. */
const MOST = 20;

/** The customer's own data, telephones and e-mails as fields. */
export function RecordPart({ form }: { form: RecordForm }) {
  const fields = form.fields.value;
  if (fields === null) return null;
  const errorOf = (field: string) =>
    form.problem.value?.field === field ? form.problem.value.message : undefined;
  return (
    <section class="sec" aria-label={words.data}>
      <div class="form">
        {TEXTS.map(({ key, required, maxLength }) => (
          <FieldRow key={key} label={words.fields[key]} name={key} required={required} error={errorOf(key)}>
            {(control) => (
              <TextField
                control={control}
                value={fields[key]}
                maxLength={maxLength}
                spellcheck={false}
                onInput={(value) => form.change({ [key]: value })}
              />
            )}
          </FieldRow>
        ))}
        <Phones form={form} phones={fields.phones} errorOf={errorOf} />
        <Emails form={form} emails={fields.emails} errorOf={errorOf} />
        <FieldRow label={words.fields.active} name="active" top>
          {(control) => (
            <div id={control.id}>
              <Switch
                checked={fields.active}
                hint={words.activeHint}
                onChange={(active) => form.change({ active })}
              >
                {words.active}
              </Switch>
            </div>
          )}
        </FieldRow>
      </div>
    </section>
  );
}

interface ListProps {
  form: RecordForm;
  errorOf: (field: string) => string | undefined;
}

function Phones({ form, phones, errorOf }: ListProps & { phones: RecordFields['phones'] }) {
  const put = (at: number, more: Partial<RecordFields['phones'][number]>) =>
    form.change({ phones: phones.map((phone, index) => (index === at ? { ...phone, ...more } : phone)) });
  return (
    <>
      {phones.map((phone, at) => (
        <FieldRow
          key={at}
          label={words.phone(at + 1)}
          name={`phones.${at}.number`}
          error={errorOf(`phones.${at}.number`)}
          top
        >
          {(control) => (
            <div class="rec__phone">
              <TextField
                control={control}
                type="tel"
                value={phone.number}
                maxLength={60}
                onInput={(number) => put(at, { number })}
              />
              <TextField
                label={words.label(at + 1)}
                placeholder={words.labelPlaceholder}
                value={phone.label}
                maxLength={60}
                onInput={(label) => put(at, { label })}
              />
              <IconButton
                icon={X}
                size="xs"
                label={words.removePhone(at + 1)}
                onClick={() => form.change({ phones: phones.filter((_, index) => index !== at) })}
              />
              <label class="rec__shared">
                <input
                  type="checkbox"
                  checked={phone.shared}
                  aria-label={words.sharedOf(at + 1)}
                  onChange={(event) => put(at, { shared: event.currentTarget.checked })}
                />
                {words.shared}
              </label>
            </div>
          )}
        </FieldRow>
      ))}
      {phones.length < MOST && (
        <AddRow
          label={words.addPhone}
          onClick={() => form.change({ phones: [...phones, { number: '', label: '', shared: false }] })}
        />
      )}
    </>
  );
}

function Emails({ form, emails, errorOf }: ListProps & { emails: RecordFields['emails'] }) {
  return (
    <>
      {emails.map((email, at) => (
        <FieldRow key={at} label={words.email(at + 1)} name={`emails.${at}`} error={errorOf(`emails.${at}`)}>
          {(control) => (
            <div class="fset">
              <TextField
                control={control}
                type="email"
                value={email}
                maxLength={254}
                onInput={(value) =>
                  form.change({ emails: emails.map((one, index) => (index === at ? value : one)) })
                }
              />
              <IconButton
                icon={X}
                size="xs"
                label={words.removeEmail(at + 1)}
                onClick={() => form.change({ emails: emails.filter((_, index) => index !== at) })}
              />
            </div>
          )}
        </FieldRow>
      ))}
      {emails.length < MOST && (
        <AddRow label={words.addEmail} onClick={() => form.change({ emails: [...emails, ''] })} />
      )}
    </>
  );
}

function AddRow({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <div class="fr">
      <span />
      <div>
        <Button kind="quiet" size="xs" icon={Plus} onClick={onClick}>
          {label}
        </Button>
      </div>
    </div>
  );
}
