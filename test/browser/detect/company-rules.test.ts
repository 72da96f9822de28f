import { afterEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createHostRules } from '../../../demo/company/host-rules.ts';
import companyFile from '../../../demo/company.yaml?raw';
import { findEvidence } from '../../../detect/find-evidence.ts';
import { companyConfigurationSchema } from '../../../domain/company-configuration/schema.ts';
import { companyRuleToHostRule } from '../../../domain/company-rule.ts';
import { mergeRules } from '../../../extension/host-rules.ts';

const { hostRules = [] } = companyConfigurationSchema.parse(parse(companyFile));
const company = createHostRules(1, hostRules).map(companyRuleToHostRule);
const rules = mergeRules([], company);
const field = (value: string) => `<label for="codigo">Código:</label><input id="codigo" value="${value}">`;

function found(address: string, html: string, own = rules): string[] {
  document.body.innerHTML = html;
  return findEvidence(document, address, own).evidence.map(({ value, certainty }) => `${value} ${certainty}`);
}

afterEach(() => {
  document.body.innerHTML = '';
});

describe('the rules of the sample company', () => {
  it.each([
    'http://localhost:4100/pessoas/000318',
    'http://127.0.0.1:53817/pessoas/000318?rows=5000',
    'http://localhost:1/spa/000318',
    'http://localhost:4100/csp/000318',
    'http://127.0.0.1:4100/coep/000318#fim',
  ])('make the customer of %s certain', (address) => {
    expect(found(address, field('000318'))).toEqual(['000318 certain']);
    expect(found(address, field('F00100'))).toEqual(['F00100 certain']);
  });

  it.each([
    ['a page that is about nobody', 'http://localhost:4100/sem-cliente'],
    ['the hostile page', 'http://localhost:4100/hostil'],
    ['another address of the ERP', 'http://localhost:4100/produtos/000318'],
    ['another host', 'http://erp.exemplo.com.br:4100/pessoas/000318'],
    ['a host that only begins the same', 'http://localhost.exemplo.com.br:80/pessoas/000318'],
    ['another scheme', 'https://localhost:4100/pessoas/000318'],
  ])('take nothing for certain on %s, though the field is the same', (_, address) => {
    expect(found(address, field('000318'))).toEqual(['000318 offered']);
  });

  it.each([
    ['empty', ''],
    ['half typed', '0003'],
    ['a date', '09/03/2017'],
    ['a name', 'COMERCIAL'],
    ['a product', '000318-2'],
  ])('find nothing certain in a field that is %s', (_, value) => {
    const certain = found('http://localhost:4100/pessoas/000318', field(value)).filter((one) =>
      one.endsWith('certain'),
    );
    expect(certain).toEqual([]);
  });

  it('are no longer certain where a rule of the agent finds somebody else', () => {
    const mine = {
      ...{ id: 'own', name: 'minha', urlPattern: 'http://localhost:*/*' },
      ...{ selector: '#outro', source: 'value' },
    };
    const html = `${field('000318')}<input id="outro" value="000319">`;
    const merged = mergeRules([mine], company);
    expect(found('http://localhost:4100/pessoas/000318', html, merged)).toEqual([
      '000319 offered',
      '000318 offered',
    ]);
  });
});
