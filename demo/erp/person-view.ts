import type { Customer } from '../../domain/customer.ts';
import { formatDocument } from '../../domain/documents.ts';
import { formatDay } from '../../domain/format/calendar.ts';
import { formatPhone } from '../../domain/phone.ts';
import { createRandom } from '../company/random.ts';
import type { Receivable } from './receivables.ts';

/** What the page of a person shows, as text: the pages draw it on the server, `/spa` in the browser. */
export interface PersonView {
  fields: Record<FieldName, string>;
  receivables: { cells: string[]; isLate: boolean }[];
  foot: string[];
  previous: string;
  next: string;
}

export const FIELD_NAMES = [
  'codigo',
  'situacao',
  'cadastro',
  'razao',
  'vendedor',
  'fantasia',
  'regiao',
  'documento',
  'inscricao',
  'ramo',
  'endereco',
  'cep',
  'telefone',
  'celular',
  'limite',
] as const;

/** Made once: there may be 100,000 amounts on a page. */
const AMOUNT = new Intl.NumberFormat('pt-BR', { minimumFractionDigits: 2 });

export type FieldName = (typeof FIELD_NAMES)[number];

export interface PersonPlace {
  place: number;
  size: number;
  previous: string;
  next: string;
}

export function toPersonView(customer: Customer, receivables: Receivable[], place: PersonPlace): PersonView {
  const random = createRandom(0, 'erp', customer.code);
  const sum = (state: Receivable['state']) =>
    receivables.filter((one) => one.state === state).reduce((total, one) => total + one.original, 0);
  const mobile = customer.contactPersons.find((person) => /^\+55[0-9]{2}9/.test(person.phone ?? ''))?.phone;
  return {
    fields: {
      codigo: customer.code,
      situacao: customer.active ? 'Ativo' : 'Inativo',
      cadastro: customer.since === null ? '' : formatDay(customer.since),
      razao: customer.name.toUpperCase(),
      vendedor: `0${random.integer(11, 29)} ${random.pick(['BRUNA L.', 'DAVI M.', 'VERA M.'])}`,
      fantasia: (customer.tradeName ?? '').toUpperCase(),
      regiao: `0${random.integer(10, 99)}`,
      documento: formatDocument(customer.document ?? ''),
      inscricao: `${random.digits(3)}.${random.digits(3)}.${random.digits(3)}.${random.digits(3)}`,
      ramo:
        customer.kind === 'company' ? random.pick(['Comércio', 'Indústria', 'Serviços']) : 'Pessoa física',
      endereco: (customer.address ?? '').toUpperCase(),
      cep: `14${random.digits(3)}-${random.digits(3)}`,
      telefone: phone(customer.phones[0]?.number, random.integer(0, 3)),
      celular: phone(mobile ?? undefined, random.integer(0, 3)),
      limite: money(random.integer(10, 400) * 100_000),
    },
    receivables: receivables.map((one) => ({
      isLate: one.state === 'Vencido',
      cells: [
        one.document,
        one.instalment,
        formatDay(one.issued),
        formatDay(one.due),
        money(one.original),
        money(one.current),
        one.state,
        one.bank,
        one.bankNumber,
      ],
    })),
    foot: [
      `${receivables.length} títulos`,
      `Em aberto: ${money(sum('Em aberto'))}`,
      `Vencido: ${money(sum('Vencido'))}`,
      `Registro ${place.place + 1} de ${place.size}`,
    ],
    previous: place.previous,
    next: place.next,
  };
}

/** Numbers as they were typed over the years. */
function phone(number: string | undefined, style: number): string {
  if (number === undefined) return '';
  const national = number.replace(/^\+55/, '');
  const area = national.slice(0, 2);
  const local = `${national.slice(2, -4)}-${national.slice(-4)}`;
  if (national.startsWith('800') || style < 2) return formatPhone(number);
  return style === 2 ? `0XX${area} ${local}` : `${area} ${local}`;
}

function money(cents: number): string {
  return AMOUNT.format(cents / 100);
}
