import { z } from 'zod';
import { type HostRule, hostRuleBodySchema, hostRuleNameSchema } from './host-rule.ts';
import { idSchema } from './id.ts';

/** A rule that the company wrote for pages of its own ERP, the same for all its agents. */
export const companyRuleSchema = z.object({
  id: idSchema,
  name: hostRuleNameSchema,
  /** Order among the company's rules; the first says the most. */
  position: z.int(),
  /** An inactive rule is kept and finds nothing. */
  active: z.boolean(),
  rule: hostRuleBodySchema,
});

export type CompanyRule = z.infer<typeof companyRuleSchema>;

const PREFIX = 'company:';

/** The rule as host pages get it, its fields in the order in which a stored rule is read. Its id says whose it is. */
export function companyRuleToHostRule({ id, name, rule }: CompanyRule): HostRule {
  return { id: PREFIX + id, name, ...rule };
}

/** Does the id of a host rule belong to one of the company's? */
export function isCompanyRuleId(id: string): boolean {
  return id.startsWith(PREFIX);
}
