import {
  type CompanyConfiguration,
  type KeyedSection,
  keyOf,
  SECTIONS,
  type Section,
  type WholeConfiguration,
} from './schema.ts';

/** A field of a record, before and after. `order` is the place of records among one another. */
export interface FieldChange {
  field: string;
  before: unknown;
  after: unknown;
}

/** One record, or one section without records, that a configuration changes. */
export interface ConfigurationChange {
  section: Section;
  /** What people call the record; empty where the section itself is meant. */
  key: string;
  action: 'added' | 'changed' | 'deactivated' | 'removed';
  /** None where the action says it all. */
  fields: FieldChange[];
}

/** Sections whose order is the one in which people see their records. */
const ORDERED: readonly KeyedSection[] = ['channels', 'templates', 'hostRules', 'alerts'];
/** Lists that have no order. */
const SETS: readonly string[] = ['functions', 'permissions', 'centers', 'customers', 'days'];

/**
 * What becomes different when a company that is `current` takes the sections that `wanted` has. Records that a section of
 * `wanted` does not name are deactivated; names of nothing else (functions, subjects, alerts) are removed.
 */
export function compareConfigurations(
  current: WholeConfiguration,
  wanted: CompanyConfiguration,
): ConfigurationChange[] {
  const named = SECTIONS.filter((section) => wanted[section] !== undefined);
  return named.flatMap((section): ConfigurationChange[] => {
    switch (section) {
      case 'company':
      case 'holidays':
      case 'limits': {
        const fields = compareFields(current[section], wanted[section] ?? {});
        return fields.length === 0 ? [] : [{ section, key: '', action: 'changed', fields }];
      }
      case 'subjects':
      case 'functions':
        return compareNames(section, current[section], wanted[section] ?? []);
      default:
        return compareRecords(section, current[section], wanted[section] ?? []);
    }
  });
}

function compareNames(
  section: Section,
  current: readonly string[],
  wanted: readonly string[],
): ConfigurationChange[] {
  const added = wanted.filter((name) => !current.includes(name));
  const removed = current.filter((name) => !wanted.includes(name));
  const change = (action: 'added' | 'removed') => (key: string) => ({ section, key, action, fields: [] });
  return [...added.map(change('added')), ...removed.map(change('removed'))];
}

type Named = { name: string; active?: boolean };

function compareRecords(
  section: KeyedSection,
  current: readonly Named[],
  wanted: readonly Named[],
): ConfigurationChange[] {
  const key = keyOf[section] as (one: unknown) => string;
  const before = new Map(current.map((one) => [key(one), one]));
  const after = new Map(wanted.map((one) => [key(one), one]));
  const changed = [...after].flatMap(([name, one]): ConfigurationChange[] => {
    const known = before.get(name);
    if (known === undefined) {
      const fields = compareFields({}, one).filter(({ after: value }) => !isNothing(value));
      return [{ section, key: name, action: 'added', fields }];
    }
    const fields = compareFields(known, one);
    return fields.length === 0 ? [] : [{ section, key: name, action: 'changed', fields }];
  });
  const left = [...before].flatMap(([name, one]): ConfigurationChange[] => {
    if (after.has(name) || one.active === false) return [];
    return [{ section, key: name, action: section === 'alerts' ? 'removed' : 'deactivated', fields: [] }];
  });
  const orders = ORDERED.includes(section)
    ? compareOrder(section, ordered(section, current).map(key), ordered(section, wanted).map(key))
    : [];
  return [...changed, ...left, ...orders];
}

/** Templates of one type have an order; the types among one another have none. */
function ordered(section: KeyedSection, records: readonly Named[]): readonly Named[] {
  if (section !== 'templates') return records;
  return (records as WholeConfiguration['templates']).toSorted((one, other) =>
    one.type < other.type ? -1 : Number(one.type > other.type),
  );
}

/** Only of what was there and stays: what is new has its place where it is added. */
function compareOrder(
  section: Section,
  current: readonly string[],
  wanted: readonly string[],
): ConfigurationChange[] {
  const before = current.filter((key) => wanted.includes(key));
  const after = wanted.filter((key) => current.includes(key));
  if (isSame(before, after)) return [];
  return [{ section, key: '', action: 'changed', fields: [{ field: 'order', before, after }] }];
}

function compareFields(before: object, after: object): FieldChange[] {
  const [one, other] = [before as Record<string, unknown>, after as Record<string, unknown>];
  return Object.keys({ ...one, ...other }).flatMap((field) => {
    const isSet = SETS.includes(field);
    const [old, now] = isSet ? [sorted(one[field]), sorted(other[field])] : [one[field], other[field]];
    return isSame(old, now) ? [] : [{ field, before: one[field] ?? null, after: other[field] ?? null }];
  });
}

function sorted(value: unknown): unknown {
  return Array.isArray(value) ? value.toSorted() : value;
}

function isNothing(value: unknown): boolean {
  return value === null || value === false || (Array.isArray(value) && value.length === 0);
}

/** Plain data of equal content, whatever the order of keys; null and not there are one thing. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other || (one == null && other == null)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) =>
    isSame((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]),
  );
}
