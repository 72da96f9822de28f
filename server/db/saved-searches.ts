import { SAVED_SEARCHES, type SavedSearch } from '../../domain/saved-search.ts';
import type { Database } from './connect.ts';

/** The searches of a user, in order of name. */
export async function listSavedSearches(database: Database, userId: string): Promise<SavedSearch[]> {
  const { rows } = await database.$client.query<SavedSearch>({
    name: 'list-saved-searches',
    text: 'select id, name, criteria from saved_searches where user_id = $1 order by lower(name), id',
    values: [userId],
  });
  return rows;
}

/** `kept` before with this content, `saved` now, `conflict` with other content or another user's, `full` at the limit. */
export async function saveSearch(
  database: Database,
  userId: string,
  search: SavedSearch,
  now: Date,
): Promise<'kept' | 'saved' | 'conflict' | 'full'> {
  const criteria = JSON.stringify(search.criteria);
  const { rowCount } = await database.$client.query({
    name: 'save-search',
    text: `insert into saved_searches (id, user_id, name, criteria, saved_at)
      select $1, $2, $3, $4, $5 where (select count(*) from saved_searches where user_id = $2) < ${SAVED_SEARCHES}
      on conflict (id) do nothing`,
    values: [search.id, userId, search.name, criteria, now],
  });
  if (rowCount === 1) return 'saved';
  const { rows } = await database.$client.query<{ isSame: boolean }>({
    name: 'saved-search-before',
    text: `select user_id = $2 and name = $3 and criteria = $4::jsonb as "isSame" from saved_searches where id = $1`,
    values: [search.id, userId, search.name, criteria],
  });
  const [before] = rows;
  if (before === undefined) return 'full';
  return before.isSame ? 'kept' : 'conflict';
}

/** Takes away a search of this user; nothing where there is none. */
export async function deleteSavedSearch(database: Database, userId: string, id: string): Promise<void> {
  await database.$client.query({
    name: 'delete-saved-search',
    text: 'delete from saved_searches where id = $1 and user_id = $2',
    values: [id, userId],
  });
}
