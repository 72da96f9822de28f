import { migrate } from '../../server/db/migrate.ts';
import type { DatabaseFill } from './database.ts';

/** What the server and the sample company need, in the terms of the start. */
export function productSteps(): DatabaseFill {
  return { migrate, fill: async () => {} };
}
