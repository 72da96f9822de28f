import type { CustomerSummary } from '../../domain/customer.ts';
import { customerCodeKey, isCustomerCode } from '../../domain/customer-code.ts';
import { customerSearchTerms, type SearchTerm, searchKey } from '../../domain/customer-search.ts';
import type { Database } from './connect.ts';
import { quoteLexeme } from './customer-row.ts';

/** Of those that have all terms so many are looked at: a query that more match is too short to be ordered well. */
const CANDIDATES = 500;

/** The customer of this very code first, then names that begin with the query, then whoever has all of its words. */
const STATEMENT = `
with found as (
  select id, 0 as rank from customers where code_key = $1
  union all
  (select id, 1 from customers where name_key >= $2 and name_key < $2 || U&'\\+10FFFF' order by name_key limit $4)
  union all
  (select id, 2 from customers where search_tokens @@ $3::tsquery limit ${CANDIDATES})
)
select c.id, c.code, c.name, c.trade_name as "tradeName", c.document, c.city, c.active
from (select id, min(rank) as rank from found group by id) best join customers c using (id)
order by best.rank, c.active desc, c.name_key, c.id
limit $4`;

/** Customers for a query, the likeliest first; none for a query without a letter or digit. */
export async function searchCustomers(
  database: Database,
  query: string,
  limit: number,
): Promise<CustomerSummary[]> {
  const terms = customerSearchTerms(query);
  if (terms.length === 0) return [];
  const code = isCustomerCode(query) ? customerCodeKey(query) : null;
  const { rows } = await database.$client.query<CustomerSummary>({
    name: 'search-customers',
    text: STATEMENT,
    values: [code, searchKey(query), termsToQuery(terms), limit],
  });
  return rows;
}

function termsToQuery(terms: readonly SearchTerm[]): string {
  const prefix = (word: string) => `${quoteLexeme(word)}:*`;
  const alternative = (words: readonly string[]) => words.map(prefix).join(' & ');
  return terms.map((term) => `(${term.map(alternative).join(' | ')})`).join(' & ');
}
