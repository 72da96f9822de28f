import type { Customer } from '../../domain/customer.ts';
import { customerCodeKey } from '../../domain/customer-code.ts';
import { createSampleCustomer, sampleCode } from '../company/customers.ts';
import { sampleIndexes } from '../company/sample-company.ts';

/** The ERP's own register of people: the same fictitious ones that the sample company supports. */
export interface Register {
  /** How many there are. */
  size: number;
  /** Place of the person with this code, from 0, or null. `123` finds `000123`. */
  placeOf(code: string): number | null;
  at(place: number): Customer;
  codeAt(place: number): string;
}

export function createRegister(seed: number, count: number): Register {
  const indexes = sampleIndexes(count);
  const indexAt = (place: number) => {
    const index = indexes[(place + indexes.length) % indexes.length];
    if (index === undefined) throw new RangeError(`No place ${place}`);
    return index;
  };
  return {
    size: indexes.length,
    placeOf(code) {
      const index = Number(/^F?0*([0-9]{1,9})$/i.exec(code)?.[1] ?? Number.NaN);
      const place = indexes.indexOf(index);
      return place >= 0 && customerCodeKey(sampleCode(index)) === customerCodeKey(code) ? place : null;
    },
    at: (place) => createSampleCustomer(seed, indexAt(place)),
    codeAt: (place) => sampleCode(indexAt(place)),
  };
}
