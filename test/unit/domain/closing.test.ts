import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canAddOpinion, canClose, canReopen } from '../../../domain/closing.ts';
import type { ClosingPolicy } from '../../../domain/ticket-type.ts';
import { createTicket, createType, createUser } from './fixtures.ts';

const opener = createUser({ name: 'Renata Prado' });
const supervisor = createUser({ functions: ['Supervisor'] });
const colleague = createUser();
const supervisors: ClosingPolicy = { kind: 'functions', functions: ['Supervisor', 'Coordenação'] };

function closing(user: typeof opener, closingPolicy: ClosingPolicy, closeOnlyByOpener = false) {
  const ticket = createTicket({ openedByUserId: opener.id, closeOnlyByOpener });
  return canClose({ user, ticket, type: createType({ closingPolicy }), openerName: opener.name });
}

describe('closing', () => {
  test.each([
    ['anyone', { kind: 'anyone' }, false, [true, true, true]],
    ['the opener', { kind: 'opener' }, false, [true, false, false]],
    ['a function', supervisors, false, [false, true, false]],
    ['anyone, tightened', { kind: 'anyone' }, true, [true, false, false]],
    ['a function, tightened', supervisors, true, [false, false, false]],
  ] as [string, ClosingPolicy, boolean, boolean[]][])('by %s', (_name, policy, tightened, expected) => {
    expect([opener, supervisor, colleague].map((user) => closing(user, policy, tightened).ok)).toEqual(
      expected,
    );
  });

  test.each([
    [{ kind: 'opener' }, false, 'O tipo Dúvida fiscal só é encerrado por quem abriu, Renata Prado.'],
    [supervisors, false, 'O tipo Dúvida fiscal só é encerrado por Supervisor ou por Coordenação.'],
    [
      { kind: 'functions', functions: ['Supervisor'] },
      true,
      'O tipo Dúvida fiscal só é encerrado por quem abriu, Renata Prado, com a função Supervisor.',
    ],
  ] as [ClosingPolicy, boolean, string][])(
    'refused under %j names rule and people',
    (policy, tightened, message) => {
      expect(closing(colleague, policy, tightened)).toEqual({
        ok: false,
        error: { code: 'closing-refused', message },
      });
    },
  );

  test('names no person where the opener is not known', () => {
    const type = createType({ closingPolicy: supervisors });
    const ticket = createTicket({ closeOnlyByOpener: true });
    const result = canClose({ user: colleague, ticket, type, openerName: null });
    expect(!result.ok && result.error.message).toBe(
      'O tipo Dúvida fiscal só é encerrado por quem abriu, com a função Supervisor ou Coordenação.',
    );
  });

  test('needs the permission, whatever the policy', () => {
    const user = createUser({ permissions: ['tickets.write'], functions: ['Supervisor'] });
    expect(closing(user, { kind: 'anyone' })).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  });

  test('by a function, tightened, is for the opener who has it', () => {
    const type = createType({ closingPolicy: supervisors });
    const ticket = createTicket({ openedByUserId: supervisor.id, closeOnlyByOpener: true });
    const other = createUser({ functions: ['Supervisor'] });
    expect(canClose({ user: supervisor, ticket, type, openerName: null }).ok).toBe(true);
    expect(canClose({ user: other, ticket, type, openerName: null }).ok).toBe(false);
  });

  test('tightening lets in nobody whom the type shuts out, and nobody but the opener', () => {
    const policies = fc.constantFrom<ClosingPolicy>({ kind: 'anyone' }, { kind: 'opener' }, supervisors);
    fc.assert(
      fc.property(policies, fc.constantFrom(opener, supervisor, colleague), (policy, user) => {
        if (!closing(user, policy, true).ok) return;
        expect(closing(user, policy, false).ok).toBe(true);
        expect(user).toBe(opener);
      }),
    );
  });
});

describe('a closed ticket', () => {
  const ticket = createTicket({ closedAt: '2026-07-15T12:00:00.000Z' });

  test('takes no opinion and no second closing', () => {
    expect(canAddOpinion({ user: opener, ticket })).toMatchObject({
      ok: false,
      error: { code: 'ticket-closed' },
    });
    const again = canClose({ user: opener, ticket, type: createType(), openerName: null });
    expect(again).toMatchObject({ ok: false, error: { code: 'ticket-closed' } });
  });

  test('is reopened only with the permission, and only while closed', () => {
    expect(canReopen({ user: opener, ticket }).ok).toBe(true);
    expect(canReopen({ user: createUser({ permissions: ['tickets.write'] }), ticket })).toMatchObject({
      error: { code: 'forbidden' },
    });
    expect(canReopen({ user: opener, ticket: createTicket() }).ok).toBe(false);
  });
});
