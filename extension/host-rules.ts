import { createBuiltInRules } from '../detect/built-in-rules.ts';
import type { HostRule } from '../detect/host-rule.ts';
import { hostRulesSchema } from '../detect/host-rule-schema.ts';
import { host as texts } from '../locales/pt-BR/host.ts';
import { createSetting, type Setting, type ValueArea } from '../storage/setting.ts';

/** The rules that the agent wrote. */
export function createOwnRules(local: ValueArea): Setting<HostRule[]> {
  return createSetting(local, {
    key: 'hostRules',
    version: 1,
    schema: hostRulesSchema,
    fallback: [] as HostRule[],
  });
}

/** Rules that come with the extension. */
export function builtInRules(): HostRule[] {
  return createBuiltInRules(texts);
}

/** All rules, the agent's own first: written for a page, they say more than those for any page. */
export async function allRules(own: Setting<HostRule[]>): Promise<HostRule[]> {
  return [...(await own.read()), ...builtInRules()];
}
