import type { HostRule } from './host-rule.ts';

/** Attributes that the rules read or whose change lets a selector match, as HTML names them: in lower case. */
export function rulesToAttributes(rules: readonly HostRule[]): string[] {
  return rules.flatMap(({ selector, source, call }) =>
    // `text` and `value` are no attributes to wait for, and do no harm.
    [source, ...(`${selector}${call?.ringing}${call?.answered}`.match(/(?<=\[\s*)[\w:.-]+/g) ?? [])].map(
      (name) => name.toLowerCase(),
    ),
  );
}
