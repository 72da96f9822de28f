import type { Company } from '../../domain/company.ts';
import { companyHolidays } from '../../domain/holidays.ts';
import { companyDefaults } from '../../locales/pt-BR/company.ts';
import type { Database } from './connect.ts';
import { company } from './schema/index.ts';

/** A database without company data yet serves; this is what it says. */
export const UNNAMED_COMPANY: Company = {
  name: companyDefaults.name,
  timeZone: 'America/Sao_Paulo',
  areaCode: '11',
  holidays: [],
  sellsServices: false,
};

/** `now` decides around which years the national holidays are told. */
export async function readCompany(database: Database, now = new Date()): Promise<Company> {
  const [row] = await database
    .select({
      name: company.name,
      timeZone: company.timeZone,
      areaCode: company.areaCode,
      holidays: company.holidays,
      nationalHolidays: company.nationalHolidays,
      sellsServices: company.sellsServices,
    })
    .from(company);
  if (row === undefined) return UNNAMED_COMPANY;
  const { nationalHolidays, ...rest } = row;
  return { ...rest, holidays: companyHolidays({ ...row, nationalHolidays }, now) };
}
