import { asc, eq, type SQL, sql } from 'drizzle-orm';
import { alertsOfCompany, type CompanyAlert } from '../../domain/company-alert.ts';
import type { ContactPerson, Customer, CustomerSummary, OwnedProduct } from '../../domain/customer.ts';
import { customerCodeKey } from '../../domain/customer-code.ts';
import { dayOf } from '../../domain/time-zone.ts';
import { UNNAMED_COMPANY } from './company.ts';
import type { Database } from './connect.ts';
import { CONTACT_PERSON_FIELDS } from './contact-person-json.ts';
import { company, contactPersons, customers, ownedProducts } from './schema/index.ts';

const summaryColumns = {
  id: customers.id,
  code: customers.code,
  name: customers.name,
  tradeName: customers.tradeName,
  document: customers.document,
  city: customers.city,
  active: customers.active,
};

export async function readCustomer(database: Database, id: string): Promise<Customer | null> {
  return readWhere(database, eq(customers.id, id));
}

/** The customer of a code, with or without its leading zeros. */
export async function readCustomerByCode(database: Database, code: string): Promise<Customer | null> {
  return readWhere(database, eq(customers.codeKey, customerCodeKey(code)));
}

export async function readCustomerSummary(database: Database, id: string): Promise<CustomerSummary | null> {
  const [row] = await database.select(summaryColumns).from(customers).where(eq(customers.id, id));
  return row ?? null;
}

/** In order of name; inactive ones too, as old opinions name them. */
export async function listContactPersons(database: Database, customerId: string): Promise<ContactPerson[]> {
  return database
    .select()
    .from(contactPersons)
    .where(eq(contactPersons.customerId, customerId))
    .orderBy(asc(contactPersons.name), asc(contactPersons.id));
}

/** One round trip: contacts, products and the company's alerts come as JSON beside the row. */
async function readWhere(database: Database, condition: SQL): Promise<Customer | null> {
  const [found] = await database
    .select({
      ...summaryColumns,
      kind: customers.kind,
      address: customers.address,
      phones: customers.phones,
      emails: customers.emails,
      since: customers.since,
      alerts: customers.alerts,
      contactPersons: contactPersonsOfCustomer,
      products: productsOfCustomer,
      settings: sql<{ alerts: CompanyAlert[]; timeZone: string } | null>`(
        select json_build_object('alerts', alerts, 'timeZone', time_zone) from ${company})`,
    })
    .from(customers)
    .where(condition);
  if (found === undefined) return null;
  const { settings, ...row } = found;
  const today = dayOf(new Date(), settings?.timeZone ?? UNNAMED_COMPANY.timeZone);
  const ofCompany = alertsOfCompany(row, settings?.alerts ?? [], today);
  return { ...row, alerts: [...row.alerts, ...ofCompany] };
}

// Written out: of a single table drizzle names columns without it, which here would mean another one.
const contactPersonsOfCustomer = sql<ContactPerson[]>`(
  select coalesce(json_agg(json_build_object(
    'customerId', p.customer_id, ${sql.raw(CONTACT_PERSON_FIELDS)}
  ) order by p.name, p.id), '[]'::json)
  from ${contactPersons} p where p.customer_id = customers.id
)`;

const productsOfCustomer = sql<OwnedProduct[]>`(
  select coalesce(json_agg(json_build_object(
    'id', p.id, 'name', p.name, 'version', p.version, 'note', p.note, 'kind', p.kind,
    'parentId', p.parent_id, 'blockedReason', p.blocked_reason, 'situation', p.situation,
    'quantity', p.quantity, 'acquiredOn', p.acquired_on, 'expiresOn', p.expires_on
  ) order by p.position, p.name, p.id), '[]'::json)
  from ${ownedProducts} p where p.customer_id = customers.id
)`;
