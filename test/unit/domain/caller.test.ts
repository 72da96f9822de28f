import { describe, expect, test } from 'vitest';
import { callerMatches, callerNumber } from '../../../domain/caller.ts';
import type { DirectoryEntry } from '../../../domain/directory.ts';
import { createId } from '../../../domain/id.ts';

const AREA = '11';
const NUMBER = '+5511981005500';

function person(name: string, with_: Partial<DirectoryEntry['contactPersons'][number]> = {}) {
  return {
    ...{ id: createId(), name, role: 'Compras', phone: NUMBER, extension: null },
    ...{ sharedPhone: false, email: null, active: true },
    ...with_,
  };
}

function customer(name: string, with_: Partial<DirectoryEntry> = {}): DirectoryEntry {
  return {
    ...{ id: createId(), code: '1', name, tradeName: null, document: null, city: null, active: true },
    ...{ phones: [], emails: [], contactPersons: [] },
    ...with_,
  };
}

const namesOf = (entries: DirectoryEntry[], number = NUMBER) =>
  callerMatches(number, entries, AREA).map((match) => match.customer.name);

describe('a caller', () => {
  test.each(['(11) 98100-5500', '8100-5500', '011 98100 5500', '+55 11 98100-5500', '0 15 11 98100-5500'])(
    'is one person, however the exchange writes the number: %s',
    (written) => {
      const ana = person('Ana');
      const [match] = callerMatches(
        callerNumber(written, AREA),
        [customer('Acme', { contactPersons: [ana] })],
        AREA,
      );
      expect(match).toMatchObject({
        customer: { name: 'Acme' },
        contactPerson: { id: ana.id, name: 'Ana', role: 'Compras' },
        shared: false,
      });
    },
  );

  test('is no certain person where the number is marked as shared', () => {
    const entry = customer('Acme', { contactPersons: [person('Recepção', { sharedPhone: true })] });
    expect(callerMatches(NUMBER, [entry], AREA)).toMatchObject([{ contactPerson: null, shared: true }]);
  });

  test('is no certain person where the line of the company is marked as shared', () => {
    const phones = [{ number: NUMBER, label: null, shared: true }];
    const entry = customer('Acme', { phones, contactPersons: [person('Ana')] });
    expect(callerMatches(NUMBER, [entry], AREA)).toMatchObject([{ contactPerson: null, shared: true }]);
  });

  test('is no certain person where two persons have the number, marked or not', () => {
    const entry = customer('Acme', { contactPersons: [person('Ana'), person('Bia')] });
    expect(callerMatches(NUMBER, [entry], AREA)).toMatchObject([{ contactPerson: null, shared: true }]);
  });

  test('is no certain person of one customer where another one calls the number shared', () => {
    const desk = customer('Contábil', { phones: [{ number: NUMBER, label: null, shared: true }] });
    const acme = customer('Acme', { contactPersons: [person('Ana')] });
    expect(callerMatches(NUMBER, [desk, acme], AREA)).toMatchObject([
      { contactPerson: null, shared: true },
      { contactPerson: null, shared: true },
    ]);
  });

  test('who has left the customer is named no more, but tells the customer', () => {
    const entry = customer('Acme', { contactPersons: [person('Ana', { active: false })] });
    expect(callerMatches(NUMBER, [entry], AREA)).toMatchObject([{ contactPerson: null, shared: false }]);
  });

  test('of several customers gives them all, active ones first, in the same order whatever the order before', () => {
    const phones = [{ number: NUMBER, label: null, shared: false }];
    const entries = [
      customer('Ártico', { phones }),
      customer('Acme', { phones, active: false }),
      customer('Bravo', { phones }),
      customer('Outro'),
    ];
    expect(namesOf(entries)).toEqual(['Ártico', 'Bravo', 'Acme']);
    expect(namesOf(entries.toReversed())).toEqual(['Ártico', 'Bravo', 'Acme']);
  });

  test('whom nobody knows, or whose number is withheld, is nobody', () => {
    expect(namesOf([customer('Acme')])).toEqual([]);
    expect(namesOf([customer('Acme', { contactPersons: [person('Ana')] })], 'anônimo')).toEqual([]);
    expect(callerNumber(' anônimo ', AREA)).toBe('anônimo');
  });
});
