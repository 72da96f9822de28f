import { z } from 'zod';
import { companyConfigurationSchema } from './schema.ts';

/** Where the published schema says that it is found. */
const ID = 'https://parecer.invalid/company.schema.json';

/**
 * The JSON Schema of a company's file, by which editors complete and check while it is written. Draft 7, which all of them know. What the
 * records say of one another it cannot hold: `npm run company -- check` does.
 */
export function companyJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(companyConfigurationSchema, {
    target: 'draft-7',
    io: 'input',
    reused: 'inline',
  });
  return { $schema, $id: ID, ...schema };
}
