import { type Call, callState, createCall } from '../domain/call.ts';
import type { Instant } from '../domain/instant.ts';
import type { CallEvidence } from './host-rule.ts';

/** A call and what the agent did about it. Plain data: it is kept while the background sleeps. */
export interface TrackedCall {
  call: Call;
  /** The tab whose page tells of it. */
  tabId: number;
  /** Name of who calls, for the launcher; empty while nobody is certain. */
  caller: string;
  /** `open`: the card asks what to do. `collapsed`: it waits in the launcher. `taken`: a ticket was begun. */
  answer: 'open' | 'collapsed' | 'taken' | 'dismissed';
}

/** More than this nobody has at one time. */
const MOST_CALLS = 8;

/** The calls after a telephone's page told what it shows now, the newest last; null: nobody calls. */
export function followPageCall(
  calls: readonly TrackedCall[],
  tabId: number,
  evidence: CallEvidence | null,
  at: Instant,
): TrackedCall[] {
  const own = calls.findLast((one) => one.tabId === tabId && one.call.direction === 'in');
  const live = evidence === null || isOpen(own) ? own : (toldElsewhere(calls, evidence) ?? own);
  const isGoingOn = live !== undefined && live.call.endedAt === null;
  if (evidence === null) return isGoingOn ? changeCall(calls, live, { endedAt: at }) : [...calls];
  if (isGoingOn && isSameCall(live.call, evidence)) {
    const isAnswer = evidence.state === 'answered' && live.call.answeredAt === null;
    return isAnswer ? changeCall(calls, live, { answeredAt: at }) : [...calls];
  }
  const others = isGoingOn ? changeCall(calls, live, { endedAt: at }) : calls;
  const call = createCall({
    ...{ number: evidence.number, direction: 'in', at },
    answered: evidence.state === 'answered',
  });
  return addCall(others, call, tabId);
}

/** One telephone that is open in two tabs rings in both: the second one speaks of the call that the first told of. */
function toldElsewhere(calls: readonly TrackedCall[], evidence: CallEvidence): TrackedCall | undefined {
  // Nobody knows whether two callers without a number are one.
  if (digitsOf(evidence.number) === '') return undefined;
  return calls.findLast(
    (one) => one.call.direction === 'in' && isOpen(one) && isSameCall(one.call, evidence),
  );
}

function isOpen(tracked: TrackedCall | undefined): boolean {
  return tracked !== undefined && tracked.call.endedAt === null;
}

/** The calls after the agent clicked a number to call it. */
export function followDialling(
  calls: readonly TrackedCall[],
  tabId: number,
  number: string,
  at: Instant,
): TrackedCall[] {
  return addCall(calls, createCall({ number, direction: 'out', at, answered: true }), tabId);
}

/** The newest call of which the card asks or which a ticket was begun for; missed and dismissed ones ask nothing. */
export function currentCall(calls: readonly TrackedCall[]): TrackedCall | null {
  const last = calls.findLast(
    ({ call, answer }) => answer !== 'dismissed' && (answer === 'taken' || callState(call) !== 'missed'),
  );
  return last ?? null;
}

/** Does it still wait for the agent to say what becomes of it? */
export function isAsking({ answer }: Pick<TrackedCall, 'answer'>): boolean {
  return answer === 'open' || answer === 'collapsed';
}

function addCall(calls: readonly TrackedCall[], call: Call, tabId: number): TrackedCall[] {
  const next: TrackedCall = { call, tabId, caller: '', answer: 'open' };
  return [...withRoom(calls), next];
}

/** Forgets the oldest of those that are over, then of those nobody writes about: a text that waits for the end of its call still hears of it. */
function withRoom(calls: readonly TrackedCall[]): readonly TrackedCall[] {
  if (calls.length < MOST_CALLS) return calls;
  // Of a dialled one nobody hears the end.
  const isAwaited = ({ answer, call }: TrackedCall) => answer === 'taken' && call.direction === 'in';
  const gone = calls.find(({ call }) => call.endedAt !== null) ?? calls.find((one) => !isAwaited(one));
  return gone === undefined ? calls : calls.filter((one) => one !== gone);
}

function changeCall(calls: readonly TrackedCall[], which: TrackedCall, change: Partial<Call>): TrackedCall[] {
  return calls.map((one) => (one === which ? { ...one, call: { ...one.call, ...change } } : one));
}

/** The page still speaks of this call: the same number, and it did not begin to ring again. */
function isSameCall(call: Call, { number, state }: CallEvidence): boolean {
  const isAgain = state === 'ringing' && call.answeredAt !== null;
  return !isAgain && digitsOf(call.number) === digitsOf(number);
}

function digitsOf(number: string): string {
  return number.replace(/\D/g, '');
}
