import type { Company } from '../../domain/company.ts';
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

export async function readCompany(database: Database): Promise<Company> {
  const [row] = await database
    .select({
      name: company.name,
      timeZone: company.timeZone,
      areaCode: company.areaCode,
      holidays: company.holidays,
      sellsServices: company.sellsServices,
    })
    .from(company);
  return row ?? UNNAMED_COMPANY;
}
