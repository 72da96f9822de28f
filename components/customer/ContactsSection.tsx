import { Building2, Mail, Phone } from 'lucide';
import { useState } from 'preact/hooks';
import type { DirectoryEntry } from '../../domain/directory.ts';
import { formatPhone } from '../../domain/phone.ts';
import { customer as words } from '../../locales/pt-BR/customer.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Avatar } from '../ui/Monogram.tsx';

/** How many contacts stand there before "Ver todos". */
const SHOWN = 3;

type Person = DirectoryEntry['contactPersons'][number];

/** Who speaks for the customer, with the ways to reach them. */
export function ContactsSection({ customer }: { customer: Pick<DirectoryEntry, 'contactPersons'> }) {
  const [all, setAll] = useState(false);
  const persons = customer.contactPersons.filter((person) => person.active);
  if (persons.length === 0) return null;
  return (
    <section class="sec">
      <header class="sec__head">
        <h2>{words.contacts}</h2>
        <span class="n">{persons.length}</span>
        <span class="more" />
        {persons.length > SHOWN && (
          <Button kind="quiet" size="xs" onClick={() => setAll(!all)}>
            {all ? words.seeLess : words.seeAll}
          </Button>
        )}
      </header>
      <ul class="rows">
        {(all ? persons : persons.slice(0, SHOWN)).map((person) => (
          <PersonRow key={person.id} person={person} />
        ))}
      </ul>
    </section>
  );
}

function PersonRow({ person }: { person: Person }) {
  const role = person.sharedPhone ? words.sharedPhone : person.role;
  return (
    <li class="prow">
      {person.sharedPhone ? (
        <span class="avatar avatar--ic">
          <Icon icon={Building2} size={12} />
        </span>
      ) : (
        <Avatar name={person.name} />
      )}
      <div class="prow__main">
        <div title={person.name}>{person.name}</div>
        <div>
          {role && (
            <span class="role">
              {role}
              {person.phone !== null && ' · '}
            </span>
          )}
          {person.phone !== null && <span class="num">{phoneOf(person)}</span>}
        </div>
      </div>
      <div class="prow__tools">
        {person.phone !== null && (
          <a
            class="ib"
            href={`tel:${person.phone}`}
            aria-label={words.call(person.name)}
            title={words.call(person.name)}
          >
            <Icon icon={Phone} />
          </a>
        )}
        {person.email !== null && (
          <a
            class="ib"
            href={`mailto:${encodeURIComponent(person.email).replace('%40', '@')}`}
            aria-label={words.mail(person.name)}
            title={words.mail(person.name)}
          >
            <Icon icon={Mail} />
          </a>
        )}
      </div>
    </li>
  );
}

function phoneOf(person: Person): string {
  const number = formatPhone(person.phone ?? '');
  return person.extension === null ? number : `${number} ${words.extension(person.extension)}`;
}
