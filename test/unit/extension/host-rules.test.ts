import { expect, test } from 'vitest';
import type { HostRule } from '../../../domain/host-rule.ts';
import { createHostRules } from '../../../extension/host-rules.ts';
import type { Setting } from '../../../storage/setting.ts';
import type { KeptCompanyRules } from '../../../storage/settings.ts';

const rule = (id: string): HostRule => ({
  id,
  name: id,
  urlPattern: '*',
  selector: '#codigo',
  source: 'value',
});
const setting = <T>(value: T): Setting<T> => ({
  read: async () => value,
  write: async () => {},
  clear: async () => {},
  watch: () => () => {},
});
const kept = { serverUrl: 'https://crm.exemplo', rules: [rule('company')] } as KeptCompanyRules;
const idsBy = async (serverUrl: () => Promise<string | null>, company: KeptCompanyRules | null = kept) => {
  const rules = createHostRules({ own: setting([rule('own')]), company: setting(company), serverUrl });
  return (await rules.read()).map(({ id }) => id).filter((id) => id === 'own' || id === 'company');
};

test('the agent’s own rules come before the company’s', async () => {
  expect(await idsBy(async () => 'https://crm.exemplo')).toEqual(['own', 'company']);
});

test('rules of another server than the one now set are left out', async () => {
  expect(await idsBy(async () => 'https://outro.exemplo')).toEqual(['own']);
  expect(await idsBy(async () => null)).toEqual(['own']);
});

test('a browser that does not tell its policies yet holds no page up', async () => {
  const never = () => new Promise<never>(() => {});
  expect(await idsBy(never)).toEqual(['own', 'company']);
  expect(await idsBy(never, null)).toEqual(['own']);
});
