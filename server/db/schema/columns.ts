import { customType, timestamp, uuid } from 'drizzle-orm/pg-core';

/** A point in time, kept to the millisecond as the wire has it. */
export function instant(name: string) {
  return timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });
}

/** Id of a record. It is made by whoever creates the record, so no column has a default for it. */
export function id(name: string) {
  return uuid(name);
}

/** 64-bit transaction id: unlike `xid` it never wraps around, and it has an order. */
export const transactionId = customType<{ data: string }>({ dataType: () => 'xid8' });

/** Bytes, such as a hash. */
export const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** Sorted words for searching; what the words are is decided in `domain/customer-search.ts`. */
export const textSearchVector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/** Text compared byte by byte whatever the database's collation, so that an index serves prefixes. */
export const byteOrderedText = customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' });
