import type { CompanyConfiguration, KeyedSection, WholeConfiguration } from './schema.ts';
import { keyOf } from './schema.ts';

/** Sections whose records stay for ever, as others refer to them. */
const KEPT = ['centers', 'channels', 'users', 'workflows', 'types', 'templates', 'hostRules'] as const;

/**
 * All that a company has once it took a configuration: sections that it does not have as they were, and at the end of the others what
 * they no longer name, inactive. So a record of the configuration has the same place in both.
 */
export function mergeConfigurations(
  current: WholeConfiguration,
  wanted: CompanyConfiguration,
): WholeConfiguration {
  const merged: Record<string, unknown> = { ...current };
  for (const [section, value] of Object.entries(wanted)) if (value !== undefined) merged[section] = value;
  for (const section of KEPT) {
    if (wanted[section] !== undefined)
      merged[section] = [...wanted[section], ...leftOf(section, current, wanted)];
  }
  return merged as unknown as WholeConfiguration;
}

function leftOf(section: KeyedSection, current: WholeConfiguration, wanted: CompanyConfiguration): object[] {
  const key = keyOf[section] as (record: unknown) => string;
  const named = new Set(wanted[section]?.map(key));
  return current[section]
    .filter((record) => !named.has(key(record)))
    .map((record) => ({ ...record, active: false }));
}
