import type { HostRule } from './host-rule.ts';

/** Attributes that the rules read or whose change lets a selector match, as HTML names them: in lower case. */
export function rulesToAttributes(rules: readonly HostRule[]): string[] {
  return rules.flatMap((rule) =>
    // `text` and `value` are no attributes to wait for, nor are the brackets of an expression, and they do no harm.
    [rule.source, ...(JSON.stringify(rule).match(/(?<=\[\s*)[\w:.-]+/g) ?? [])].map((name) =>
      name.toLowerCase(),
    ),
  );
}
