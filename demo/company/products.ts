import type { OwnedProduct } from '../../domain/customer.ts';
import type { Random } from './random.ts';
import { createSampleId } from './sample-id.ts';

interface CatalogueProduct {
  name: string;
  versions: readonly string[];
  components: readonly [name: string, version: string][];
  complements: readonly [name: string, version: string][];
}

/** What the sample company sells. */
const CATALOGUE: readonly CatalogueProduct[] = [
  {
    name: 'Gestão Fiscal',
    versions: ['11.2', '11.1', '10.9'],
    components: [
      ['Emissor de NF-e', '4.8'],
      ['SPED Contribuições', '3.1'],
      ['Emissor de CT-e', '2.6'],
    ],
    complements: [
      ['Certificado A1', '2026'],
      ['Backup em nuvem', '1.4'],
    ],
  },
  {
    name: 'Gestão Comercial',
    versions: ['9.4', '9.3', '8.7'],
    components: [
      ['Pedidos de venda', '9.4'],
      ['Comissões', '3.2'],
      ['Boletos', '5.0'],
    ],
    complements: [['Catálogo eletrônico', '2.2']],
  },
  {
    name: 'PDV Loja',
    versions: ['7.4', '7.3', '6.9'],
    components: [
      ['NFC-e', '6.3'],
      ['TEF', '2.9'],
    ],
    complements: [
      ['Balança', '1.1'],
      ['Autoatendimento', '0.9'],
    ],
  },
  {
    name: 'Estoque',
    versions: ['8.1', '8.0'],
    components: [
      ['Inventário', '2.4'],
      ['Etiquetas', '1.8'],
    ],
    complements: [],
  },
  {
    name: 'Financeiro',
    versions: ['6.7', '6.6'],
    components: [['Conciliação bancária', '3.0']],
    complements: [['Open Finance', '1.0']],
  },
  { name: 'Folha Fácil', versions: ['5.5'], components: [['eSocial', '4.2']], complements: [] },
  { name: 'Portal do Contador', versions: ['2.0', '1.9'], components: [], complements: [] },
];

const NOTES = [
  'Servidor próprio do cliente; acesso remoto só com o gerente de TI.',
  'Banco de dados compartilhado entre matriz e filial.',
  'Licença para 5 usuários simultâneos. Não atualizar em dia de fechamento.',
  'Personalização no relatório de comissões: conferir após cada atualização.',
  'Usa impressora térmica no balcão e matricial no depósito.',
];

/** Of a product whose contract says nothing more. */
export const NO_DETAILS = { situation: null, quantity: null, acquiredOn: null, expiresOn: null };

/** One to four products of the catalogue, with what belongs to them; some are blocked, with the reason. */
export function createOwnedProducts(random: Random, time: number): OwnedProduct[] {
  const start = random.integer(0, CATALOGUE.length - 1);
  const count = random.integer(1, 2);
  return Array.from({ length: count }, (_, offset) => CATALOGUE[(start + offset) % CATALOGUE.length]).flatMap(
    (product) => (product === undefined ? [] : createOwnedProduct(product, random, time)),
  );
}

function createOwnedProduct(product: CatalogueProduct, random: Random, time: number): OwnedProduct[] {
  const blocked = random.chance(0.06);
  const parent: OwnedProduct = {
    id: createSampleId(random, time),
    name: product.name,
    version: random.pick(product.versions),
    note: random.chance(0.3) ? random.pick(NOTES) : null,
    kind: 'parent',
    parentId: null,
    blockedReason: blocked ? 'contrato suspenso por falta de pagamento.' : null,
    ...NO_DETAILS,
  };
  const parts = (
    kind: 'component' | 'complement',
    list: CatalogueProduct['components'],
    probability: number,
  ) =>
    list
      .filter(() => random.chance(probability))
      .map(
        ([name, version]): OwnedProduct => ({
          id: createSampleId(random, time),
          name,
          version,
          note: null,
          kind,
          parentId: parent.id,
          blockedReason: null,
          ...NO_DETAILS,
        }),
      );
  return [
    parent,
    ...parts('component', product.components, 0.5),
    ...parts('complement', product.complements, 0.2),
  ];
}
