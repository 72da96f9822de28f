import { z } from 'zod';
import { companyRuleSchema } from '../domain/company-rule.ts';

/** `GET /host-rules`: the company's rules in their order, inactive ones too. */
export const hostRuleListSchema = z.object({ items: z.array(companyRuleSchema) });

/**
 * The same answer as a client takes it in: a rule that this version does not understand must not take the others with it, so each is looked
 * at by itself.
 */
export const hostRuleListAnswerSchema = z.object({ items: z.array(z.unknown()).max(500) });
