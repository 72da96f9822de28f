import { UserPlus } from 'lucide';
import { useId, useState } from 'preact/hooks';
import type { Problem } from '../../domain/result.ts';
import { record as words } from '../../locales/pt-BR/record.ts';
import { NO_PERSON, type PersonFields, personChange } from '../../state/record-fields.ts';
import { newPerson } from '../../state/record-form.ts';
import { writerOf } from '../../state/writer.ts';
import { usePanel, useToasts } from '../panel/panel-context.ts';
import { Button } from '../ui/Button.tsx';
import { FieldRow } from '../ui/Field.tsx';
import { TextField } from '../ui/TextField.tsx';
import { focusField } from './focus-field.ts';
import type { WritingForm } from './use-writing.ts';

const KEYS = ['name', 'role', 'phone'] as const;

/**
 * Offers to save a name that was typed as a contact person of the customer. It goes by the outbox and is chosen in the text at
 * once, also without a connection: what names it follows it to the server.
 */
export function SaveAsContact({ form }: { form: WritingForm }) {
  const panel = usePanel();
  const toasts = useToasts();
  const id = useId();
  const [fields, setFields] = useState<PersonFields | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { user, company } = writerOf(panel.ports.session.state.value);
  const name = form.draft.contactName.trim();
  if (name === '' || form.draft.contactPersonId !== null) return null;
  if (!user.permissions.includes('tickets.write')) return null;

  const close = () => {
    setFields(null);
    setProblem(null);
    focusField('opinion.contactName');
  };
  const refuse = (refused: Problem) => {
    setProblem(refused);
    if (refused.field !== undefined) focusField(`new-contact.${refused.field}`);
  };
  const save = async () => {
    if (fields === null) return;
    const change = personChange(fields, null, company.areaCode);
    if (!change.ok) return refuse(change.error);
    const { customer } = form.draft;
    const person = newPerson(customer.id, change.value?.after ?? {});
    const accepted = await panel.ports.outbox.acceptAct(person, { customer, title: person.name });
    if (!accepted.ok) return refuse(accepted.error);
    form.change({ contactPersonId: person.id, contactName: person.name });
    toasts.show({ text: words.contactSaved });
    close();
  };

  if (fields === null) {
    return (
      <div>
        <Button kind="quiet" size="xs" icon={UserPlus} onClick={() => setFields({ ...NO_PERSON, name })}>
          {words.saveAsContact}
        </Button>
      </div>
    );
  }
  return (
    // The whole text stands in a form of its own keys: these three fields have no form, and Enter in one of them saves.
    <fieldset
      class="form rec__new"
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.preventDefault();
          close();
        }
        if (event.key === 'Enter' && !event.ctrlKey && event.target instanceof HTMLInputElement) {
          event.preventDefault();
          void save();
        }
      }}
    >
      <legend class="sr" id={id}>
        {words.saveAsContactTitle(name)}
      </legend>
      {KEYS.map((key) => (
        <FieldRow
          key={key}
          label={words.fields[key]}
          name={`new-contact.${key}`}
          required={key === 'name'}
          error={problem?.field === key ? problem.message : undefined}
        >
          {(control) => (
            <TextField
              control={control}
              value={fields[key]}
              maxLength={key === 'phone' ? 60 : key === 'role' ? 80 : 120}
              autofocus={key === 'role'}
              onInput={(value) => {
                setProblem(null);
                setFields({ ...fields, [key]: value });
              }}
            />
          )}
        </FieldRow>
      ))}
      <div class="rec__acts">
        <Button kind="primary" size="s" onClick={() => void save()}>
          {words.saveContact}
        </Button>
        <Button kind="quiet" size="s" onClick={close}>
          {words.cancel}
        </Button>
      </div>
    </fieldset>
  );
}
