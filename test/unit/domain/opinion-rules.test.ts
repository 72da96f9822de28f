import { describe, expect, test } from 'vitest';
import { checkOpening, openingWarnings, productRefusal } from '../../../domain/opening-rules.ts';
import { checkOpinion } from '../../../domain/opinion-rules.ts';
import { emptyRichText } from '../../../domain/rich-text/document.ts';
import { IMAGE_BYTES_LIMIT } from '../../../domain/rich-text/limits.ts';
import { ticketTitle } from '../../../domain/ticket-title.ts';
import { createOpinion, createType, createUser, NOW } from './fixtures.ts';

const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000).toISOString();
const image = (bytes: number) => ({
  type: 'doc' as const,
  content: [
    { type: 'image', attrs: { src: `data:image/png;base64,${Buffer.alloc(bytes).toString('base64')}` } },
  ],
});

describe('an opinion', () => {
  test('that is whole has no problem, up to five minutes ahead and exactly at the image limit', () => {
    const type = createType({ subjectRequired: true });
    const opinion = createOpinion({
      startedAt: minutes(5),
      endedAt: minutes(5),
      subjects: ['NCM'],
      body: image(IMAGE_BYTES_LIMIT),
    });
    expect(checkOpinion(opinion, { type, now: NOW })).toEqual([]);
  });

  test.each([
    [
      'an end before its start',
      { startedAt: minutes(-1), endedAt: minutes(-2) },
      'opinion.endedAt',
      'end-before-start',
    ],
    ['an end too far ahead', { endedAt: minutes(5.1) }, 'opinion.endedAt', 'in-the-future'],
    [
      'a start too far ahead',
      { startedAt: minutes(6), endedAt: minutes(7) },
      'opinion.startedAt',
      'in-the-future',
    ],
    [
      'a start that is a slip of the pen',
      { startedAt: '1950-07-23T12:00:00.000Z', endedAt: minutes(0) },
      'opinion.startedAt',
      'too-early',
    ],
    [
      'a start of the year 1',
      { startedAt: '0001-01-01T00:00:00.000Z', endedAt: '0001-01-01T00:00:00.000Z' },
      'opinion.startedAt',
      'too-early',
    ],
    [
      'more than 31 days from start to end',
      { startedAt: minutes(-31 * 24 * 60 - 1), endedAt: minutes(0) },
      'opinion.startedAt',
      'too-long',
    ],
    ['a name that is too long', { contactName: 'a'.repeat(121) }, 'opinion.contactName', 'invalid'],
    ['a subject that is too long', { subjects: ['a'.repeat(41)] }, 'opinion.subjects', 'invalid'],
    ['too many subjects', { subjects: Array(21).fill('a') }, 'opinion.subjects', 'invalid'],
    ['no text', { body: emptyRichText() }, 'opinion.body', 'invalid'],
    ['one byte of image too many', { body: image(IMAGE_BYTES_LIMIT + 1) }, 'opinion.body', 'too-large'],
  ])('with %s is refused and the field named', (_name, part, field, code) => {
    expect(checkOpinion(createOpinion(part), { type: null, now: NOW })).toMatchObject([{ field, code }]);
  });

  test('may have taken 31 days, and may be of long ago', () => {
    const long = createOpinion({ startedAt: minutes(-31 * 24 * 60), endedAt: minutes(0) });
    const old = createOpinion({
      startedAt: '2000-01-01T00:00:00.000Z',
      endedAt: '2000-01-01T00:30:00.000Z',
    });
    for (const opinion of [long, old]) expect(checkOpinion(opinion, { type: null, now: NOW })).toEqual([]);
  });

  test('needs a subject where its type says so', () => {
    const type = createType({ subjectRequired: true });
    expect(checkOpinion(createOpinion(), { type, now: NOW })).toMatchObject([{ field: 'opinion.subjects' }]);
  });
});

describe('opening a ticket', () => {
  const user = createUser();
  const closeOnlyByOpener = false;

  test('takes an active leaf', () => {
    expect(checkOpening({ user, type: createType(), closeOnlyByOpener })).toEqual([]);
  });

  test.each([
    ['no type', null],
    ['a grouping type', createType({ selectable: false })],
    ['an inactive type', createType({ active: false })],
  ])('with %s names the type', (_name, type) => {
    expect(checkOpening({ user, type, closeOnlyByOpener })).toMatchObject([{ field: 'typeId' }]);
  });

  test('limits closing to the opener only where the type is flexible', () => {
    const fixed = { user, type: createType(), closeOnlyByOpener: true };
    expect(checkOpening(fixed)).toMatchObject([{ field: 'closeOnlyByOpener' }]);
    expect(checkOpening({ ...fixed, type: createType({ flexibleClosing: true }) })).toEqual([]);
  });

  test('limits closing to an opener only who has a function that the type asks for', () => {
    const closingPolicy = { kind: 'functions' as const, functions: ['Supervisor', 'Gerência'] };
    const type = createType({ flexibleClosing: true, closingPolicy });
    expect(checkOpening({ user, type, closeOnlyByOpener: true })).toEqual([
      {
        code: 'invalid',
        field: 'closeOnlyByOpener',
        message:
          'Você não pode limitar o encerramento a você: este tipo pede a função Supervisor ou Gerência.',
      },
    ]);
    const manager = createUser({ functions: ['Gerência'] });
    expect(checkOpening({ user: manager, type, closeOnlyByOpener: true })).toEqual([]);
    expect(checkOpening({ user, type, closeOnlyByOpener: false })).toEqual([]);
  });

  test('is forbidden without the permission', () => {
    const reader = createUser({ permissions: ['tickets.read'] });
    expect(checkOpening({ user: reader, type: createType(), closeOnlyByOpener })).toMatchObject([
      { code: 'forbidden' },
    ]);
  });

  test('warns of an inactive customer, and refuses a blocked product with its reason', () => {
    expect(openingWarnings({ active: true })).toEqual([]);
    expect(openingWarnings({ active: false })).toHaveLength(1);
    expect(productRefusal({ name: 'PDV Loja', blockedReason: null })).toBeNull();
    expect(productRefusal({ name: 'PDV Loja', blockedReason: 'contrato suspenso.' })?.message).toContain(
      'contrato suspenso',
    );
  });
});

describe('the title of a ticket', () => {
  const body = createOpinion().body;
  test.each([
    ['what the agent gave', { title: ' Rejeição 778 ', body, typeName: 'Dúvida' }, 'Rejeição 778'],
    ['the first line', { title: null, body, typeName: 'Dúvida' }, 'José reenviou a nota e foi autorizada.'],
    ['the type where there is no word', { title: null, body: image(10), typeName: 'Dúvida' }, 'Dúvida'],
  ])('is %s', (_name, from, expected) => {
    expect(ticketTitle(from)).toBe(expected);
  });
});
