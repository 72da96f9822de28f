import { z } from 'zod';
import { type Customer, contactPersonSchema, customerSchema } from './customer.ts';
import { searchKey } from './customer-search.ts';

/** What the search and caller ID need of a customer, kept on the agent's machine for all customers. */
export const directoryEntrySchema = customerSchema
  .pick({
    id: true,
    code: true,
    name: true,
    tradeName: true,
    document: true,
    city: true,
    active: true,
    phones: true,
    emails: true,
  })
  .extend({ contactPersons: z.array(contactPersonSchema.omit({ customerId: true })) });

export type DirectoryEntry = z.infer<typeof directoryEntrySchema>;

/** A whole record as the directory keeps it. */
export function customerToEntry(customer: Customer): DirectoryEntry {
  return directoryEntrySchema.parse(customer);
}

/** The order in which customers are offered: active ones first, then by name. */
export function compareEntries(one: DirectoryEntry, other: DirectoryEntry): number {
  if (one.active !== other.active) return one.active ? -1 : 1;
  const names = [searchKey(one.name), searchKey(other.name)] as const;
  if (names[0] !== names[1]) return names[0] < names[1] ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}
