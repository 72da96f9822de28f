import type { Customer } from '../../domain/customer.ts';
import { NO_DETAILS } from './products.ts';
import type { Random } from './random.ts';
import { createSampleId } from './sample-id.ts';

/** Place among the customers, and the number in its code. */
export const RIO_PARDO_INDEX = 318;

/** The customer of the screenshots and first tests: always 000318, whatever the seed. */
export function createRioPardo(random: Random, time: number): Customer {
  const id = createSampleId(random, time);
  const person = (
    name: string,
    role: string | null,
    phone: string | null,
    more: Partial<Customer['contactPersons'][0]> = {},
  ) => ({
    id: createSampleId(random, time),
    customerId: id,
    name,
    role,
    phone,
    extension: null,
    sharedPhone: false,
    email: null,
    active: true,
    ...more,
  });
  const fiscalId = createSampleId(random, time);
  const product = (name: string, version: string, more: Partial<Customer['products'][0]> = {}) => ({
    id: createSampleId(random, time),
    name,
    version,
    note: null,
    kind: 'parent' as const,
    parentId: null,
    blockedReason: null,
    ...NO_DETAILS,
    ...more,
  });
  return {
    id,
    code: '000318',
    name: 'Comercial Rio Pardo de Alimentos Ltda',
    tradeName: 'Mercado Rio Pardo',
    document: '12864073000100',
    city: 'Ribeirão Preto',
    active: true,
    kind: 'company',
    address: 'Av. Nove de Julho, 1420, Ribeirão Preto, SP',
    phones: [
      { number: '+551636100140', label: 'Recepção', shared: true },
      { number: '+5516991005500', label: 'Faturamento', shared: false },
    ],
    emails: ['financeiro@riopardo.example', 'fiscal@riopardo.example'],
    since: '2017-03-09',
    alerts: [
      {
        level: 'danger',
        title: 'R$ 3.480,00 vencidos, 2 títulos',
        detail: 'Inadimplente: serviço novo só com Renata Prado.',
      },
    ],
    contactPersons: [
      person('José Almeida', 'Faturamento', '+5516991005500', { email: 'jose@riopardo.example' }),
      person('Cláudia Menezes', 'Financeiro', '+551636100142', {
        extension: '21',
        email: 'claudia@riopardo.example',
      }),
      person('Recepção', null, '+551636100140', { sharedPhone: true }),
      person('Benedito Amaral', 'Gerência', '+5516988331290'),
      person('Yara Fontes', 'Fiscal', '+551636100142', { extension: '34', sharedPhone: true }),
    ],
    products: [
      {
        ...product('Gestão Fiscal', '11.2', {
          note: 'Servidor próprio na matriz. Atualizar só depois das 18h, com a Cláudia avisada.',
        }),
        id: fiscalId,
      },
      product('Emissor de NF-e', '4.8', { kind: 'component', parentId: fiscalId }),
      product('SPED Contribuições', '3.1', { kind: 'component', parentId: fiscalId }),
      product('PDV Loja', '7.4', { blockedReason: 'contrato suspenso desde 02/07.' }),
    ],
  };
}
