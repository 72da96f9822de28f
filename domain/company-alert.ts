import { z } from 'zod';
import { companyFile as words } from '../locales/pt-BR/company-file.ts';
import { type Customer, type CustomerAlert, customerAlertSchema } from './customer.ts';
import { customerCodeKey } from './customer-code.ts';
import type { Day } from './day.ts';
import { lineSchema } from './line.ts';

/** What a customer can be that an alert may speak of. */
export const CUSTOMER_CHARACTERISTICS = [
  'inactive',
  'company',
  'person',
  'blocked-product',
  'expired-product',
] as const;

/** An alert that the company configured, for customers by their codes or for all that have a characteristic. */
export const companyAlertSchema = z
  .strictObject({
    name: lineSchema.min(1).max(80).describe(words.fields.alertName),
    customers: z
      .array(z.string().regex(/^[A-Za-z0-9]{1,10}$/))
      .min(1)
      .max(5000)
      .optional()
      .describe(words.fields.alertCustomers),
    characteristic: z.enum(CUSTOMER_CHARACTERISTICS).optional().describe(words.fields.alertCharacteristic),
    level: customerAlertSchema.shape.level.describe(words.fields.alertLevel),
    title: customerAlertSchema.shape.title.describe(words.fields.alertTitle),
    detail: customerAlertSchema.shape.detail.default(null).describe(words.fields.alertDetail),
  })
  .superRefine((alert, context) => {
    if ((alert.customers === undefined) === (alert.characteristic === undefined)) {
      context.addIssue({ code: 'custom', message: words.alertForWhom });
    }
  });

export type CompanyAlert = z.infer<typeof companyAlertSchema>;

/** The company's alerts that speak of this customer, in the company's order. */
export function alertsOfCompany(
  customer: Pick<Customer, 'code' | 'active' | 'kind' | 'products'>,
  configured: readonly CompanyAlert[],
  today: Day,
): CustomerAlert[] {
  const key = customerCodeKey(customer.code);
  return configured
    .filter(
      ({ customers, characteristic }) =>
        customers?.some((code) => customerCodeKey(code) === key) ||
        (characteristic !== undefined && has(customer, characteristic, today)),
    )
    .map(({ level, title, detail }) => ({ level, title, detail }));
}

function has(
  { active, kind, products }: Pick<Customer, 'active' | 'kind' | 'products'>,
  characteristic: (typeof CUSTOMER_CHARACTERISTICS)[number],
  today: Day,
): boolean {
  switch (characteristic) {
    case 'inactive':
      return !active;
    case 'blocked-product':
      return products.some(({ blockedReason }) => blockedReason !== null);
    case 'expired-product':
      return products.some(({ expiresOn }) => expiresOn !== null && expiresOn < today);
    default:
      return kind === characteristic;
  }
}
