import type { Random } from './random.ts';

export interface City {
  name: string;
  state: string;
  /** DDD. */
  areaCode: string;
}

/** Cities of the sample company's customers; it stands in Ribeirão Preto, so its region comes up more often. */
export const CITIES: readonly City[] =
  `Ribeirão Preto SP 16|Ribeirão Preto SP 16|Ribeirão Preto SP 16|Sertãozinho SP 16|Franca SP 16
|São Carlos SP 16|Araraquara SP 16|Jaboticabal SP 16|São Paulo SP 11|São Paulo SP 11|Guarulhos SP 11|Campinas SP 19|Piracicaba SP 19
|Limeira SP 19|São José do Rio Preto SP 17|Barretos SP 17|Bauru SP 14|Marília SP 14|Santos SP 13|Sorocaba SP 15|São José dos Campos SP 12
|Presidente Prudente SP 18|Uberaba MG 34|Uberlândia MG 34|Belo Horizonte MG 31|Poços de Caldas MG 35|Rio de Janeiro RJ 21|Londrina PR 43
|Curitiba PR 41|Joinville SC 47|Porto Alegre RS 51|Santa Maria RS 55|Goiânia GO 62|Cuiabá MT 65|Salvador BA 71|Recife PE 81|Fortaleza CE 85`
    .split(/\s*\|\s*/u)
    .map((line) => {
      const [, name = '', state = '', areaCode = ''] = /^(.+) ([A-Z]{2}) ([0-9]{2})$/u.exec(line) ?? [];
      return { name, state, areaCode };
    });

const STREETS =
  `Av. Brasil|Av. Independência|Av. Presidente Vargas|Rua das Acácias|Rua Barão do Amazonas|Rua Quinze de Novembro
|Rua Sete de Setembro|Rua Dom Pedro II|Av. Paulista|Rua Tiradentes|Rua São João|Av. dos Expedicionários|Rua Marechal Deodoro
|Travessa da Matriz|Rodovia Anhanguera, km 312|Rua dos Ipês|Av. Getúlio Vargas|Rua General Osório`.split(
    /\s*\|\s*/u,
  );

export function createAddress(random: Random, city: City): string {
  const complement = random.chance(0.2) ? `, sala ${random.integer(1, 120)}` : '';
  return `${random.pick(STREETS)}, ${random.integer(10, 3900)}${complement}, ${city.name}, ${city.state}`;
}

/** A number of the city in E.164, by the rules of the national numbering plan; it may well be someone's, so nobody calls it. */
export function createPhone(random: Random, areaCode: string, kind: 'landline' | 'mobile'): string {
  if (kind === 'landline') return `+55${areaCode}3${random.digits(7)}`;
  return `+55${areaCode}9${random.pick(['6', '8', '9'])}${random.digits(7)}`;
}
