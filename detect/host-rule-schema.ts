import { z } from 'zod';
import type { HostRule } from './host-rule.ts';

/**
 * A host rule from storage, the options page or the company. Problems carry a machine name as their message (`locales` words them)
 * and the field as their path.
 */
export const hostRuleSchema = z
  .strictObject({
    id: z.string().min(1).max(64),
    name: z.string().trim().min(1, 'empty').max(60, 'too-long'),
    urlPattern: z
      .string()
      .trim()
      .max(500, 'too-long')
      .regex(/^(?:\*|https?):\/\/[^\s/]+\/\S*$/, 'not-a-url-pattern'),
    selector: z.string().trim().min(1, 'empty').max(300, 'too-long').optional(),
    source: z
      .string()
      .trim()
      .regex(/^[a-zA-Z_][\w:.-]{0,79}$/, 'not-a-source'),
    expression: z.string().min(1, 'empty').max(200, 'too-long').superRefine(checkExpression).optional(),
    label: z.string().trim().min(1, 'empty').max(40, 'too-long').optional(),
    certainty: z.enum(['certain', 'offered']).optional(),
  })
  .superRefine((rule, context) => {
    if ((rule.selector === undefined) === (rule.label === undefined)) {
      context.addIssue({ code: 'custom', path: ['selector'], message: 'selector-or-label' });
    }
  }) satisfies z.ZodType<HostRule>;

/** Rules as they are stored. One that no longer parses is left out: it must not take the others with it. */
export const hostRulesSchema = z.array(z.unknown()).transform((rules) =>
  rules.flatMap((rule): HostRule[] => {
    const parsed = hostRuleSchema.safeParse(rule);
    return parsed.success ? [parsed.data] : [];
  }),
);

/**
 * Compiles, has one group, and repeats no group: `(\d+)+` may take for ever on a hostile text, and a code needs none of it.
 */
function checkExpression(source: string, context: z.RefinementCtx<string>): void {
  let groups: number;
  try {
    groups = (new RegExp(`${source}|`).exec('') ?? []).length - 1;
  } catch {
    context.addIssue({ code: 'custom', message: 'not-an-expression' });
    return;
  }
  if (groups !== 1) context.addIssue({ code: 'custom', message: 'not-one-group' });
  const bare = source.replaceAll(/\\./g, '_').replaceAll(/\[[^\]]*\]/g, '_');
  if (/\)[*+{]/.test(bare)) context.addIssue({ code: 'custom', message: 'slow-expression' });
}
