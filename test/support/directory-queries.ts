import type { Customer } from '../../domain/customer.ts';
import { formatDocument } from '../../domain/documents.ts';
import { formatPhone } from '../../domain/phone.ts';

/** What agents type to find this customer, in many ways. */
export function queriesFor(customer: Customer): string[] {
  const words = customer.name.split(' ');
  const phones = [
    ...customer.phones.map((phone) => phone.number),
    ...customer.contactPersons.flatMap((person) => person.phone ?? []),
  ];
  return [
    customer.name,
    customer.name.toUpperCase(),
    words.slice(0, 2).join(' '),
    words.toReversed().join(' '),
    words.map((word) => word.slice(0, 3)).join(' '),
    words[0]?.slice(0, 2) ?? '',
    customer.tradeName ?? '',
    customer.code,
    customer.code.replace(/^0+/, ''),
    customer.code.slice(0, 4),
    customer.document ?? '',
    customer.document === null ? '' : formatDocument(customer.document),
    ...phones.flatMap((phone) => [
      phone,
      formatPhone(phone),
      phone.slice(5),
      phone.slice(-8),
      phone.slice(-8, -4),
      phone.slice(3, 9),
      phone.slice(3, 5),
      `0${phone.slice(3)}`,
    ]),
    ...customer.emails,
    ...customer.contactPersons.flatMap((person) => person.email ?? []),
    ...(customer.emails[0]?.split('@') ?? []),
  ];
}
