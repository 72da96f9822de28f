import { customerRules } from '../locales/pt-BR/rules-customer.ts';
import type { ContactFields, CustomerFields } from './customer-commands.ts';
import { parseDocument } from './documents.ts';
import { parsePhone } from './phone.ts';
import type { Problem } from './result.ts';

/** Some of the fields, as a parsed request has them. */
export type Given<T> = { [K in keyof T]?: T[K] | undefined };

/** Those of the fields that are given. */
export function givenFields<T>(fields: Given<T>): Partial<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as unknown as Partial<T>;
}

/** Fields as they are kept, and what is wrong with those that cannot be. */
export interface Checked<T> {
  value: T;
  problems: Problem[];
}

/** The fields of a customer that are given, as they are kept: documents bare, telephones in E.164. `field` is the path below `after`. */
export function checkCustomerFields(
  fields: Given<CustomerFields>,
  areaCode: string,
): Checked<Partial<CustomerFields>> {
  const problems: Problem[] = [];
  const value = givenFields<CustomerFields>(fields);
  if (fields.name !== undefined) {
    value.name = fields.name.trim();
    if (value.name === '') problems.push(invalid('name', customerRules.nameMissing));
  }
  if (fields.document != null) {
    const document = parseDocument(fields.document);
    if (document === null) problems.push(invalid('document', customerRules.document));
    else value.document = document.value;
  }
  if (fields.phones !== undefined) {
    value.phones = fields.phones.map((phone, index) => {
      const number = parsePhone(phone.number, areaCode);
      if (number === null) problems.push(invalid(`phones.${index}.number`, customerRules.phone));
      return { ...phone, number: number ?? phone.number };
    });
  }
  fields.emails?.forEach((email, index) => {
    if (!isEmail(email)) problems.push(invalid(`emails.${index}`, customerRules.email));
  });
  return { value, problems };
}

/** The fields of a contact person that are given, as they are kept. */
export function checkContactFields(
  fields: Given<ContactFields>,
  areaCode: string,
): Checked<Partial<ContactFields>> {
  const problems: Problem[] = [];
  const value = givenFields<ContactFields>(fields);
  if (fields.name !== undefined) {
    value.name = fields.name.trim();
    if (value.name === '') problems.push(invalid('name', customerRules.nameMissing));
  }
  if (fields.phone != null) {
    const phone = parsePhone(fields.phone, areaCode);
    if (phone === null) problems.push(invalid('phone', customerRules.phone));
    else value.phone = phone;
  }
  if (fields.email != null && !isEmail(fields.email)) problems.push(invalid('email', customerRules.email));
  return { value, problems };
}

/** What has to be on both sides of one @, with a dot behind it. */
export function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
}

function invalid(field: string, message: string): Problem {
  return { code: 'invalid', field, message };
}
