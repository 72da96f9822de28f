import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';
import { serverSecrets } from '../db/schema/index.ts';

const NAME = 'access-token';

/** The key that signs access tokens: made once per database, so that its processes take one another's tokens. */
export async function sharedTokenSecret(database: Database): Promise<string> {
  const value = randomBytes(48).toString('base64url');
  await database.insert(serverSecrets).values({ name: NAME, value }).onConflictDoNothing();
  const [row] = await database.select().from(serverSecrets).where(eq(serverSecrets.name, NAME));
  if (row === undefined) throw new Error('The token secret vanished while it was read.');
  return row.value;
}
