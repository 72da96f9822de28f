import { z } from 'zod';
import { contactPersonSchema, customerSchema } from './customer.ts';
import { idSchema } from './id.ts';
import { lineSchema } from './line.ts';

/** What can be changed of a customer's record. Codes are the ERP's, and customers are never deleted: `active` says whether they are served. */
export const customerFieldsSchema = z.object({
  name: lineSchema.min(1).max(160),
  tradeName: lineSchema.min(1).max(160).nullable(),
  /** CPF or CNPJ; kept without punctuation. */
  document: z.string().min(1).max(30).nullable(),
  address: lineSchema.min(1).max(300).nullable(),
  city: lineSchema.min(1).max(120).nullable(),
  phones: z
    .array(
      z.object({
        number: z.string().min(1).max(60),
        label: lineSchema.min(1).max(60).nullable(),
        shared: z.boolean(),
      }),
    )
    .max(20),
  emails: z.array(z.string().min(1).max(254)).max(20),
  active: z.boolean(),
});

export type CustomerFields = z.infer<typeof customerFieldsSchema>;

/** What can be changed of a contact person, who is never deleted: `active` says whether it is still one. */
export const contactFieldsSchema = z.object({
  name: lineSchema.min(1).max(120),
  role: lineSchema.min(1).max(80).nullable(),
  phone: z.string().min(1).max(60).nullable(),
  extension: z.string().min(1).max(10).nullable(),
  sharedPhone: z.boolean(),
  email: z.string().min(1).max(254).nullable(),
  active: z.boolean(),
});

export type ContactFields = z.infer<typeof contactFieldsSchema>;

/** As they were read: old records may hold what would not be taken today. */
const customerBeforeSchema = customerSchema
  .pick({
    name: true,
    tradeName: true,
    document: true,
    address: true,
    city: true,
    phones: true,
    emails: true,
    active: true,
  })
  .partial();
const contactBeforeSchema = contactPersonSchema.omit({ id: true, customerId: true }).partial();

/**
 * Changes the named fields of a customer's record and no others. `before` is what the agent saw in each of them: where
 * somebody else has changed one since, the server refuses, and the agent decides.
 */
export const editCustomerSchema = z.object({
  kind: z.literal('editCustomer'),
  /** Id of the change. */
  id: idSchema,
  customerId: idSchema,
  before: customerBeforeSchema,
  after: customerFieldsSchema.partial(),
});

/** A new contact person of a customer, chosen in opinions as soon as it is asked for. */
export const createContactPersonSchema = z.object({
  kind: z.literal('createContactPerson'),
  /** Id of the contact person to be. */
  id: idSchema,
  customerId: idSchema,
  name: lineSchema.max(120),
  role: lineSchema.max(80).nullable(),
  phone: contactPersonSchema.shape.phone,
  extension: contactPersonSchema.shape.extension,
  sharedPhone: z.boolean(),
  email: contactPersonSchema.shape.email,
});

/** As {@link editCustomerSchema}, of one contact person. */
export const editContactPersonSchema = z.object({
  kind: z.literal('editContactPerson'),
  /** Id of the change. */
  id: idSchema,
  customerId: idSchema,
  contactPersonId: idSchema,
  before: contactBeforeSchema,
  after: contactFieldsSchema.partial(),
});

export type EditCustomer = z.infer<typeof editCustomerSchema>;
export type CreateContactPerson = z.infer<typeof createContactPersonSchema>;
export type EditContactPerson = z.infer<typeof editContactPersonSchema>;
export type CustomerCommand = EditCustomer | CreateContactPerson | EditContactPerson;
