import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareInbox,
  createInboxClock,
  groupInbox,
  inboxGroup,
  inboxPlace,
  isCritical,
  isInInbox,
} from '../../../domain/inbox.ts';
import { company, createTicket, createUser, NOW } from './fixtures.ts';

const user = createUser({ centerIds: ['n1', 'n2'] });
const clock = createInboxClock(NOW, company);
const mine = (at: string | null, other = {}) =>
  createTicket({ nextContact: { userId: user.id, at }, ...other });

describe('the inbox of a user', () => {
  test.each([
    ['a ticket of an hour ago', mine('2026-07-16T16:36:00.000Z'), 'overdue', true],
    ['one of this evening', mine('2026-07-16T21:00:00.000Z'), 'today', true],
    ['one of the last minute of the company’s day', mine('2026-07-17T02:59:00.000Z'), 'today', true],
    ['one of tomorrow, shown ahead', mine('2026-07-17T03:00:00.000Z'), 'later', false],
    ['one of the fifth day', mine('2026-07-22T02:59:00.000Z'), 'later', false],
    ['one after the fifth day', mine('2026-07-22T03:00:00.000Z'), null, false],
    ['one of the user’s without a date', mine(null), 'today', true],
    ['a closed one', mine('2026-07-16T16:36:00.000Z', { closedAt: NOW.toISOString() }), null, false],
    [
      'another user’s',
      createTicket({ centerId: 'n1', nextContact: { userId: 'other', at: null } }),
      null,
      false,
    ],
    ['one of the CR that nobody has', createTicket({ centerId: 'n2' }), 'unassigned', true],
    ['one of a foreign CR that nobody has', createTicket({ centerId: 'n3' }), null, false],
    ['one without CR that nobody has', createTicket(), null, false],
  ])('holds %s as it should', (_name, ticket, group, isIn) => {
    expect(inboxGroup(ticket, user, clock)).toBe(group);
    expect(isInInbox(ticket, user, clock)).toBe(isIn);
  });

  describe('who is its internal contact', () => {
    const next = { userId: 'other', at: '2026-07-16T10:00:00.000Z' };
    const followed = (at: string, other = {}) =>
      createTicket({ nextContact: next, internalContact: { userId: user.id, at }, ...other });
    const instant = (shift: number) => new Date(NOW.getTime() + shift).toISOString();

    test.each([
      ['a minute before the time', followed(instant(60_000)), null],
      ['an hour before, on the same day', followed(instant(3_600_000)), null],
      ['in the moment itself', followed(instant(0)), 'today'],
      ['days after, for to follow is never late', followed('2026-07-01T12:00:00.000Z'), 'today'],
      ['once it is closed', followed(instant(-60_000), { closedAt: instant(0) }), null],
      [
        'in the CR of the user too',
        followed(instant(-60_000), { nextContact: { userId: null, at: null }, centerId: 'n1' }),
        'today',
      ],
    ])('finds it as it should %s', (_, ticket, group) => {
      expect(inboxGroup(ticket, user, clock)).toBe(group);
      expect(isInInbox(ticket, user, clock)).toBe(group !== null);
      if (group !== null) expect(inboxPlace(ticket, user, clock)?.isInternal).toBe(true);
    });

    test('does not change whose turn it is: the next contact has it as before', () => {
      const ticket = followed(instant(-60_000));
      const other = createUser({ id: 'other' });
      expect(inboxPlace(ticket, other, clock)).toMatchObject({ group: 'overdue', isInternal: false });
    });

    test('sees it once and as the more urgent where it is the same user', () => {
      const ticket = followed(instant(-60_000), {
        nextContact: { userId: user.id, at: instant(-3_600_000) },
      });
      expect(inboxPlace(ticket, user, clock)).toMatchObject({ group: 'overdue', isInternal: false });
    });

    test('has it in the order of that time', () => {
      const early = followed(instant(-7_200_000), { priority: 9 });
      const late = followed(instant(-60_000), { priority: 1 });
      expect(groupInbox([late, early], user, clock).today).toEqual([early, late]);
    });
  });

  test('counts overdue and the next five days as critical', () => {
    expect(isCritical(mine('2026-07-01T12:00:00.000Z'), clock)).toBe(true);
    expect(isCritical(mine('2026-07-22T02:59:00.000Z'), clock)).toBe(true);
    expect(isCritical(mine('2026-07-22T03:00:00.000Z'), clock)).toBe(false);
    expect(isCritical(mine(null), clock)).toBe(false);
  });

  test('goes overdue first, then by due time, priority, age', () => {
    const due = '2026-07-16T21:00:00.000Z';
    const tickets = {
      undated: mine(null, { priority: 1 }),
      old: mine(due, { priority: 2, openedAt: '2026-07-01T12:00:00.000Z' }),
      young: mine(due, { priority: 2, openedAt: '2026-07-02T12:00:00.000Z' }),
      urgent: mine(due, { priority: 1, openedAt: '2026-07-03T12:00:00.000Z' }),
      overdue: mine('2026-07-16T10:00:00.000Z', { priority: 9 }),
    };
    const { overdue, urgent, old, young, undated } = tickets;
    const sorted = Object.values(tickets).sort((one, other) => compareInbox(one, other, { user, clock }));
    expect(sorted).toEqual([overdue, urgent, old, young, undated]);
  });

  test('loses no ticket between its groups, and its order does not hang on the order of arrival', () => {
    const times = fc.option(
      fc
        .integer({ min: -20, max: 20 })
        .map((hours) => new Date(NOW.getTime() + hours * 3_600_000).toISOString()),
    );
    const tickets = fc.array(fc.record({ at: times, priority: fc.integer({ min: 1, max: 3 }) }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(tickets, (parts) => {
        const all = parts.map((part) => mine(part.at, { priority: part.priority }));
        const groups = groupInbox(all, user, clock);
        expect(Object.values(groups).flat()).toHaveLength(all.length);
        expect(groupInbox([...all].reverse(), user, clock)).toEqual(groups);
      }),
    );
  });
});
