import type { Customer } from '../../domain/customer.ts';

/** Somebody who may call the demo softphone. */
export interface SampleCaller {
  /** As an exchange shows it: some with country code, some without hyphens. Empty: withheld. */
  number: string;
  /** What the exchange says of the caller; empty where it says nothing. */
  name: string;
  /** What the call is good for, in the list of the page. */
  about: string;
}

/** Callers of every kind; `customers` are looked at for a telephone that several of them have. */
export function createSampleCallers(customers: Iterable<Customer>): SampleCaller[] {
  const office = findOffice(customers);
  return [
    { number: '(16) 99100-5500', name: 'JOSE ALMEIDA', about: 'um cliente, com quem fala' },
    { number: '+55 16 9100 5500', name: '', about: 'o mesmo, sem o nono dígito' },
    { number: '0411699100-5500', name: '', about: 'o mesmo, pela operadora' },
    { number: '991005500', name: '', about: 'o mesmo, sem DDD' },
    { number: '(16) 3610-0140', name: 'RECEPCAO', about: 'um cliente, número da recepção' },
    ...(office === null ? [] : [{ number: office, name: 'CONTADOR', about: 'vários clientes' }]),
    { number: '(17) 99715-2208', name: 'MERCADO PORTO', about: 'ninguém conhecido' },
    { number: '', name: '', about: 'número oculto' },
  ];
}

/** The telephone of an accountant who answers for several, as an exchange shows it. */
function findOffice(customers: Iterable<Customer>): string | null {
  const seen = new Map<string, number>();
  for (const customer of customers) {
    for (const phone of customer.phones) {
      if (phone.label !== 'Contador') continue;
      const times = (seen.get(phone.number) ?? 0) + 1;
      if (times === 3) return phone.number.replace(/^\+55(..)(....)(....)$/, '($1) $2-$3');
      seen.set(phone.number, times);
    }
  }
  return null;
}
