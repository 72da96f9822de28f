import type pg from 'pg';
import type { ContactPerson } from '../../domain/customer.ts';
import type { CreateContactPerson } from '../../domain/customer-commands.ts';
import { checkContactFields } from '../../domain/customer-rules.ts';
import { customerSearchTokens } from '../../domain/customer-search.ts';
import { toInstant } from '../../domain/instant.ts';
import { serverRefusals } from '../../locales/pt-BR/server-refusals.ts';
import { UNNAMED_COMPANY } from '../db/company.ts';
import { tokensToVector } from '../db/customer-row.ts';
import { refuse, requireNone } from '../problems.ts';
import { EARLIER, type Earlier } from './earlier.ts';
import type { CommandHandler } from './execute.ts';

const CONTEXT = `select ${EARLIER},
  (select area_code from company) as "areaCode", exists (select from customers where id = $2) as "customerExists"`;

interface Context {
  earlier: Earlier | null;
  areaCode: string | null;
  customerExists: boolean;
}

/** The telephone and the e-mail of a contact find the customer too. */
const WRITE = `with contact as (
  insert into contact_persons (id, customer_id, name, role, phone, extension, shared_phone, email)
  values ($1, $2, $3, $4, $5, $6, $7, $8)
), customer as (
  update customers set search_tokens = search_tokens || $9::tsvector where id = $2
), command as (
  insert into commands (id, user_id, kind, content_hash, receipt, confirmed_at)
  values ($1, $10, 'createContactPerson', $11, $12, $13)
)
insert into changes (kind, record_id) values ('contact-person', $1), ('customer', $2)`;

export function createCreateContactPerson(
  pool: pg.Pool,
  now: () => Date,
): CommandHandler<CreateContactPerson> {
  return async (actor, command, contentHash) => {
    const { rows } = await pool.query<Context>({
      name: 'contact-person-context',
      text: CONTEXT,
      values: [command.id, command.customerId],
    });
    const { earlier = null, areaCode = null, customerExists = false } = rows[0] ?? {};
    if (earlier !== null) return { earlier };
    if (!customerExists) throw refuse('not-found', serverRefusals.customerUnknown);
    const contact = toContactPerson(command, areaCode ?? UNNAMED_COMPANY.areaCode);
    await pool.query({
      name: 'create-contact-person',
      text: WRITE,
      values: [
        ...[contact.id, contact.customerId, contact.name, contact.role, contact.phone, contact.extension],
        ...[contact.sharedPhone, contact.email, tokensOf(contact), actor.user.id, contentHash],
        ...[JSON.stringify(contact), toInstant(now())],
      ],
    });
    return { receipt: { ...contact } };
  };
}

function toContactPerson({ kind: _, ...given }: CreateContactPerson, areaCode: string): ContactPerson {
  const { name, phone, email } = given;
  const { value, problems } = checkContactFields({ name, phone, email }, areaCode);
  requireNone(problems);
  return { ...given, ...value, active: true };
}

function tokensOf({ phone, email }: ContactPerson): string {
  const nobody = { code: '0', name: '', tradeName: null, document: null, phones: [], emails: [] };
  const tokens = customerSearchTokens({ ...nobody, contactPersons: [{ phone, email }] });
  return tokensToVector(tokens.filter((token) => token !== nobody.code));
}
