import { expect, test } from 'vitest';
import { createDraft, draftToCommands, isDraftEmpty } from '../../../domain/draft-rules.ts';
import { plainTextToRichText } from '../../../domain/rich-text/document.ts';
import { callToStart, timelineToNextSubject } from '../../../state/call-start.ts';
import { toTimeline } from '../../../state/timeline.ts';
import {
  anOpinion,
  company,
  me,
  rioPardoSummary,
  testId,
  ticketTypes,
} from '../../support/screens/fixtures.ts';

const call = {
  ...{ id: testId(900), number: '(16) 99100-5500', direction: 'in' as const },
  ...{ startedAt: '2026-07-16T17:35:00.000Z', answeredAt: '2026-07-16T17:35:10.000Z', endedAt: null },
};
const about = {
  phone: '+5516991005500',
  channelId: testId(30),
  person: { id: testId(110), name: 'José Almeida' },
};
const now = new Date('2026-07-16T17:40:00.000Z');
const draft = {
  ...createDraft({
    ...{ userId: me.id, customer: rioPardoSummary, now },
    target: { kind: 'newTicket', ticketId: testId(400), protocol: null },
  }),
  ...callToStart(call, about),
};

test('a draft that holds only what the call filled in holds nothing of the agent', () => {
  expect(isDraftEmpty(draft)).toBe(true);
  expect(isDraftEmpty({ ...draft, body: plainTextToRichText('Ligou.') })).toBe(false);
  expect(isDraftEmpty({ ...draft, call: undefined })).toBe(false);
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
