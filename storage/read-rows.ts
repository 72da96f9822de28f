import type { z } from 'zod';
import type { RawRow } from './database.ts';

/** Rows that could be read, and those that could not: they stay where they are and are told, never dropped. */
export interface ReadRows<T> {
  items: T[];
  unreadable: RawRow[];
}

/** Reads each row by itself, so that a damaged one takes no other with it. */
export function readRows<T>(schema: z.ZodType<T>, rows: readonly RawRow[]): ReadRows<T> {
  const items: T[] = [];
  const unreadable: RawRow[] = [];
  for (const row of rows) {
    const parsed = schema.safeParse(row);
    if (parsed.success) items.push(parsed.data);
    else unreadable.push(row);
  }
  return { items, unreadable };
}
