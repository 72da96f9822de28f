import type { ContactPerson, Customer } from '../../domain/customer.ts';
import { addDays } from '../../domain/day.ts';
import { cnpjCheckDigits, cpfCheckDigits } from '../../domain/documents.ts';
import { createPersonName, ROLES } from './people.ts';
import { CITIES, type City, createAddress, createPhone } from './places.ts';
import { createOwnedProducts } from './products.ts';
import { createRandom, type Random } from './random.ts';
import { createRioPardo, RIO_PARDO_INDEX } from './rio-pardo.ts';
import { createSampleId } from './sample-id.ts';
import { createCompanyName } from './trades.ts';

/** When the first customer was registered in the CRM; each later one a second after. */
const FIRST_REGISTRATION = Date.UTC(2024, 0, 2, 12);

/** Customers of every 40 share the telephone of the accountant who answers for them. */
const OFFICE_SIZE = 40;

/** The `index`-th customer (from 1) of the sample company; the same for the same seed, however many there are. */
export function createSampleCustomer(seed: number, index: number): Customer {
  const random = createRandom(seed, 'customer', index);
  const time = FIRST_REGISTRATION + index * 1000;
  if (index === RIO_PARDO_INDEX) return createRioPardo(random, time);
  const isCompany = random.chance(0.8);
  const id = createSampleId(random, time);
  const city = random.pick(CITIES);
  const names = isCompany ? createCompanyName(random) : { name: createPersonName(random), tradeName: null };
  const reception = createPhone(random, city.areaCode, isCompany ? 'landline' : 'mobile');
  const domain = `${toDomain(names.tradeName ?? names.name)}.example`;
  const sharesOffice = isCompany && random.chance(0.1);
  return {
    id,
    code: sampleCode(index),
    ...names,
    document: random.chance(0.02) ? null : isCompany ? createCnpj(random) : createCpf(random),
    city: city.name,
    active: random.chance(0.95),
    kind: isCompany ? 'company' : 'person',
    address: createAddress(random, city),
    phones: [
      { number: reception, label: isCompany ? 'Recepção' : 'Celular', shared: isCompany },
      ...(sharesOffice ? [{ number: officePhone(seed, index), label: 'Contador', shared: true }] : []),
      ...(isCompany && random.chance(0.04)
        ? [{ number: `+55800${random.digits(7)}`, label: 'SAC', shared: true }]
        : []),
    ],
    emails: [
      isCompany ? `contato@${domain}` : `${toDomain(names.name).replaceAll('-', '.')}@correio.example`,
    ],
    since: addDays('2009-01-05', random.integer(0, 6100)),
    alerts: createAlerts(random),
    contactPersons: isCompany
      ? createContacts({ random, customerId: id, time, city, reception, domain })
      : [],
    products: createOwnedProducts(random, time),
  };
}

/** Codes are numbers with zeros in front; a few came from another system and have a letter. */
export function sampleCode(index: number): string {
  return index % 250 === 100 ? `F${String(index).padStart(5, '0')}` : String(index).padStart(6, '0');
}

function createContacts(about: {
  random: Random;
  customerId: string;
  time: number;
  city: City;
  reception: string;
  domain: string;
}): ContactPerson[] {
  const { random, customerId, time, city, reception, domain } = about;
  return Array.from({ length: random.integer(1, 3) }, () => {
    const name = createPersonName(random);
    const isExtension = random.chance(0.3);
    return {
      id: createSampleId(random, time),
      customerId,
      name,
      role: random.chance(0.9) ? random.pick(ROLES) : null,
      phone: isExtension
        ? reception
        : random.chance(0.9)
          ? createPhone(random, city.areaCode, 'mobile')
          : null,
      extension: isExtension ? String(random.integer(10, 99)) : null,
      sharedPhone: isExtension,
      email: random.chance(0.6) ? `${toDomain(name).replaceAll('-', '.')}@${domain}` : null,
      active: random.chance(0.96),
    };
  });
}

function createAlerts(random: Random): Customer['alerts'] {
  if (random.chance(0.06)) {
    return [
      {
        level: 'danger',
        title: 'Títulos vencidos há mais de 30 dias',
        detail: 'Serviço novo só com a gerência.',
      },
    ];
  }
  if (random.chance(0.05)) {
    return [
      {
        level: 'warning',
        title: 'Contrato vence neste trimestre',
        detail: 'Avisar o comercial ao encerrar.',
      },
    ];
  }
  return [];
}

function officePhone(seed: number, index: number): string {
  return createPhone(createRandom(seed, 'office', Math.floor(index / OFFICE_SIZE)), '16', 'landline');
}

function createCpf(random: Random): string {
  const base = `${random.integer(1, 9)}${random.digits(8)}`;
  return base + cpfCheckDigits(base);
}

/** One in twelve is of the alphanumeric series that began in July 2026. */
function createCnpj(random: Random): string {
  const root = random.chance(1 / 12)
    ? Array.from({ length: 8 }, () => random.pick([...'0123456789ABCDEFGHJKLMNPQRSTUVWXYZ'])).join('')
    : random.digits(8);
  const base = `${root}${random.chance(0.1) ? '0002' : '0001'}`;
  return base + cnpjCheckDigits(base);
}

function toDomain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
}
