import { and, eq } from 'drizzle-orm';
import type { Database } from './connect.ts';
import { customers, customerWatchers } from './schema/index.ts';

/** Whether the user gets mails of all tickets of the customer; null where there is no such customer. */
export async function isWatchedBy(
  database: Database,
  customerId: string,
  userId: string,
): Promise<boolean | null> {
  const isThisUser = and(eq(customerWatchers.customerId, customers.id), eq(customerWatchers.userId, userId));
  const [row] = await database
    .select({ userId: customerWatchers.userId })
    .from(customers)
    .leftJoin(customerWatchers, isThisUser)
    .where(eq(customers.id, customerId));
  return row === undefined ? null : row.userId !== null;
}

/** As it is said last; the same again changes nothing. */
export async function setWatchedBy(
  database: Database,
  customerId: string,
  userId: string,
  watching: boolean,
): Promise<void> {
  if (watching) {
    await database.insert(customerWatchers).values({ customerId, userId }).onConflictDoNothing();
    return;
  }
  await database
    .delete(customerWatchers)
    .where(and(eq(customerWatchers.customerId, customerId), eq(customerWatchers.userId, userId)));
}
