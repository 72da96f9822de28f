import { expect, test } from 'vitest';
import { readSampleConfiguration } from '../../../demo/company/company-file.ts';
import { createSampleCustomer } from '../../../demo/company/customers.ts';
import { formatByteSize, parseByteSize } from '../../../domain/byte-size.ts';
import { alertsOfCompany, type CompanyAlert } from '../../../domain/company-alert.ts';
import { companyHolidays } from '../../../domain/holidays.ts';

const rioPardo = createSampleCustomer(318, 318);
const alert = (more: Partial<CompanyAlert>): CompanyAlert => ({
  ...{ name: 'a', level: 'warning', title: 'Atenção', detail: null },
  ...more,
});

test.each<[string, Partial<CompanyAlert>, boolean]>([
  ['its code without the zeros', { customers: ['7', '318'] }, true],
  ['other codes', { customers: ['7'] }, false],
  ['companies', { characteristic: 'company' }, true],
  ['persons', { characteristic: 'person' }, false],
  ['inactive ones', { characteristic: 'inactive' }, false],
  ['a blocked product', { characteristic: 'blocked-product' }, true],
  ['an expired product', { characteristic: 'expired-product' }, false],
])('an alert for %s speaks of the customer or not', (_, more, speaks) => {
  const alerts = alertsOfCompany(rioPardo, [alert(more)], '2026-11-25');
  expect(alerts).toEqual(speaks ? [{ level: 'warning', title: 'Atenção', detail: null }] : []);
});

test('a product is expired from the day after its last', () => {
  const [product] = rioPardo.products;
  if (product === undefined) throw new Error('No product');
  const customer = { ...rioPardo, products: [{ ...product, expiresOn: '2026-11-24' }] };
  const count = (today: string) =>
    alertsOfCompany(customer, [alert({ characteristic: 'expired-product' })], today).length;
  expect([count('2026-11-24'), count('2026-11-25')]).toEqual([0, 1]);
});

test('each size has one text, and says the same bytes', () => {
  for (const bytes of [1, 1000, 1024, 1536, 1024 * 1024, 5 * 1024 * 1024, 10 * 1024 * 1024]) {
    expect(parseByteSize(formatByteSize(bytes))).toBe(bytes);
  }
  expect([parseByteSize('1,5 MB'), parseByteSize('5mb'), parseByteSize('5'), parseByteSize('x')]).toEqual([
    1_572_864,
    5_242_880,
    null,
    null,
  ]);
});

test('national holidays count where the company keeps them, around any moment, beside its own', () => {
  const own = { holidays: ['2026-06-19'], nationalHolidays: true };
  expect(companyHolidays(own, new Date('2026-01-01T12:00:00Z'))).toContain('2026-06-19');
  for (const year of [2026, 2040]) {
    expect(companyHolidays(own, new Date(`${year}-07-01T12:00:00Z`))).toContain(`${year}-12-25`);
  }
  expect(companyHolidays({ ...own, nationalHolidays: false }, new Date())).toEqual(['2026-06-19']);
  expect(readSampleConfiguration().holidays.national).toBe(true);
});
