import { z } from 'zod';
import { isSlowExpression } from './slow-expression.ts';

/**
 * Says where on a host page the customer's code stands, or, with `call`, the number of who calls. The loader has rules as types only: it
 * carries no validator.
 */
export interface HostRule {
  id: string;
  /** Shown on the chip that says why this customer, e.g. campo “Código”. */
  name: string;
  /** Address with `*` for any run of characters within one part, e.g. `https://erp.exemplo.com.br/pessoas/*`: see `detect/url-pattern.ts`. */
  urlPattern: string;
  /** CSS selector of the element. A rule has either a selector or a label. */
  selector?: string | undefined;
  /** What is read: the element's `text`, its form `value`, or else the attribute of this name. */
  source: 'text' | 'value' | (string & {});
  /** Regular expression whose one group is the code; without it the whole text must be one. */
  expression?: string | undefined;
  /** Text of the label beside the value, e.g. `Código`. */
  label?: string | undefined;
  /** `offered` rules guess: the customer is proposed, never taken. Left out, the rule is certain. */
  certainty?: Certainty | undefined;
  /** Makes it a rule about a telephone's page: what is read is the caller's number. */
  call?: CallStates | undefined;
}

/**
 * How a telephone's page shows the state of a call: selectors of the element with the number or of one around it. Where neither matches there
 * is no call.
 */
export interface CallStates {
  ringing: string;
  /** Left out, a call that no longer rings is over. */
  answered?: string | undefined;
}

/** `certain`: a rule written for this page said so. `offered`: guessed, or more than one was found. */
export type Certainty = 'certain' | 'offered';

/** What a rule says besides who it is: how a company keeps it. */
export type HostRuleBody = Omit<HostRule, 'id' | 'name'>;

const nameSchema = z.string().trim().min(1, 'empty').max(60, 'too-long');

const selectorSchema = z.string().trim().min(1, 'empty').max(300, 'too-long');

const bodyShape = {
  urlPattern: z
    .string()
    .trim()
    .max(500, 'too-long')
    .regex(/^(?:\*|https?):\/\/[^\s/]+\/\S*$/, 'not-a-url-pattern'),
  selector: selectorSchema.optional(),
  source: z
    .string()
    .trim()
    .regex(/^[a-zA-Z_][\w:.-]{0,79}$/, 'not-a-source'),
  expression: z.string().min(1, 'empty').max(200, 'too-long').superRefine(checkExpression).optional(),
  label: z.string().trim().min(1, 'empty').max(40, 'too-long').optional(),
  certainty: z.enum(['certain', 'offered']).optional(),
  call: z.strictObject({ ringing: selectorSchema, answered: selectorSchema.optional() }).optional(),
};

/**
 * A host rule from storage or the options page. Problems carry a machine name as their message (`locales` words them) and the field as
 * their path.
 */
export const hostRuleSchema = z
  .strictObject({ id: z.string().min(1).max(64), name: nameSchema, ...bodyShape })
  .superRefine(checkPlace) satisfies z.ZodType<HostRule>;

/** What a rule of the company says, without its id and name. */
export const hostRuleBodySchema = z
  .strictObject(bodyShape)
  .superRefine(checkPlace) satisfies z.ZodType<HostRuleBody>;

export const hostRuleNameSchema = nameSchema;

/** Rules as they are stored. One that no longer parses is left out: it must not take the others with it. */
export const hostRulesSchema = z.array(z.unknown()).transform((rules) =>
  rules.flatMap((rule): HostRule[] => {
    const parsed = hostRuleSchema.safeParse(rule);
    return parsed.success ? [parsed.data] : [];
  }),
);

function checkPlace(rule: HostRuleBody, context: z.RefinementCtx): void {
  if ((rule.selector === undefined) === (rule.label === undefined)) {
    context.addIssue({ code: 'custom', path: ['selector'], message: 'selector-or-label' });
  }
}

/** Compiles, has one group, and is done quickly on whatever text the page holds ({@link isSlowExpression}). */
function checkExpression(source: string, context: z.RefinementCtx<string>): void {
  let groups: number;
  try {
    groups = (new RegExp(`${source}|`).exec('') ?? []).length - 1;
  } catch {
    context.addIssue({ code: 'custom', message: 'not-an-expression' });
    return;
  }
  if (groups !== 1) context.addIssue({ code: 'custom', message: 'not-one-group' });
  if (isSlowExpression(source)) context.addIssue({ code: 'custom', message: 'slow-expression' });
}
