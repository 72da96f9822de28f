import type { Database } from './connect.ts';

/** Opinions that are looked at, the latest ones: a subject that nobody used since is no help. */
const LOOKED_AT = 20_000;

/**
 * Counted by spelling first: the fold is dear. Of those that differ in case and accents alone the one used last stands for all.
 */
const STATEMENT = `
with used as (
  (select t.customer_id, t.type_id, o.subjects, o.confirmed_at from opinions o join tickets t on t.id = o.ticket_id
    where o.subjects <> '{}' order by o.id desc limit ${LOOKED_AT})
  union all
  select t.customer_id, t.type_id, o.subjects, o.confirmed_at from tickets t join opinions o on o.ticket_id = t.id
    where t.customer_id = $1::uuid and o.subjects <> '{}'
), spelled as (
  select subject, count(*) as times, max(confirmed_at) as last,
    bool_or(customer_id = $1::uuid) as "isCustomers", bool_or(type_id = $2::uuid) as "isTypes"
  from used cross join lateral unnest(used.subjects) as chosen (subject)
  group by subject
  union all
  select unnest(subjects), 0, '-infinity', false, false from company
)
select (array_agg(subject order by last desc))[1] as subject
from spelled
group by trim(public.search_fold(subject))
order by bool_or("isCustomers") desc nulls last, bool_or("isTypes") desc nulls last,
  sum(times) desc, max(last) desc, 1
limit $3`;

/** Subjects used before and those of the company: the customer's first, then the type's, then the most used. */
export async function listSubjects(
  database: Database,
  of: { customerId?: string | undefined; typeId?: string | undefined },
  limit: number,
): Promise<string[]> {
  const { rows } = await database.$client.query<{ subject: string }>({
    name: 'list-subjects',
    text: STATEMENT,
    values: [of.customerId, of.typeId, limit],
  });
  return rows.map(({ subject }) => subject);
}
