import { describe, expect, test } from 'vitest';
import { commandSchema } from '../../../domain/command.ts';
import type { Draft } from '../../../domain/draft.ts';
import { draftSchema } from '../../../domain/draft.ts';
import { checkDraft, createDraft, draftToCommands, isDraftEmpty } from '../../../domain/draft-rules.ts';
import { createId } from '../../../domain/id.ts';
import { plainTextToRichText } from '../../../domain/rich-text/document.ts';
import { company, createTicket, createType, createUser, NOW } from './fixtures.ts';

const user = createUser();
const type = createType();
const customer = {
  id: createId(),
  code: '000318',
  name: 'Rio Pardo',
  tradeName: null,
  document: null,
  city: null,
  active: true,
};
const newTicket = { kind: 'newTicket' as const, ticketId: createId(), protocol: '2026000042319' };
const existing = {
  kind: 'ticket' as const,
  ticketId: createId(),
  protocol: '2026000042319',
  title: 'Rejeição 778',
};
const context = { now: NOW, company, user, type };

function draft(with_: Partial<Draft> = {}): Draft {
  const start = createDraft({ userId: user.id, customer, target: newTicket, now: NOW });
  return { ...start, typeId: type.id, body: plainTextToRichText('Cliente sem acesso.'), ...with_ };
}

function commands(one: Draft, more = {}) {
  const result = draftToCommands(one, { ...context, ...more });
  if (!result.ok) throw new Error(result.error.message);
  return result.value.map((command) => commandSchema.parse(command));
}

describe('a draft', () => {
  test('as it is created is empty and can be kept', () => {
    const fresh = createDraft({
      userId: user.id,
      customer,
      target: newTicket,
      now: NOW,
      channelId: createId(),
    });
    expect(isDraftEmpty(fresh)).toBe(true);
    expect(draftSchema.safeParse(fresh).success).toBe(true);
  });

  test.each<[string, Partial<Draft>]>([
    ['a word', { body: plainTextToRichText('a') }],
    ['a subject', { subjects: ['NCM'] }],
    ['a name', { contactName: 'José' }],
    ['a type', { typeId: type.id }],
    ['a next contact', { nextContact: { userId: null, at: null } }],
    ['the wish to close', { close: true }],
  ])('with %s is not empty', (_name, part) => {
    const fresh = createDraft({ userId: user.id, customer, target: newTicket, now: NOW });
    expect(isDraftEmpty({ ...fresh, ...part })).toBe(false);
  });
});

describe('OK', () => {
  test('opens the ticket with the ids of the draft, the start of writing, the end now, the default next contact', () => {
    const one = draft({
      writingStartedAt: '2026-07-16T17:32:00.000Z',
      contactName: ' José ',
      subjects: ['NCM', ' NCM ', ''],
    });
    expect(commands(one)).toMatchObject([
      {
        kind: 'openTicket',
        id: newTicket.ticketId,
        protocol: newTicket.protocol,
        customerId: customer.id,
        nextContact: { userId: user.id, at: '2026-07-17T12:00:00.000Z' },
        opinion: {
          id: one.id,
          startedAt: '2026-07-16T17:32:00.000Z',
          endedAt: NOW.toISOString(),
          contactName: 'José',
          subjects: ['NCM'],
        },
      },
    ]);
  });

  test('says which closed ticket the new one goes on from, and is the same command as ever where there is none', () => {
    const follows = { id: createId(), protocol: '2026000042319' };
    expect(commands(draft({ target: { ...newTicket, follows } }))).toMatchObject([
      { kind: 'openTicket', followsTicketId: follows.id },
    ]);
    expect(commands(draft())[0]).not.toHaveProperty('followsTicketId');
  });

  test('keeps what the agent chose', () => {
    const chosen = {
      nextContact: { userId: null, at: '2026-08-01T12:00:00.000Z' },
      startedAt: '2026-07-16T12:00:00.000Z',
      endedAt: '2026-07-16T12:10:00.000Z',
    };
    const { nextContact, ...period } = chosen;
    expect(commands(draft(chosen))).toMatchObject([{ nextContact, opinion: period }]);
  });

  test('adds the opinion and then closes, in this order', () => {
    const ticket = createTicket({ id: existing.ticketId });
    const sent = commands(draft({ target: existing, close: true }), { ticket });
    expect(sent).toMatchObject([
      { kind: 'addOpinion', ticketId: existing.ticketId, nextContact: null },
      { kind: 'closeTicket', ticketId: existing.ticketId },
    ]);
    expect(sent[1]?.id).not.toBe(sent[0]?.id);
  });

  test('carries where the workflow takes the ticket, and closes once where that closes', () => {
    const route = { answers: [{ item: 'contato', answer: 'sim' }], to: null, otherCenterId: null };
    const end = { item: 'fim', centerId: createId(), moves: true, closes: true, decisions: [] };
    const closing = commands(draft({ target: existing, close: true }), { routed: { route, end } });
    expect(closing).toMatchObject([{ kind: 'addOpinion', route }]);
    const goesOn = { route, end: { ...end, closes: false } };
    const kinds = commands(draft({ target: existing, close: true }), { routed: goesOn }).map(
      ({ kind }) => kind,
    );
    expect(kinds).toEqual(['addOpinion', 'closeTicket']);
    // Nothing was asked: the command is as ever.
    const [plain] = commands(draft({ target: existing }), { routed: { route: undefined, end } });
    expect(plain).not.toHaveProperty('route');
  });

  test('leaves a new ticket to nobody where the workflow takes it to a CR that the agent is not of', () => {
    const own = createId();
    const agent = createUser({ centerIds: [own] });
    const to = (centerId: string) => ({
      user: agent,
      routed: { route: undefined, end: { item: 'x', centerId, moves: true, closes: false, decisions: [] } },
    });
    expect(commands(draft(), to(createId()))).toMatchObject([{ nextContact: { userId: null } }]);
    expect(commands(draft(), to(own))).toMatchObject([{ nextContact: { userId: agent.id } }]);
    const chosen = { userId: user.id, at: null };
    expect(commands(draft({ nextContact: chosen }), to(createId()))).toMatchObject([{ nextContact: chosen }]);
  });

  test('a clock set back while writing does not put the start after the end', () => {
    expect(commands(draft({ writingStartedAt: '2026-07-16T23:00:00.000Z' }))).toMatchObject([
      { opinion: { startedAt: NOW.toISOString(), endedAt: NOW.toISOString() } },
    ]);
  });

  test('refuses a closed ticket, and a closing that the policy does not let', () => {
    const closed = { ticket: createTicket({ closedAt: NOW.toISOString() }) };
    expect(draftToCommands(draft({ target: existing }), { ...context, ...closed })).toMatchObject({
      error: { code: 'ticket-closed' },
    });
    const opener = {
      ticket: createTicket(),
      type: createType({ closingPolicy: { kind: 'opener' } }),
      openerName: 'Renata Prado',
    };
    const refused = draftToCommands(draft({ target: existing, close: true }), { ...context, ...opener });
    expect(refused).toMatchObject({ error: { code: 'closing-refused' } });
  });

  test('lets the opener close at once what only the opener closes', () => {
    const own = { type: createType({ closingPolicy: { kind: 'opener' } }) };
    expect(commands(draft({ close: true }), own)).toHaveLength(2);
  });

  test('names every field at fault, the first to mend first', () => {
    const empty = createDraft({ userId: user.id, customer, target: newTicket, now: NOW });
    const faulty = { ...empty, startedAt: NOW.toISOString(), endedAt: '2026-07-16T12:00:00.000Z' };
    const fields = checkDraft(faulty, { ...context, type: null }).map((problem) => problem.field);
    expect(fields).toEqual(['typeId', 'opinion.body', 'opinion.endedAt']);
  });
});
