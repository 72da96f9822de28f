import { describe, expect, it } from 'vitest';
import { checkPeriod, FUTURE_TOLERANCE_MS } from '../../../domain/opinion-period.ts';
import { instantAt, wallClock } from '../../../domain/time-zone.ts';
import { secondsOf } from '../../../server/commands/opinion-row.ts';

const now = new Date('2026-07-16T17:36:00.000Z');
const at = (milliseconds: number) => new Date(now.getTime() + milliseconds).toISOString();
const found = (startedAt: string, endedAt: string) =>
  checkPeriod({ startedAt, endedAt }, now).map(({ field, code }) => `${field} ${code}`);

describe('start and end of an opinion', () => {
  it('may be ahead of the clock by five minutes, and by not a millisecond more', () => {
    expect(FUTURE_TOLERANCE_MS).toBe(300_000);
    expect(found(at(300_000), at(300_000))).toEqual([]);
    expect(found(at(0), at(300_001))).toEqual(['opinion.endedAt in-the-future']);
    expect(found(at(300_001), at(300_001))).toEqual(['opinion.startedAt in-the-future']);
  });

  it('may be the same moment, and the end not a millisecond before the start', () => {
    expect(found(at(-1), at(-1))).toEqual([]);
    expect(found(at(-1), at(-2))).toEqual(['opinion.endedAt end-before-start']);
  });

  it('are moments: over the night in which clocks were put forward an hour less has passed', () => {
    const zone = 'America/Sao_Paulo';
    // 2018-11-04 had no hour from 00:00 to 01:00.
    const start = instantAt('2018-11-03', 23, 30, zone);
    const end = instantAt('2018-11-04', 1, 30, zone);
    expect(secondsOf({ startedAt: start, endedAt: end })).toBe(3600);
    expect(found(start, end)).toEqual([]);
    expect(wallClock(instantAt('2018-11-04', 0, 30, zone), zone)).toMatchObject({
      day: '2018-11-04',
      hour: 1,
    });
  });

  it('over the night in which clocks were put back an hour more has passed', () => {
    const zone = 'America/Sao_Paulo';
    // 2018-02-17 had the hour from 23:00 twice.
    const start = instantAt('2018-02-17', 22, 0, zone);
    const end = instantAt('2018-02-18', 0, 0, zone);
    expect(secondsOf({ startedAt: start, endedAt: end })).toBe(3 * 3600);
  });

  it('are the company’s clock’s, wherever the machine stands', () => {
    expect(instantAt('2026-07-16', 14, 0, 'America/Sao_Paulo')).toBe('2026-07-16T17:00:00.000Z');
    expect(instantAt('2026-07-16', 14, 0, 'America/Manaus')).toBe('2026-07-16T18:00:00.000Z');
    expect(instantAt('2026-07-16', 14, 0, 'America/Noronha')).toBe('2026-07-16T16:00:00.000Z');
  });
});
