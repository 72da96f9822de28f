import { type CustomerSummary, toCustomerSummary } from './customer.ts';
import { compareEntries, type DirectoryEntry } from './directory.ts';
import { parsePhone, phoneKeys } from './phone.ts';

/** A customer that a caller's number belongs to. */
export interface CallerMatch {
  customer: CustomerSummary;
  /** Who calls, where the number can be nobody else's; the agent may still say otherwise. */
  contactPerson: { id: string; name: string; role: string | null } | null;
  /** Several persons answer this number: it says which customer calls, never who. */
  shared: boolean;
}

/** A caller's number in E.164, or as it came where it is no number that can exist. */
export function callerNumber(text: string, areaCode: string): string {
  return parsePhone(text, areaCode) ?? text.trim();
}

/**
 * Of these customers those that have the number, active ones first, then by name. A number that anybody's record calls
 * shared is shared everywhere: a reception desk, or an accountant who calls for several.
 */
export function callerMatches(
  number: string,
  entries: readonly DirectoryEntry[],
  areaCode: string,
): CallerMatch[] {
  const keys = new Set(phoneKeys(number, areaCode));
  const isNumber = (phone: string) => phoneKeys(phone, areaCode).some((key) => keys.has(key));
  const found = entries.flatMap((entry) => {
    const lines = entry.phones.filter((line) => isNumber(line.number));
    const persons = entry.contactPersons.filter((person) => person.phone !== null && isNumber(person.phone));
    if (lines.length === 0 && persons.length === 0) return [];
    const isShared = lines.some((line) => line.shared) || persons.some((person) => person.sharedPhone);
    return [{ entry, persons: persons.filter((person) => person.active), isShared }];
  });
  const isFlagged = found.some((one) => one.isShared);
  return found
    .sort((a, b) => compareEntries(a.entry, b.entry))
    .map(({ entry, persons }) => {
      const shared = isFlagged || persons.length > 1;
      const [person] = persons;
      return {
        customer: toCustomerSummary(entry),
        contactPerson:
          shared || person === undefined ? null : { id: person.id, name: person.name, role: person.role },
        shared,
      };
    });
}
