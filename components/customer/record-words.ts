import type { CustomerCommand } from '../../domain/customer-commands.ts';
import { formatDocument } from '../../domain/documents.ts';
import { formatPhone } from '../../domain/phone.ts';
import { record as words } from '../../locales/pt-BR/record.ts';

/** What a change of the record says, in one line. */
export function textOfCustomerCommand(command: CustomerCommand): string {
  if (command.kind === 'createContactPerson') {
    const { name, role, phone } = command;
    return `${words.newContact}: ${[name, role, phone === null ? null : formatPhone(phone)].filter(Boolean).join(', ')}`;
  }
  const changes = Object.entries(command.after)
    .map(([field, value]) => `${fieldInWords(field)}: ${valueInWords(field, value)}`)
    .join('; ');
  return command.kind === 'editCustomer' ? changes : `${words.contact}, ${changes}`;
}

export function fieldInWords(field: string): string {
  return Object.hasOwn(words.fields, field) ? words.fields[field as keyof typeof words.fields] : field;
}

/** A value of the record as it is shown. */
export function valueInWords(field: string, value: unknown): string {
  if (field === 'active') return value === true ? words.active : words.inactive;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (Array.isArray(value)) return value.map(itemInWords).join(', ') || words.empty;
  if (typeof value !== 'string' || value === '') return words.empty;
  if (field === 'document') return formatDocument(value);
  return field === 'phone' ? formatPhone(value) : value;
}

function itemInWords(item: unknown): string {
  if (typeof item === 'string') return item;
  const { number, label, shared } = item as { number: string; label: string | null; shared: boolean };
  const more = [label, shared ? words.sharedShort : null].filter(Boolean).join(', ');
  return more === '' ? formatPhone(number) : `${formatPhone(number)} (${more})`;
}
