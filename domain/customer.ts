import { z } from 'zod';
import { idSchema } from './id.ts';

/** What search results, the header and the launcher need of a customer. */
export const customerSummarySchema = z.object({
  id: idSchema,
  /** As the ERP shows it, e.g. `000318`. */
  code: z.string().regex(/^[A-Za-z0-9]{1,10}$/),
  name: z.string().min(1).max(160),
  tradeName: z.string().max(160).nullable(),
  /** CPF or CNPJ without punctuation, upper case. */
  document: z.string().max(14).nullable(),
  city: z.string().max(120).nullable(),
  active: z.boolean(),
});

export type CustomerSummary = z.infer<typeof customerSummarySchema>;

/** The summary of what knows more of a customer, and nothing beside it. */
export function toCustomerSummary(customer: CustomerSummary): CustomerSummary {
  const { id, code, name, tradeName, document, city, active } = customer;
  return { id, code, name, tradeName, document, city, active };
}

/** Pessoa de contato: who speaks for the customer. */
export const contactPersonSchema = z.object({
  id: idSchema,
  customerId: idSchema,
  name: z.string().min(1).max(120),
  role: z.string().max(80).nullable(),
  /** E.164. */
  phone: z.string().max(20).nullable(),
  extension: z.string().max(10).nullable(),
  /** A number that several persons answer (a reception desk). */
  sharedPhone: z.boolean(),
  email: z.string().max(254).nullable(),
  active: z.boolean(),
});

export type ContactPerson = z.infer<typeof contactPersonSchema>;

/** A product that the customer owns; children point at their parent. */
export const ownedProductSchema = z.object({
  id: idSchema,
  name: z.string().min(1).max(120),
  version: z.string().max(40).nullable(),
  note: z.string().max(4000).nullable(),
  kind: z.enum(['parent', 'component', 'complement']),
  parentId: idSchema.nullable(),
  /** Why new tickets are refused for it; null where they are not. */
  blockedReason: z.string().max(300).nullable(),
  /** Details that a company of services keeps; null or absent where it does not. */
  situation: z.string().max(60).nullable().default(null),
  /** Licences, or how many. */
  quantity: z.number().int().min(0).nullable().default(null),
  acquiredOn: z.iso.date().nullable().default(null),
  expiresOn: z.iso.date().nullable().default(null),
});

export type OwnedProduct = z.infer<typeof ownedProductSchema>;

/** A configured alert, shown at the top of the customer. */
export const customerAlertSchema = z.object({
  level: z.enum(['danger', 'warning']),
  title: z.string().min(1).max(160),
  detail: z.string().max(300).nullable(),
});

export type CustomerAlert = z.infer<typeof customerAlertSchema>;

/** The customer's whole record of this slice. */
export const customerSchema = customerSummarySchema.extend({
  kind: z.enum(['company', 'person']),
  address: z.string().max(300).nullable(),
  phones: z.array(
    z.object({ number: z.string().max(20), label: z.string().max(60).nullable(), shared: z.boolean() }),
  ),
  emails: z.array(z.string().max(254)),
  /** Date of registration, `AAAA-MM-DD`. */
  since: z.iso.date().nullable(),
  alerts: z.array(customerAlertSchema),
  contactPersons: z.array(contactPersonSchema),
  products: z.array(ownedProductSchema),
});

export type Customer = z.infer<typeof customerSchema>;
