import { addDays, type Day } from '../../domain/day.ts';
import { createRandom } from '../company/random.ts';

/** A título of the ERP; money in cents. */
export interface Receivable {
  document: string;
  instalment: string;
  issued: Day;
  due: Day;
  original: number;
  current: number;
  state: 'Vencido' | 'Em aberto' | 'Baixado';
  bank: string;
  bankNumber: string;
}

const BANKS = ['Cobrança simples', 'Cobrança registrada', 'Carteira', 'Pix programado'] as const;

/** The customer's títulos around today, overdue ones first; the same for the same code, day and number of rows. */
export function createReceivables(seed: number, code: string, today: Day, rows?: number): Receivable[] {
  const random = createRandom(seed, 'receivables', code);
  const count = rows ?? random.integer(6, 18);
  const list: Receivable[] = [];
  for (let index = 0; index < count; index += 1) {
    const late = index < 2;
    const state = late ? 'Vencido' : random.chance(0.3) ? 'Em aberto' : 'Baixado';
    const away = late
      ? -random.integer(8, 60)
      : state === 'Em aberto'
        ? random.integer(1, 90)
        : -random.integer(1, 1500);
    const due = addDays(today, away);
    const original = late ? 174_000 : random.integer(9_000, 900_000);
    list.push({
      document: `NF ${random.integer(1, 9)}.${random.digits(3)}`,
      instalment: late ? `${index + 1}/2` : `1/${random.integer(1, 3)}`,
      issued: addDays(due, -30),
      due,
      original,
      current: state === 'Baixado' ? 0 : late ? Math.round(original * 1.02 - away * 58) : original,
      state,
      bank: random.pick(BANKS),
      bankNumber: `000${random.digits(6)}`,
    });
  }
  const rank = { Vencido: 0, 'Em aberto': 1, Baixado: 2 };
  return list.sort((one, other) => rank[one.state] - rank[other.state] || (one.due < other.due ? -1 : 1));
}
