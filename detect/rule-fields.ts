import { hostRuleSchema } from '../domain/host-rule.ts';
import type { HostRule } from './host-rule.ts';

/** A rule as a form has it: empty text where nothing was given. */
export interface RuleFormFields {
  name: string;
  urlPattern: string;
  by: 'selector' | 'label';
  selector: string;
  source: 'text' | 'value' | 'attribute';
  attribute: string;
  label: string;
  expression: string;
}

export type RuleFormProblem = { field: keyof RuleFormFields; code: string };

/** The rule that a form describes, or the first field that is wrong and why. `isSelector` asks the browser. */
export function fieldsToRule(
  fields: RuleFormFields,
  id: string,
  isSelector: (text: string) => boolean,
): { ok: true; rule: HostRule } | { ok: false; problem: RuleFormProblem } {
  const bySelector = fields.by === 'selector';
  const parsed = hostRuleSchema.safeParse({
    id,
    name: fields.name,
    urlPattern: fields.urlPattern,
    selector: bySelector ? fields.selector : undefined,
    source: !bySelector ? 'text' : fields.source === 'attribute' ? fields.attribute : fields.source,
    expression: fields.expression === '' ? undefined : fields.expression,
    label: bySelector ? undefined : fields.label,
  });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const path = String(issue?.path[0] ?? 'name');
    const field = (path === 'source' ? 'attribute' : path) as keyof RuleFormFields;
    return { ok: false, problem: { field, code: issue?.message ?? '' } };
  }
  if (parsed.data.selector !== undefined && !isSelector(parsed.data.selector)) {
    return { ok: false, problem: { field: 'selector', code: 'not-a-selector' } };
  }
  return { ok: true, rule: parsed.data };
}

/** The form of a rule. */
export function ruleToFields(rule: HostRule): RuleFormFields {
  const isAttribute = rule.source !== 'text' && rule.source !== 'value';
  return {
    name: rule.name,
    urlPattern: rule.urlPattern,
    by: rule.label === undefined ? 'selector' : 'label',
    selector: rule.selector ?? '',
    source: isAttribute ? 'attribute' : (rule.source as 'text' | 'value'),
    attribute: isAttribute ? rule.source : '',
    label: rule.label ?? '',
    expression: rule.expression ?? '',
  };
}
