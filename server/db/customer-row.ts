import type { Customer } from '../../domain/customer.ts';
import { customerCodeKey } from '../../domain/customer-code.ts';
import { customerSearchTokens, searchKey } from '../../domain/customer-search.ts';
import type { customers } from './schema/index.ts';

/** A customer as its table holds it, with everything that the search reads. */
export function customerToRow(
  customer: Omit<Customer, 'products' | 'contactPersons'> & Pick<Partial<Customer>, 'contactPersons'>,
): typeof customers.$inferInsert {
  return {
    id: customer.id,
    code: customer.code,
    codeKey: customerCodeKey(customer.code),
    kind: customer.kind,
    name: customer.name,
    tradeName: customer.tradeName,
    document: customer.document,
    city: customer.city,
    address: customer.address,
    phones: customer.phones,
    emails: customer.emails,
    since: customer.since,
    alerts: customer.alerts,
    active: customer.active,
    nameKey: searchKey(customer.name),
    searchTokens: tokensToVector(customerSearchTokens(customer)),
  };
}

/** Tokens in the text form of PostgreSQL's `tsvector`. */
export function tokensToVector(tokens: readonly string[]): string {
  return tokens.map(quoteLexeme).join(' ');
}

/** A word as `tsvector` and `tsquery` read it. */
export function quoteLexeme(word: string): string {
  return `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
