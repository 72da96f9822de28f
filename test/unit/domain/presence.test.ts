import { describe, expect, it } from 'vitest';
import { createId } from '../../../domain/id.ts';
import { MOST_PLACES, mergeAttendees, mergePlaces } from '../../../domain/presence.ts';

describe('presence', () => {
  it('counts a ticket in several panels once, as written where any of them writes', () => {
    const [one, two] = [createId(), createId()];
    const places = mergePlaces([
      { ticketId: one, doing: 'viewing' },
      { ticketId: two, doing: 'viewing' },
      { ticketId: one, doing: 'writing' },
      { ticketId: one, doing: 'viewing' },
    ]);
    expect(places).toEqual([
      { ticketId: one, doing: 'writing' },
      { ticketId: two, doing: 'viewing' },
    ]);
  });

  it('names no more tickets than the channel takes', () => {
    const many = Array.from({ length: MOST_PLACES + 1 }, () => ({
      ticketId: createId(),
      doing: 'viewing' as const,
    }));
    expect(mergePlaces(many)).toEqual(many.slice(0, MOST_PLACES));
  });

  it('counts somebody in several tabs once', () => {
    const userId = createId();
    expect(
      mergeAttendees([
        { userId, doing: 'writing' },
        { userId, doing: 'viewing' },
      ]),
    ).toEqual([{ userId, doing: 'writing' }]);
  });
});
