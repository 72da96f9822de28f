import { describe, expect, it } from 'vitest';
import {
  currentCall,
  followDialling,
  followPageCall,
  type TrackedCall,
} from '../../../detect/tracked-call.ts';
import { callState } from '../../../domain/call.ts';

const TAB = 7;
const at = (second: number) => new Date(Date.UTC(2026, 6, 16, 17, 36, second)).toISOString();
const ringing = (number: string) => ({ number, state: 'ringing' as const });
const answered = (number: string) => ({ number, state: 'answered' as const });
const states = (calls: readonly TrackedCall[]) => calls.map(({ call }) => callState(call));

/** The calls after the page showed each of these, a second apart. */
function showing(...shown: Parameters<typeof followPageCall>[2][]): TrackedCall[] {
  return shown.reduce<TrackedCall[]>((calls, one, second) => followPageCall(calls, TAB, one, at(second)), []);
}

describe('a call that a page shows', () => {
  it('rings, is answered and ends, each with its time', () => {
    const calls = showing(ringing('99100-5500'), answered('99100-5500'), null);
    expect(calls).toHaveLength(1);
    expect(calls[0]?.call).toMatchObject({ startedAt: at(0), answeredAt: at(1), endedAt: at(2) });
    expect(states(calls)).toEqual(['ended']);
  });

  it('is missed where it ends without an answer, and asks nothing then', () => {
    const calls = showing(ringing('99100-5500'), null);
    expect(states(calls)).toEqual(['missed']);
    expect(currentCall(calls)).toBeNull();
  });

  it('stays the same while the page writes its number in another way', () => {
    const calls = showing(ringing('(16) 99100-5500'), ringing('16991005500'), answered('16 99100 5500'));
    expect(states(calls)).toEqual(['answered']);
  });

  it('is another one where the number changes, or where it rings again', () => {
    expect(states(showing(answered('1111'), ringing('2222')))).toEqual(['ended', 'ringing']);
    expect(states(showing(ringing('1111'), answered('1111'), ringing('1111')))).toEqual(['ended', 'ringing']);
    const [first, second] = showing(ringing('1111'), null, ringing('1111'));
    expect(second?.call.id).not.toBe(first?.call.id);
  });

  it('may be under way when the page is opened', () => {
    expect(states(showing(answered('1111')))).toEqual(['answered']);
  });

  it('of one tab ends none of another', () => {
    const other = followPageCall(showing(ringing('1111')), TAB + 1, null, at(9));
    expect(states(other)).toEqual(['ringing']);
  });
});

describe('one telephone that is open in two tabs', () => {
  const inBoth = (shown: Parameters<typeof followPageCall>[2], calls: TrackedCall[], second: number) =>
    [TAB, TAB + 1].reduce((all, tab) => followPageCall(all, tab, shown, at(second)), calls);

  it('has one call, which either of them answers and the first one ends', () => {
    const rung = inBoth(ringing('(16) 99100-5500'), [], 0);
    expect(rung).toHaveLength(1);
    const spoken = followPageCall(rung, TAB + 1, answered('16991005500'), at(1));
    expect(states(spoken)).toEqual(['answered']);
    expect(states(inBoth(null, inBoth(answered('16991005500'), spoken, 2), 3))).toEqual(['ended']);
  });

  it('has two where another number rings, or the callers withhold theirs', () => {
    expect(states(followPageCall(showing(ringing('1111')), TAB + 1, ringing('2222'), at(1)))).toHaveLength(2);
    expect(states(followPageCall(showing(ringing('')), TAB + 1, ringing(''), at(1)))).toHaveLength(2);
  });
});

describe('the current call', () => {
  it('is the newest one, unless it was dismissed', () => {
    const calls = showing(answered('1111'), ringing('2222'));
    expect(currentCall(calls)?.call.number).toBe('2222');
    const dismissed = calls.map(
      (one, index): TrackedCall => (index === 1 ? { ...one, answer: 'dismissed' } : one),
    );
    expect(currentCall(dismissed)?.call.number).toBe('1111');
  });

  it('may be one that the agent dials, of which nobody hears the end', () => {
    const calls = followDialling([], TAB, '1636100140', at(0));
    expect(currentCall(followPageCall(calls, TAB, null, at(1)))?.call).toMatchObject({
      direction: 'out',
      endedAt: null,
    });
  });

  it('is kept with a few before it', () => {
    const numbers = Array.from({ length: 12 }, (_, index) => ringing(`${1000 + index}`));
    expect(showing(...numbers).length).toBeLessThan(12);
  });

  it('never pushes out one that goes on and that a ticket was begun for', () => {
    const [first] = followPageCall([], TAB, answered('1111'), at(0));
    if (first === undefined) throw new Error('No call.');
    const taken: TrackedCall = { ...first, answer: 'taken' };
    let calls: TrackedCall[] = [taken];
    for (let second = 1; second < 20; second += 1)
      calls = followDialling(calls, TAB + 1, `36100${second}`, at(second));
    expect(calls).toContain(taken);
    expect(calls.length).toBeLessThan(12);
    expect(calls.at(-1)?.call.number).toBe('3610019');
  });

  it('pushes out what is over before what goes on', () => {
    let calls = showing(answered('1111'));
    calls = followPageCall(followPageCall(calls, TAB + 1, answered('2222'), at(2)), TAB + 1, null, at(3));
    for (let second = 4; calls.length < 8; second += 1)
      calls = followDialling(calls, TAB, `36100${second}`, at(second));
    const numbers = followDialling(calls, TAB, '3333', at(20)).map(({ call }) => call.number);
    expect(numbers).toContain('1111');
    expect(numbers).not.toContain('2222');
  });
});
