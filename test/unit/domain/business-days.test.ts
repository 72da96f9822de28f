import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addBusinessDays, businessDaysBetween, isBusinessDay } from '../../../domain/business-days.ts';
import { addDays, createDay } from '../../../domain/day.ts';
import { easter, nationalHolidays, optionalDays } from '../../../domain/holidays.ts';
import { defaultNextContact } from '../../../domain/next-contact.ts';
import { dayOf, instantAt } from '../../../domain/time-zone.ts';
import { company, createType, createUser, NOW } from './fixtures.ts';

describe('business days', () => {
  test.each([
    ['2026-07-16', 0, '2026-07-16'],
    ['2026-07-18', 0, '2026-07-20'],
    ['2026-07-16', 1, '2026-07-17'],
    ['2026-07-17', 1, '2026-07-20'],
    ['2026-07-16', 3, '2026-07-21'],
    ['2026-09-04', 1, '2026-09-08'],
    ['2026-12-24', 1, '2026-12-28'],
  ])('from %s, %i ahead is %s', (day, count, expected) => {
    expect(addBusinessDays(day, count, company)).toBe(expected);
  });

  test('the day reached is a business day, and as many lie between', () => {
    fc.assert(
      fc.property(fc.nat(364), fc.integer({ min: 1, max: 40 }), (offset, count) => {
        const day = addDays('2026-01-01', offset);
        const reached = addBusinessDays(day, count, company);
        expect(isBusinessDay(reached, company)).toBe(true);
        expect(businessDaysBetween(day, reached, company)).toBe(count);
      }),
    );
  });

  test.each([
    [1961, '1961-04-02'],
    [2000, '2000-04-23'],
    [2024, '2024-03-31'],
    [2026, '2026-04-05'],
    [2038, '2038-04-25'],
  ])('Easter of %i is on %s', (year, day) => {
    expect(easter(year)).toBe(day);
  });

  test('the holidays of 2026 are those of the law, in order', () => {
    expect(
      nationalHolidays(2026)
        .map((holiday) => holiday.day.slice(5))
        .join(' '),
    ).toBe('01-01 04-03 04-21 05-01 09-07 10-12 11-02 11-15 11-20 12-25');
    expect(optionalDays(2026).map((holiday) => holiday.day)).toEqual([
      '2026-02-16',
      '2026-02-17',
      '2026-06-04',
    ]);
    expect(nationalHolidays(2023)).toHaveLength(9);
  });

  test('a day that the calendar lacks is none', () => {
    expect(createDay(2026, 2, 29)).toBeNull();
    expect(createDay(2028, 2, 29)).toBe('2028-02-29');
  });
});

describe('the company’s clock', () => {
  test('says the day there, whatever the machine’s zone', () => {
    expect(dayOf('2026-07-17T02:59:00.000Z', 'America/Sao_Paulo')).toBe('2026-07-16');
    expect(dayOf('2026-07-17T02:59:00.000Z', 'America/Manaus')).toBe('2026-07-16');
    expect(dayOf('2026-07-17T02:59:00.000Z', 'America/Noronha')).toBe('2026-07-17');
  });

  test('a midnight that summer time skipped begins an hour later', () => {
    expect(instantAt('2018-11-04', 0, 0, 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00.000Z');
  });
});

describe('next contact by default', () => {
  const user = createUser({ centerIds: ['n1'] });

  test('is the agent, on the type’s business day at 09:00', () => {
    const type = createType({ nextContactDays: 2, initialCenterId: 'n1' });
    expect(defaultNextContact({ user, type, company, now: NOW })).toEqual({
      userId: user.id,
      at: '2026-07-20T12:00:00.000Z',
    });
  });

  test('is at once where the type has no days', () => {
    const type = createType({ nextContactDays: 0 });
    expect(defaultNextContact({ user, type, company, now: NOW }).at).toBe(NOW.toISOString());
  });

  test('is nobody when the ticket goes to a CR that the agent is not of', () => {
    const type = createType({ initialCenterId: 'n2' });
    expect(defaultNextContact({ user, type, company, now: NOW }).userId).toBeNull();
  });
});
