import { describe, expect, it } from 'vitest';
import { deliveryOf, heldBackBy } from '../../../domain/delivery.ts';
import { anEntry, testId } from '../../support/screens/fixtures.ts';

describe('where words are', () => {
  const retryAt = '2026-07-16T17:37:00.000Z';

  it.each([
    ['queued where it goes as soon as it is its turn', { state: 'queued', retryAt: null }, true, 'queued'],
    ['only here where nobody could be reached', { state: 'queued', retryAt: null }, false, 'kept'],
    ['only here while the next try is to come', { state: 'queued', retryAt }, true, 'kept'],
    ['on its way, whatever the connection says', { state: 'sending', retryAt: null }, false, 'sending'],
    ['with the agent where it was refused', { state: 'needs', retryAt: null }, true, 'needs'],
    ['with the server once it said so', { state: 'confirmed', retryAt: null }, false, 'confirmed'],
  ] as const)('is %s', (_what, entry, canGo, delivery) => {
    expect(deliveryOf(entry, canGo)).toBe(delivery);
  });
});

describe('what holds a command back', () => {
  const opening = anEntry(501, 'abre', { state: 'needs' });
  const follower = anEntry(502, 'segue');
  const last = anEntry(503, 'por fim');

  it('is the first before it on the same ticket that is not confirmed', () => {
    const all = [last, follower, opening];
    expect(heldBackBy(last, all)).toBe(opening);
    expect(heldBackBy(opening, all)).toBeNull();
  });

  it('is nothing that is confirmed, and nothing of another ticket', () => {
    const others = [
      anEntry(500, 'já lá', { state: 'confirmed' }),
      anEntry(499, 'de outro', { ticketId: testId(320) }),
    ];
    expect(heldBackBy(follower, [...others, follower])).toBeNull();
  });
});
