import type { DirectoryEntry } from '../../domain/directory.ts';
import type { Database } from './connect.ts';
import { CONTACT_PERSON_FIELDS } from './contact-person-json.ts';

/** Before every id. */
const BEGINNING = '00000000-0000-0000-0000-000000000000';

const STATEMENT = `
select c.id, c.code, c.name, c.trade_name as "tradeName", c.document, c.city, c.active, c.phones, c.emails, (
  select coalesce(json_agg(json_build_object(${CONTACT_PERSON_FIELDS}) order by p.name, p.id), '[]'::json)
  from contact_persons p where p.customer_id = c.id
) as "contactPersons"
from customers c
where c.id > $1
order by c.id
limit $2`;

/** Customers in order of id, from the one after this on. */
export async function readDirectory(
  database: Database,
  after: string = BEGINNING,
  limit: number,
): Promise<DirectoryEntry[]> {
  const { rows } = await database.$client.query<DirectoryEntry>({
    name: 'read-directory',
    text: STATEMENT,
    values: [after, limit],
  });
  return rows;
}
