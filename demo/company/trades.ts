import { createSurname } from './people.ts';
import type { Random } from './random.ts';

const TRADES =
  `Padaria|Auto Peças|Mercado|Supermercado|Laticínios|Transportes|Clínica|Metalúrgica|Farmácia|Ótica|Papelaria|Distribuidora
|Cerealista|Cooperativa Agrícola|Materiais de Construção|Móveis|Calçados|Confecções|Pet Shop|Restaurante|Pousada|Gráfica|Construtora
|Escola|Laboratório|Oficina|Posto|Veículos|Embalagens|Tintas|Frigorífico|Açougue|Sorveteria|Bebidas|Ferragens|Agropecuária|Floricultura
|Contabilidade|Autoescola|Cosméticos`.split(/\s*\|\s*/u);

const PLACES =
  `Santa Rita|Vila Nova|Guaíra|Serra Azul|Ponte Alta|do Porto|Boa Vista|São Jorge|Bela Vista|Primavera|Três Irmãos|Água Limpa
|Monte Verde|Nova Esperança|Campo Belo|Rio Claro|Santa Luzia|Bom Jesus|da Praça|do Vale|Estrela|Aurora|Ipê Amarelo|Jatobá|Pedra Branca
|São Bento|Morada do Sol|Planalto|Litoral|Pioneira|Real|Central|Horizonte|Mogi Guaçu|Alvorada|Cachoeira|Lagoa Dourada|Santo Antônio
|Paineiras|Bandeirantes`.split(/\s*\|\s*/u);

const SUFFIXES = ['Ltda', 'Ltda', 'Ltda', 'Ltda ME', 'S.A.', 'EPP', '& Cia Ltda'] as const;

export interface CompanyName {
  /** Razão social. */
  name: string;
  /** Nome fantasia; null where the company uses none. */
  tradeName: string | null;
}

/** A fictitious company: `Padaria Santa Rita Ltda`, `Kato & Viana Transportes Ltda`, `Comércio de Tintas Prado Ltda`. */
export function createCompanyName(random: Random): CompanyName {
  const trade = random.pick(TRADES);
  const place = random.pick(PLACES);
  const suffix = random.pick(SUFFIXES);
  const tradeName = `${trade} ${place}`;
  const kind = random.next();
  if (kind < 0.5) return { name: `${tradeName} ${suffix}`, tradeName: random.chance(0.5) ? tradeName : null };
  if (kind < 0.8) {
    return { name: `${createSurname(random)} & ${createSurname(random)} ${trade} ${suffix}`, tradeName };
  }
  return { name: `${createSurname(random)} Comércio e Serviços ${suffix}`, tradeName };
}
