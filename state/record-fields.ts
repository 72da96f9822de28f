import type { ContactPerson, Customer } from '../domain/customer.ts';
import type { ContactFields, CustomerFields } from '../domain/customer-commands.ts';
import { changedFields } from '../domain/customer-edits.ts';
import { checkContactFields, checkCustomerFields } from '../domain/customer-rules.ts';
import { formatDocument } from '../domain/documents.ts';
import { formatPhone } from '../domain/phone.ts';
import { err, ok, type Result } from '../domain/result.ts';

/** The record as it is typed. */
export interface RecordFields {
  name: string;
  tradeName: string;
  document: string;
  address: string;
  city: string;
  phones: { number: string; label: string; shared: boolean }[];
  emails: string[];
  active: boolean;
}

/** A contact person as it is typed. */
export interface PersonFields {
  name: string;
  role: string;
  phone: string;
  extension: string;
  sharedPhone: boolean;
  email: string;
  active: boolean;
}

/** What changes, with what was there before; null where nothing does. */
export type Change<T> = { before: Partial<T>; after: Partial<T> } | null;

export const NO_PERSON: PersonFields = {
  ...{ name: '', role: '', phone: '', extension: '', sharedPhone: false, email: '', active: true },
};

export function customerToFields(customer: Customer): RecordFields {
  return {
    name: customer.name,
    tradeName: customer.tradeName ?? '',
    document: customer.document === null ? '' : formatDocument(customer.document),
    address: customer.address ?? '',
    city: customer.city ?? '',
    phones: customer.phones.map(({ number, label, shared }) => ({
      number: formatPhone(number),
      label: label ?? '',
      shared,
    })),
    emails: [...customer.emails],
    active: customer.active,
  };
}

export function personToFields(person: ContactPerson): PersonFields {
  return {
    name: person.name,
    role: person.role ?? '',
    phone: person.phone === null ? '' : formatPhone(person.phone),
    extension: person.extension ?? '',
    sharedPhone: person.sharedPhone,
    email: person.email ?? '',
    active: person.active,
  };
}

/**
 * What was typed, as a change of the record that it was begun on. What was left alone is not judged: old records may hold what would
 * not be taken today. A refusal names the field as the form does, `phones.1.number`.
 */
export function recordChange(
  typed: RecordFields,
  base: Customer,
  areaCode: string,
): Result<Change<CustomerFields>> {
  const touched = changedFields(customerToFields(base), typed)?.after ?? {};
  const phonesAt = placesOf(typed.phones, ({ number, label }) => number.trim() !== '' || label.trim() !== '');
  const emailsAt = placesOf(typed.emails, (email) => email.trim() !== '');
  const wanted: CustomerFields = {
    name: typed.name.trim(),
    tradeName: orNull(typed.tradeName),
    document: orNull(typed.document),
    address: orNull(typed.address),
    city: orNull(typed.city),
    phones: phonesAt.map((at) => {
      const { number = '', label = '', shared = false } = typed.phones[at] ?? {};
      return { number: number.trim(), label: orNull(label), shared };
    }),
    emails: emailsAt.map((at) => typed.emails[at]?.trim() ?? ''),
    active: typed.active,
  };
  const given = pick(wanted, Object.keys(touched) as (keyof CustomerFields)[]);
  const { value, problems } = checkCustomerFields(given, areaCode);
  const [problem] = problems;
  if (problem !== undefined) return err({ ...problem, field: inForm(problem.field, phonesAt, emailsAt) });
  return ok(changedFields<Partial<CustomerFields>>(pick(base, keysOf(value)), value));
}

/** As {@link recordChange}, of a contact person; `base` null for a new one. */
export function personChange(
  typed: PersonFields,
  base: ContactPerson | null,
  areaCode: string,
): Result<Change<ContactFields>> {
  const touched = changedFields(base === null ? NO_PERSON : personToFields(base), typed)?.after ?? {};
  const wanted: ContactFields = {
    name: typed.name.trim(),
    role: orNull(typed.role),
    phone: orNull(typed.phone),
    extension: orNull(typed.extension),
    sharedPhone: typed.sharedPhone,
    email: orNull(typed.email),
    active: typed.active,
  };
  const given = base === null ? wanted : pick(wanted, Object.keys(touched) as (keyof ContactFields)[]);
  const { value, problems } = checkContactFields(given, areaCode);
  const [problem] = problems;
  if (problem !== undefined) return err(problem);
  if (base === null) return ok({ before: {}, after: value });
  return ok(changedFields<Partial<ContactFields>>(pick(base, keysOf(value)), value));
}

function orNull(text: string): string | null {
  return text.trim() || null;
}

/** Where the items that say something stand in the form. */
function placesOf<T>(items: readonly T[], says: (item: T) => boolean): number[] {
  return items.flatMap((item, at) => (says(item) ? [at] : []));
}

function inForm(field: string | undefined, phonesAt: number[], emailsAt: number[]): string | undefined {
  const [list, index, ...rest] = field?.split('.') ?? [];
  if (list === 'phones') return ['phones', phonesAt[Number(index)], ...rest].join('.');
  return list === 'emails' ? `emails.${emailsAt[Number(index)]}` : field;
}

function keysOf<T extends object>(value: T): (keyof T)[] {
  return Object.keys(value) as (keyof T)[];
}

function pick<T extends object, K extends keyof T>(from: T, keys: readonly K[]): Partial<Pick<T, K>> {
  return Object.fromEntries(keys.map((key) => [key, from[key]])) as unknown as Partial<Pick<T, K>>;
}
