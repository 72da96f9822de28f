import { signal } from '@preact/signals';
import { expect, onTestFinished, test } from 'vitest';
import type { Call } from '../../../domain/call.ts';
import { type Draft, draftSchema } from '../../../domain/draft.ts';
import { createDraft, draftToCommands, isDraftEmpty } from '../../../domain/draft-rules.ts';
import { plainTextToRichText } from '../../../domain/rich-text/document.ts';
import {
  callToStart,
  fillFromCall,
  followCallEnd,
  timelineToNextSubject,
} from '../../../state/call-start.ts';
import type { Inner } from '../../../state/navigation.ts';
import { createOpenWriting, type OpenWriting } from '../../../state/open-writing.ts';
import type { TabCall } from '../../../state/ports.ts';

import { toTimeline } from '../../../state/timeline.ts';
import { createWriting } from '../../../state/writing.ts';
import {
  anOpinion,
  company,
  me,
  rioPardoSummary,
  testId,
  ticketTypes,
} from '../../support/screens/fixtures.ts';
import { createMemoryPorts } from '../../support/screens/memory-ports.ts';

const call: Call = {
  ...{ id: testId(900), number: '(16) 99100-5500', direction: 'in' },
  ...{ startedAt: '2026-07-16T17:35:00.000Z', answeredAt: '2026-07-16T17:35:10.000Z', endedAt: null },
};
const about = {
  phone: '+5516991005500',
  channelId: testId(30),
  person: { id: testId(110), name: 'José Almeida' },
};
const now = new Date('2026-07-16T17:40:00.000Z');
const bare = createDraft({
  ...{ userId: me.id, customer: rioPardoSummary, now },
  target: { kind: 'newTicket', ticketId: testId(400), protocol: null },
});
/** The draft as it is on screen. */
function opened(initial: Draft, alreadyKept = false): OpenWriting {
  const { ports } = createMemoryPorts();
  const writing = createWriting(initial, ports, alreadyKept);
  return createOpenWriting(writing, () => undefined, ports);
}
/** The draft after this call filled it in. */
function filled(initial: Draft = bare, of = call, person = about.person): Draft {
  const open = opened(initial);
  fillFromCall(open, callToStart(of, { ...about, person }));
  open.writing.dispose();
  return open.writing.current();
}
const draft = filled();
const another = { ...call, id: testId(901), startedAt: '2026-07-16T17:38:00.000Z', answeredAt: null };
const maria = { id: testId(111), name: 'Maria Souza' };

test('a draft that holds only what the call filled in holds nothing of the agent', () => {
  expect(isDraftEmpty(draft)).toBe(true);
  expect(isDraftEmpty({ ...draft, body: plainTextToRichText('Ligou.') })).toBe(false);
  expect(isDraftEmpty({ ...draft, call: undefined })).toBe(false);
});

test.each<[string, Partial<Draft>]>([
  ['a name', { contactName: 'José, o filho' }],
  ['another person', { contactPersonId: maria.id }],
  ['a start', { startedAt: '2026-07-16T17:30:00.000Z' }],
  ['an end', { endedAt: '2026-07-16T17:39:00.000Z' }],
])('%s that the agent put in place of what the call filled in is the agent’s', (_what, part) => {
  expect(isDraftEmpty({ ...draft, ...part })).toBe(false);
});

test('what the call filled in outlives being kept', () => {
  expect(isDraftEmpty(draftSchema.parse(draft))).toBe(true);
});

test('the end that the call tells is not the agent’s', () => {
  const open = opened(draft);
  const current = signal<TabCall | null>({
    ...{ call: { ...call, endedAt: '2026-07-16T17:39:00.000Z' }, asks: false },
  });
  const stack = signal<readonly Inner[]>([{ kind: 'newTicket', open }]);
  onTestFinished(() => open.writing.dispose());
  onTestFinished(followCallEnd(current, stack));
  expect(open.writing.current().endedAt).toBe('2026-07-16T17:39:00.000Z');
  expect(isDraftEmpty(open.writing.current())).toBe(true);
});

test('a text hears of the end of its call also while another call is spoken of', () => {
  const open = opened(draft);
  onTestFinished(() => open.writing.dispose());
  const current = signal<TabCall | null>({ call: another, asks: true, taken: [call] });
  const stack = signal<readonly Inner[]>([{ kind: 'newTicket', open }]);
  onTestFinished(followCallEnd(current, stack));
  expect(open.writing.current().endedAt).toBeNull();
  const endedAt = '2026-07-16T17:39:00.000Z';
  current.value = { call: another, asks: true, taken: [{ ...call, endedAt }] };
  expect(open.writing.current().endedAt).toBe(endedAt);
});

test('another call takes the place of one that left nothing of the agent', () => {
  const next = filled(draft, another, maria);
  expect(next).toMatchObject({
    ...{ call: { id: another.id }, contactPersonId: maria.id, contactName: maria.name },
    ...{ startedAt: another.startedAt, endedAt: null },
  });
  expect(isDraftEmpty(next)).toBe(true);
});

test('a text of an earlier call stays its text', () => {
  const open = opened({ ...draft, body: plainTextToRichText('Ligou.') }, true);
  expect(fillFromCall(open, callToStart(another, about))).toBe(false);
  expect(open.writing.current()).toMatchObject({ call: { id: call.id }, startedAt: call.answeredAt });
});

test('the opinion begins when the call was answered, and carries the call and its number', () => {
  const type = ticketTypes.find(({ id }) => id === testId(24)) ?? null;
  const written = { ...draft, body: plainTextToRichText('Ligou.'), typeId: testId(24) };
  const commands = draftToCommands(written, { now, company, user: me, type });
  expect(commands.ok && commands.value[0]).toMatchObject({
    opinion: {
      ...{ callId: call.id, callPhone: about.phone, channelId: about.channelId },
      ...{ contactPersonId: about.person.id, startedAt: call.answeredAt },
    },
  });
  const { call: _, ...alone } = written;
  const others = draftToCommands(alone, { now, company, user: me, type });
  expect(others.ok && JSON.stringify(others.value)).not.toContain('callId');
});

test('another subject begins with all of the call but its times, while the call is not long ago', () => {
  const opinion = anOpinion(500, 'Ligou.', {
    ...{ callId: call.id, callPhone: about.phone, channelId: about.channelId },
    ...{
      contactPersonId: about.person.id,
      contactName: about.person.name,
      endedAt: '2026-07-16T17:39:00.000Z',
    },
  });
  const timeline = toTimeline([opinion], [], []);
  expect(timelineToNextSubject(timeline, now)).toEqual({
    call: { id: call.id, phone: about.phone },
    ...{ channelId: about.channelId, contactPersonId: about.person.id, contactName: about.person.name },
    ...{ startedAt: null, endedAt: null },
  });
  expect(timelineToNextSubject(timeline, new Date('2026-07-17T12:00:00.000Z'))).toBeNull();
});

test('a ticket whose last opinion came of no call offers no other subject', () => {
  const withCall = anOpinion(500, 'Ligou.', { callId: call.id });
  const after = anOpinion(501, 'Respondido por e-mail.', { confirmedAt: '2026-07-16T17:39:30.000Z' });
  expect(timelineToNextSubject(toTimeline([withCall, after], [], []), now)).toBeNull();
});
