import { describe, expect, it } from 'vitest';
import type { Customer } from '../../../domain/customer.ts';
import type { EditCustomer } from '../../../domain/customer-commands.ts';
import { changedFields, conflictsOf, decided, withEdits } from '../../../domain/customer-edits.ts';
import { checkContactFields, checkCustomerFields } from '../../../domain/customer-rules.ts';
import { createId } from '../../../domain/id.ts';
import { rioPardo } from '../../support/screens/fixtures.ts';

const edit = (before: EditCustomer['before'], after: EditCustomer['after']): EditCustomer => ({
  kind: 'editCustomer',
  id: createId(),
  customerId: rioPardo.id,
  before,
  after,
});

describe('the fields of a record', () => {
  it('are kept as documents without punctuation and telephones in E.164', () => {
    const phones = [{ number: '98100-5500', label: 'PABX', shared: true }];
    const checked = checkCustomerFields({ document: '12.abc.345/01de-35', phones }, '11');
    expect(checked).toEqual({
      problems: [],
      value: {
        document: '12ABC34501DE35',
        phones: [{ number: '+5511981005500', label: 'PABX', shared: true }],
      },
    });
    expect(checkContactFields({ phone: '3333 4444' }, '21').value).toEqual({ phone: '+552133334444' });
  });

  it('are refused by their place', () => {
    const phone = (number: string) => ({ number, label: null, shared: false });
    const wrong = {
      ...{ name: ' ', document: '39053344706' },
      ...{ phones: [phone('11981005500'), phone('12')], emails: ['a@b.example', 'a@b'] },
    };
    const fields = checkCustomerFields(wrong, '11').problems.map(({ field }) => field);
    expect(fields).toEqual(['name', 'document', 'phones.1.number', 'emails.1']);
    expect(checkContactFields({ name: '', email: 'x' }, '11').problems.map(({ field }) => field)).toEqual([
      'name',
      'email',
    ]);
    expect(checkCustomerFields({}, '11')).toEqual({ value: {}, problems: [] });
  });
});

describe('a change', () => {
  it('has only what differs, lists compared by what they hold', () => {
    const before = { name: 'Um', phones: [{ number: '1', label: null, shared: false }], city: null };
    const same = { shared: false, number: '1', label: null };
    expect(changedFields(before, { ...before, phones: [same] })).toBeNull();
    expect(changedFields<{ name: string; city: string | null }>(before, { name: 'Um', city: 'Itu' })).toEqual(
      {
        before: { city: null },
        after: { city: 'Itu' },
      },
    );
  });

  it('is in conflict where the record holds neither what was seen nor what is wanted', () => {
    const change = edit({ city: 'Itu', name: 'A' }, { city: 'Jaú', name: 'B' });
    expect(conflictsOf(change, { city: 'Itu', name: 'A' })).toEqual([]);
    expect(conflictsOf(change, { city: 'Jaú', name: 'A' })).toEqual([]);
    expect(conflictsOf(change, { city: 'Lins', name: 'A' })).toEqual([
      { field: 'city', theirs: 'Lins', mine: 'Jaú' },
    ]);
  });

  it('decided for mine knows what the record holds; for theirs lets go of the conflict alone', () => {
    const change = edit({ city: 'Itu', name: 'A' }, { city: 'Jaú', name: 'B' });
    const current = { city: 'Lins', name: 'A' };
    const mine = decided(change, current, 'mine');
    expect(mine).toMatchObject({ before: { city: 'Lins', name: 'A' }, after: { city: 'Jaú', name: 'B' } });
    expect(mine?.id).not.toBe(change.id);
    expect(conflictsOf(mine ?? change, current)).toEqual([]);
    expect(decided(change, current, 'theirs')).toMatchObject({ before: { name: 'A' }, after: { name: 'B' } });
    expect(decided(edit({ city: 'Itu' }, { city: 'Jaú' }), current, 'theirs')).toBeNull();
  });

  it('shows in the record before it arrives, in the order in which changes were asked for', () => {
    const person = {
      kind: 'createContactPerson' as const,
      ...{ id: createId(), customerId: rioPardo.id, name: 'Ana', role: null, phone: null },
      ...{ extension: null, sharedPhone: false, email: null },
    };
    const inactive = {
      kind: 'editContactPerson' as const,
      ...{ id: createId(), customerId: rioPardo.id, contactPersonId: person.id },
      ...{ before: { active: true }, after: { active: false } },
    };
    const other = { ...edit({}, { city: 'Outra' }), customerId: createId() };
    const shown: Customer = withEdits(rioPardo, [
      edit({}, { city: 'Um' }),
      edit({}, { city: 'Dois' }),
      other,
      person,
      inactive,
    ]);
    expect(shown).toMatchObject({ city: 'Dois', name: rioPardo.name });
    expect(shown.contactPersons.find(({ id }) => id === person.id)).toMatchObject({
      name: 'Ana',
      active: false,
    });
  });
});
