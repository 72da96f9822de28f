import { Plus, SquarePen } from 'lucide';
import type { ContactPerson } from '../../domain/customer.ts';
import { formatPhone } from '../../domain/phone.ts';
import { customer as customerWords } from '../../locales/pt-BR/customer.ts';
import { record as words } from '../../locales/pt-BR/record.ts';
import type { RecordForm } from '../../state/record-form.ts';
import { usePanel } from '../panel/panel-context.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Avatar } from '../ui/Monogram.tsx';
import { PersonFields } from './PersonFields.tsx';

export interface PersonsPartProps {
  form: RecordForm;
  /** Inactive ones too: they are never deleted. */
  persons: readonly ContactPerson[];
  mayAdd: boolean;
  mayEdit: boolean;
  onSave: () => Promise<void>;
}

/** Contact persons, one of them as fields where it is being changed. */
export function PersonsPart({ form, persons, mayAdd, mayEdit, onSave }: PersonsPartProps) {
  const open = form.person.value;
  const fields = open === null ? null : <PersonFields form={form} person={open} onSave={onSave} />;
  return (
    <section class="sec" aria-label={words.contacts}>
      <header class="sec__head">
        <h2>{words.contacts}</h2>
        <span class="n">{persons.length}</span>
        <span class="more" />
        {mayAdd && (
          <Button kind="quiet" size="xs" icon={Plus} onClick={() => form.openPerson(null)}>
            {words.addContact}
          </Button>
        )}
      </header>
      {open?.base === null && fields}
      <ul class="rows">
        {persons.map((person) =>
          open?.base?.id === person.id ? (
            <li key={person.id}>{fields}</li>
          ) : (
            <PersonRow key={person.id} form={form} person={person} mayEdit={mayEdit} />
          ),
        )}
      </ul>
    </section>
  );
}

function PersonRow(props: { form: RecordForm; person: ContactPerson; mayEdit: boolean }) {
  const { form, person, mayEdit } = props;
  const isNew = useIsOnItsWay(person.id);
  const number =
    person.phone === null
      ? null
      : person.extension === null
        ? formatPhone(person.phone)
        : `${formatPhone(person.phone)} ${customerWords.extension(person.extension)}`;
  const details = [person.sharedPhone ? customerWords.sharedPhone : person.role, number, person.email];
  return (
    <li class="prow" data-person={person.id}>
      <Avatar name={person.name} />
      <div class="prow__main">
        <div title={person.name}>
          {person.name} {!person.active && <Badge kind="plain">{words.inactiveContact}</Badge>}
          {isNew && <Badge kind="info">{words.waiting}</Badge>}
        </div>
        <div>
          <span class="role">{details.filter(Boolean).join(' · ')}</span>
        </div>
      </div>
      <div class="prow__tools">
        {mayEdit && !isNew && (
          <IconButton
            icon={SquarePen}
            label={words.editContact(person.name)}
            onClick={() => form.openPerson(person)}
          />
        )}
      </div>
    </li>
  );
}

/** The server is still to be told of this person: what changes of it would be taken back with it. */
function useIsOnItsWay(id: string): boolean {
  const panel = usePanel();
  return panel.ports.outbox.entries.value.some((entry) => entry.id === id && entry.state !== 'confirmed');
}
