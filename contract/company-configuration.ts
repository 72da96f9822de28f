import { z } from 'zod';
import { SECTIONS } from '../domain/company-configuration/schema.ts';

export { companyConfigurationSchema } from '../domain/company-configuration/schema.ts';

/** `PUT /company/configuration?dryRun=true` only says what it would change. */
export const configurationQuerySchema = z.object({ dryRun: z.stringbool().default(false) });

/** What a configuration changes, or would change: none when the company is so already. */
export const configurationChangesSchema = z.object({
  applied: z.boolean(),
  changes: z.array(
    z.object({
      section: z.enum(SECTIONS),
      /** The record by its name, number or login; empty where the section itself is meant. */
      key: z.string(),
      action: z.enum(['added', 'changed', 'deactivated', 'removed']),
      fields: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
    }),
  ),
});
