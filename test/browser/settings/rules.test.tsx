import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { RulesSection } from '../../../components/settings/RulesSection.tsx';
import { ok } from '../../../domain/result.ts';
import type { RuleRow, RulesPort } from '../../../state/options-ports.ts';
import { accessibilityFaults } from '../../support/browser/accessibility.ts';
import { mount } from '../../support/browser/mount.tsx';

const row = (whose: RuleRow['whose'], name: string): RuleRow => ({
  ...{ id: name, whose, name, urlPattern: 'https://erp.exemplo.com.br/*' },
  ...{ where: '#codigo', certainty: 'certain' },
});

function show(unusable: string[] = []) {
  const rules: RulesPort = {
    rows: signal([row('own', 'minha'), row('company', 'campo “Código”'), row('builtIn', 'marca da página')]),
    unusable: signal(unusable),
    fields: () => null,
    save: async () => ok(undefined),
    remove: async () => {},
  };
  return mount(<RulesSection rules={rules} />, { width: 720 });
}
const rowOf = (name: string, whose: string) =>
  page.getByRole('row').filter({ hasText: name }).filter({ hasText: whose });

test('rules of the company are listed as such, and only own ones can be changed', async () => {
  const root = show();
  await expect.element(rowOf('campo “Código”', 'Da empresa')).toBeVisible();
  await expect.element(rowOf('marca da página', 'Do Parecer')).toBeVisible();
  await expect.element(rowOf('minha', 'Sua').getByRole('button', { name: 'Apagar minha' })).toBeVisible();
  expect(page.getByRole('button', { name: /^(Editar|Apagar)/ }).elements()).toHaveLength(2);
  expect(await accessibilityFaults(root)).toEqual([]);
});

test('a rule of the company that is not understood is named', async () => {
  const root = show(['campo do futuro']);
  await expect.element(page.getByText(/não entende algumas regras.*: campo do futuro\./)).toBeVisible();
  expect(await accessibilityFaults(root)).toEqual([]);
});
