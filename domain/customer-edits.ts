import type { ContactPerson, Customer } from './customer.ts';
import type { ContactFields, CustomerCommand, EditContactPerson, EditCustomer } from './customer-commands.ts';
import { givenFields } from './customer-rules.ts';
import { createId } from './id.ts';

/** A field that somebody else changed while a change of it was on its way. */
export interface EditConflict {
  field: string;
  /** What the record holds now. */
  theirs: unknown;
  /** What the agent wants it to hold. */
  mine: unknown;
}

/** Whether two values of a field are the same, whatever the order of keys within. */
export function isSameValue(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((value, index) => isSameValue(value, other[index]));
  if (isRecord(one) && isRecord(other)) {
    const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
    return [...keys].every((key) => isSameValue(one[key], other[key]));
  }
  return (one ?? null) === (other ?? null);
}

/**
 * The fields of a change that hold neither what the agent saw nor what the agent wants: somebody else changed them. What is
 * already as wanted is no conflict.
 */
export function conflictsOf(
  { before, after }: Pick<EditCustomer, 'before' | 'after'> | Pick<EditContactPerson, 'before' | 'after'>,
  current: Readonly<Record<string, unknown>>,
): EditConflict[] {
  const were: Readonly<Record<string, unknown>> = before;
  return Object.entries(after)
    .filter(([field, mine]) => mine !== undefined && !isSameValue(current[field], mine))
    .filter(([field]) => !isSameValue(current[field], were[field]))
    .map(([field, mine]) => ({ field, theirs: current[field] ?? null, mine }));
}

/** The fields that differ, with what they were and what they are to be; null where none does. */
export function changedFields<T extends object>(
  before: T,
  after: T,
): { before: Partial<T>; after: Partial<T> } | null {
  const fields = (Object.keys(after) as (keyof T)[]).filter(
    (field) => !isSameValue(before[field], after[field]),
  );
  if (fields.length === 0) return null;
  const only = (values: T) =>
    Object.fromEntries(fields.map((field) => [field, values[field]])) as unknown as Partial<T>;
  return { before: only(before), after: only(after) };
}

/**
 * The change as the agent decided it after a conflict, under an id of its own: `mine` holds on to what the agent wants, knowing what
 * the record holds now; `theirs` lets go of the fields in conflict. Null where nothing is left to change.
 */
export function decided<C extends EditCustomer | EditContactPerson>(
  command: C,
  current: Readonly<Record<string, unknown>>,
  choice: 'mine' | 'theirs',
): C | null {
  const inConflict = new Set(conflictsOf(command, current).map(({ field }) => field));
  const fields = Object.keys(command.after).filter((field) => choice === 'mine' || !inConflict.has(field));
  if (fields.length === 0) return null;
  const after: Readonly<Record<string, unknown>> = command.after;
  return {
    ...command,
    id: createId(),
    before: Object.fromEntries(fields.map((field) => [field, current[field] ?? null])),
    after: Object.fromEntries(fields.map((field) => [field, after[field]])),
  };
}

/** The record as it will be once these commands have arrived, in this order. */
export function withEdits<C extends Pick<Customer, 'id' | 'contactPersons'>>(
  customer: C,
  commands: readonly CustomerCommand[],
): C {
  return commands
    .filter(({ customerId }) => customerId === customer.id)
    .reduce((record, command) => withEdit(record, command), customer);
}

function withEdit<C extends Pick<Customer, 'contactPersons'>>(record: C, command: CustomerCommand): C {
  if (command.kind === 'editCustomer') return { ...record, ...givenFields(command.after) };
  if (command.kind === 'createContactPerson') {
    const { kind: _, ...person } = command;
    const others = record.contactPersons.filter(({ id }) => id !== person.id);
    return { ...record, contactPersons: byName([...others, { ...person, active: true }]) };
  }
  const persons = record.contactPersons.map((person) =>
    person.id === command.contactPersonId
      ? { ...person, ...givenFields<ContactFields>(command.after) }
      : person,
  );
  return { ...record, contactPersons: byName(persons) };
}

function byName(persons: readonly ContactPerson[]): ContactPerson[] {
  return persons.toSorted((one, other) => one.name.localeCompare(other.name, 'pt-BR'));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
