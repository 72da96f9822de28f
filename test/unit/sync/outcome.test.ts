import { describe, expect, it } from 'vitest';
import { backoff } from '../../../sync/backoff.ts';
import { failureKind, mayBeAppliedAfter } from '../../../sync/outcome.ts';
import { dueEntries } from '../../../sync/queue.ts';

describe('a failure', () => {
  it.each([
    ['offline', undefined, 'wait-all'],
    ['timeout', undefined, 'wait-all'],
    ['bad-answer', 200, 'wait-all'],
    ['bad-answer', 403, 'wait-all'],
    ['server-error', 500, 'wait'],
    ['maintenance', 503, 'wait'],
    ['too-many-requests', 429, 'wait'],
    ['busy', 408, 'wait'],
    ['signed-out', 401, 'signed-out'],
    ['not-configured', undefined, 'signed-out'],
    ['invalid', 422, 'refused'],
    ['invalid', 400, 'refused'],
    ['forbidden', 403, 'refused'],
    ['not-found', 404, 'refused'],
    ['conflict', 409, 'refused'],
    ['too-large', 413, 'refused'],
  ])('%s with status %s means %s', (code, status, kind) => {
    expect(failureKind({ code, status, message: '' })).toBe(kind);
  });
});

describe('a refusal', () => {
  it.each([
    ['forbidden', undefined, true, true],
    ['too-large', undefined, true, true],
    ['invalid', 'opinion.body', true, true],
    ['forbidden', undefined, false, false],
    ['ticket-closed', undefined, true, false],
    ['closing-refused', undefined, true, false],
    ['conflict', 'protocol', true, true],
    ['conflict', 'id', false, true],
  ])('%s of %s, where an earlier try may have arrived: %s, leaves: %s', (code, field, before, after) => {
    expect(mayBeAppliedAfter({ code, field, message: '' }, before)).toBe(after);
  });
});

describe('the wait between tries', () => {
  it('doubles, lies in its upper half, and ends at five minutes', () => {
    expect([1, 2, 3, 20, 2_000].map((attempts) => backoff(attempts, 0))).toEqual([
      1_000, 2_000, 4_000, 150_000, 150_000,
    ]);
    expect([1, 2, 3, 20].map((attempts) => backoff(attempts, 0.999999))).toEqual([
      2_000, 4_000, 8_000, 300_000,
    ]);
  });

  it('is not shorter than the server asks for, and not longer than the longest', () => {
    expect(backoff(1, 0, 30_000)).toBe(30_000);
    expect(backoff(1, 0.5, 30_000)).toBe(31_000);
    expect(backoff(8, 0, 5_000)).toBe(128_000);
    expect(backoff(1, 0.9, 86_400_000)).toBe(300_000);
  });
});

describe('what is due', () => {
  const entry = (
    sequence: number,
    ticketId: string,
    more: { state?: 'queued' | 'sending' | 'needs'; retryAt?: string } = {},
  ) => ({
    id: `${ticketId}${sequence}`,
    ticketId,
    sequence,
    state: more.state ?? ('queued' as const),
    attempts: 0,
    retryAt: more.retryAt ?? null,
  });
  const now = Date.parse('2026-07-16T12:00:00.000Z');

  it('is the first command of each ticket, in the order of acceptance', () => {
    const { entries } = dueEntries([entry(3, 'b'), entry(2, 'a'), entry(1, 'a')], [], now);
    expect(entries.map(({ id }) => id)).toEqual(['a1', 'b3']);
  });

  it.each([
    ['is being sent', entry(1, 'a', { state: 'sending' }), null],
    ['needs the agent', entry(1, 'a', { state: 'needs' }), null],
    ['waits for its time', entry(1, 'a', { retryAt: '2026-07-16T12:00:09.000Z' }), now + 9_000],
  ])('is nothing of a ticket whose first command %s', (_, first, nextAt) => {
    expect(dueEntries([first, entry(2, 'a')], [], now)).toEqual({ entries: [], nextAt });
  });

  it('is also what would wait longer than any wait, because the clock was put back', () => {
    const first = entry(1, 'a', { retryAt: '2027-07-16T12:00:00.000Z' });
    expect(dueEntries([first], [], now)).toEqual({ entries: [first], nextAt: null });
  });

  it('is nothing of a ticket with an entry that cannot be read', () => {
    expect(dueEntries([entry(1, 'a'), entry(2, 'b')], ['a'], now).entries.map(({ id }) => id)).toEqual([
      'b2',
    ]);
  });
});
