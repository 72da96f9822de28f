import { asc, eq, sql } from 'drizzle-orm';
import type { CurrentUser, Permission, ResponsibilityCenter, User } from '../../domain/user.ts';
import type { Database } from './connect.ts';
import { responsibilityCenters, userCenters, users } from './schema/index.ts';

const centerIds = sql<string[]>`array(
  select c.center_id from ${userCenters} c where c.user_id = users.id order by 1
)::text[]`;

const userColumns = {
  id: users.id,
  login: users.login,
  name: users.name,
  functions: users.functions,
  centerIds,
  active: users.active,
};

/** All users, inactive ones too, in order of name: old opinions have authors who left. */
export async function listUsers(database: Database): Promise<User[]> {
  return database.select(userColumns).from(users).orderBy(asc(users.name), asc(users.id));
}

export async function listResponsibilityCenters(database: Database): Promise<ResponsibilityCenter[]> {
  return database.select().from(responsibilityCenters).orderBy(asc(responsibilityCenters.name));
}

/** A user with what he or she may do; unknown permissions of an older or newer version are left out. */
export async function readCurrentUser(database: Database, id: string): Promise<CurrentUser | null> {
  const [row] = await database
    .select({ ...userColumns, permissions: users.permissions })
    .from(users)
    .where(eq(users.id, id));
  return row === undefined ? null : { ...row, permissions: row.permissions as Permission[] };
}

/** Who has this login, upper and lower case alike, with the hash of the password. */
export async function findUserByLogin(
  database: Database,
  login: string,
): Promise<{ id: string; passwordHash: string | null; active: boolean } | null> {
  const [row] = await database
    .select({ id: users.id, passwordHash: users.passwordHash, active: users.active })
    .from(users)
    .where(sql`lower(${users.login}) = lower(${login})`);
  return row ?? null;
}
