import { expect, test } from 'vitest';
import { readSampleConfiguration } from '../../../demo/company/company-file.ts';
import { compareConfigurations } from '../../../domain/company-configuration/compare.ts';
import { mergeConfigurations } from '../../../domain/company-configuration/merge.ts';

const current = readSampleConfiguration();

test('a company compared with itself, its sets in another order, is the same', () => {
  const { centers, users } = structuredClone(current);
  for (const user of users) user.permissions.reverse();
  expect(compareConfigurations(current, { centers: centers.reverse(), users: users.reverse() })).toEqual([]);
  expect(compareConfigurations(current, current)).toEqual([]);
  expect(compareConfigurations(current, {})).toEqual([]);
});

test('what is new, different and gone is told, with each field', () => {
  const types = structuredClone(current.types).filter(({ number }) => number !== '1.1.3');
  const question = types.find(({ number }) => number === '1.2.1');
  if (question === undefined) throw new Error('No such type');
  question.priority = 1;
  question.closing = 'anyone';
  types.push({ ...question, number: '1.2.9', name: 'Nova', flexibleClosing: false });
  const changes = compareConfigurations(current, { types });
  expect(changes.map(({ key, action }) => `${key} ${action}`)).toEqual([
    '1.2.1 changed',
    '1.2.9 added',
    '1.1.3 deactivated',
  ]);
  expect(changes[0]?.fields).toEqual([
    { field: 'closing', before: ['Supervisor'], after: 'anyone' },
    { field: 'priority', before: 5, after: 1 },
  ]);
});

test('another order of what people see in order is a change, of what they do not is none', () => {
  const channels = structuredClone(current.channels).reverse();
  expect(compareConfigurations(current, { channels })).toMatchObject([
    { section: 'channels', key: '', fields: [{ field: 'order' }] },
  ]);
  expect(compareConfigurations(current, { types: structuredClone(current.types).reverse() })).toEqual([]);
});

test('what is inactive and not named stays without a word', () => {
  const channels = current.channels.filter(({ active }) => active);
  expect(channels).not.toHaveLength(current.channels.length);
  expect(compareConfigurations(current, { channels })).toEqual([]);
});

test('names of nothing else are removed', () => {
  const changes = compareConfigurations(current, { subjects: ['Novo'], alerts: [] });
  expect(changes[0]).toMatchObject({ section: 'subjects', key: 'Novo', action: 'added' });
  expect(new Set(changes.slice(1).map(({ action }) => action))).toEqual(new Set(['removed']));
});

test('after it took a configuration a company has what is not named at the end, inactive', () => {
  const merged = mergeConfigurations(current, { centers: current.centers.slice(1) });
  expect(merged.centers.slice(0, -1)).toEqual(current.centers.slice(1));
  expect(merged.centers.at(-1)).toEqual({ ...current.centers[0], active: false });
  expect(merged.types).toBe(current.types);
});
