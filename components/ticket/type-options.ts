import type { TicketType } from '../../domain/ticket-type.ts';
import type { ResponsibilityCenter } from '../../domain/user.ts';
import type { ComboboxOption } from '../ui/option-search.ts';

/** Ticket types as a list in tree order: grouping nodes as headings, leaves with the center that they begin in. */
export function typesToOptions(
  types: readonly TicketType[],
  centerOf: (id: string | null) => ResponsibilityCenter | null,
): ComboboxOption[] {
  return types
    .filter((type) => type.active)
    .map((type) => ({ type, place: type.number.split('.').map(Number) }))
    .sort((one, other) => comparePlaces(one.place, other.place))
    .map(({ type, place }) => ({
      value: type.id,
      code: type.number,
      label: type.name,
      depth: place.length - 1,
      group: !type.selectable,
      meta: type.selectable ? centerOf(type.initialCenterId)?.name : undefined,
    }));
}

/** `1.2` before `1.10`, a heading before what it holds. */
function comparePlaces(one: readonly number[], other: readonly number[]): number {
  for (let level = 0; level < Math.max(one.length, other.length); level += 1) {
    const difference = (one[level] ?? -1) - (other[level] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}
