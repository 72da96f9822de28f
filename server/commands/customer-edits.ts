import type pg from 'pg';
import type { ContactPerson, Customer } from '../../domain/customer.ts';
import type { EditContactPerson, EditCustomer } from '../../domain/customer-commands.ts';
import { conflictsOf } from '../../domain/customer-edits.ts';
import { type Checked, checkContactFields, checkCustomerFields } from '../../domain/customer-rules.ts';
import { customerSearchTokens, searchKey } from '../../domain/customer-search.ts';
import { toInstant } from '../../domain/instant.ts';
import { customerRules } from '../../locales/pt-BR/rules-customer.ts';
import { serverRefusals } from '../../locales/pt-BR/server-refusals.ts';
import { UNNAMED_COMPANY } from '../db/company.ts';
import { CONTACT_PERSON_FIELDS } from '../db/contact-person-json.ts';
import { tokensToVector } from '../db/customer-row.ts';
import { refuse, requireNone } from '../problems.ts';
import { EARLIER, type Earlier } from './earlier.ts';
import type { CommandHandler } from './execute.ts';

type Held = Pick<
  Customer,
  | 'code'
  | 'name'
  | 'tradeName'
  | 'document'
  | 'address'
  | 'city'
  | 'phones'
  | 'emails'
  | 'active'
  | 'contactPersons'
>;

/** `version` is the row's: whatever else writes it or its contact persons gives it another one. */
const CONTEXT = `select ${EARLIER}, (select area_code from company) as "areaCode", (
  select json_build_object(
    'code', c.code, 'name', c.name, 'tradeName', c.trade_name, 'document', c.document, 'address', c.address,
    'city', c.city, 'phones', c.phones, 'emails', c.emails, 'active', c.active, 'contactPersons', (
      select coalesce(json_agg(json_build_object('customerId', p.customer_id, ${CONTACT_PERSON_FIELDS})), '[]'::json)
      from contact_persons p where p.customer_id = c.id))
  from customers c where c.id = $2
) as customer, (select xmin::text from customers where id = $2) as version`;

interface Context {
  earlier: Earlier | null;
  areaCode: string | null;
  customer: Held | null;
  version: string | null;
}

const COMMAND = `command as (
  insert into commands (id, user_id, kind, content_hash, receipt, confirmed_at)
  select $3, $4::uuid, $5, $6, $7, $8::timestamptz from customer
)`;

const WRITE_CUSTOMER = `with customer as (
  update customers set search_tokens = $9::tsvector, name = $10, name_key = $11, trade_name = $12, document = $13,
    address = $14, city = $15, phones = $16, emails = $17, active = $18
  where id = $1 and xmin::text = $2
  returning id
), ${COMMAND}
insert into changes (kind, record_id) select 'customer', id from customer`;

const WRITE_CONTACT = `with customer as (
  update customers set search_tokens = $9::tsvector where id = $1 and xmin::text = $2
  returning id
), contact as (
  update contact_persons set name = $11, role = $12, phone = $13, extension = $14, shared_phone = $15, email = $16,
    active = $17
  where id = $10 and exists (select from customer)
  returning id
), ${COMMAND}
insert into changes (kind, record_id)
select 'contact-person', id from contact union all select 'customer', id from customer`;

/** @throws Refusal where a field is not as it has to be, or where somebody else has changed it since it was read */
export function createEditCustomer(pool: pg.Pool, now: () => Date): CommandHandler<EditCustomer> {
  return async (actor, command, contentHash) => {
    const context = await readContext(pool, command);
    if (context.earlier !== null) return { earlier: context.earlier };
    const held = context.customer;
    if (held === null) throw refuse('not-found', serverRefusals.customerUnknown);
    const after = accepted(command, checkCustomerFields(command.after, areaCodeOf(context)), { ...held });
    const customer: Held = { ...held, ...after };
    const receipt = receiptOf(command, now());
    const { rowCount } = await pool.query({
      name: 'edit-customer',
      text: WRITE_CUSTOMER,
      values: [
        ...[command.customerId, context.version, command.id, actor.user.id, command.kind],
        ...[contentHash, JSON.stringify(receipt), receipt.confirmedAt, vectorOf(customer)],
        ...[customer.name, searchKey(customer.name), customer.tradeName, customer.document],
        ...[customer.address, customer.city, JSON.stringify(customer.phones), customer.emails],
        customer.active,
      ],
    });
    return rowCount === 0 ? 'changed' : { receipt: { ...receipt } };
  };
}

/** @throws Refusal as {@link createEditCustomer} */
export function createEditContactPerson(pool: pg.Pool, now: () => Date): CommandHandler<EditContactPerson> {
  return async (actor, command, contentHash) => {
    const context = await readContext(pool, command);
    if (context.earlier !== null) return { earlier: context.earlier };
    const held = context.customer;
    const person = held?.contactPersons.find(({ id }) => id === command.contactPersonId);
    if (held === null || person === undefined) throw refuse('not-found', serverRefusals.contactPersonUnknown);
    const after = accepted(command, checkContactFields(command.after, areaCodeOf(context)), { ...person });
    const contact: ContactPerson = { ...person, ...after };
    const others = held.contactPersons.filter(({ id }) => id !== contact.id);
    const receipt = receiptOf(command, now());
    const { rowCount } = await pool.query({
      name: 'edit-contact-person',
      text: WRITE_CONTACT,
      values: [
        ...[command.customerId, context.version, command.id, actor.user.id, command.kind],
        ...[contentHash, JSON.stringify(receipt), receipt.confirmedAt],
        ...[vectorOf({ ...held, contactPersons: [...others, contact] }), contact.id, contact.name],
        ...[contact.role, contact.phone, contact.extension, contact.sharedPhone, contact.email],
        contact.active,
      ],
    });
    return rowCount === 0 ? 'changed' : { receipt: { ...receipt } };
  };
}

async function readContext(pool: pg.Pool, command: EditCustomer | EditContactPerson): Promise<Context> {
  const { rows } = await pool.query<Context>({
    name: 'customer-edit-context',
    text: CONTEXT,
    values: [command.id, command.customerId],
  });
  const [context] = rows;
  if (context === undefined) throw new Error('A query without tables gave no row.');
  return context;
}

/** The fields as they are kept, once rules and the record as it is now have nothing against them. */
function accepted<T extends object>(
  command: EditCustomer | EditContactPerson,
  { value, problems }: Checked<T>,
  current: Readonly<Record<string, unknown>>,
): T {
  requireNone(problems.map((problem) => ({ ...problem, field: `after.${problem.field}` })));
  const [conflict] = conflictsOf({ before: command.before, after: value }, current);
  if (conflict !== undefined)
    throw refuse('edit-conflict', customerRules.conflict, { field: `after.${conflict.field}` });
  return value;
}

function areaCodeOf({ areaCode }: Context): string {
  return areaCode ?? UNNAMED_COMPANY.areaCode;
}

function receiptOf({ id, customerId }: EditCustomer | EditContactPerson, now: Date) {
  return { id, customerId, confirmedAt: toInstant(now) };
}

function vectorOf(customer: Held): string {
  return tokensToVector(customerSearchTokens(customer));
}
