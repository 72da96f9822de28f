import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DateCandidate, parseDateWords, suggestDates } from '../../../domain/date-words.ts';
import { dates } from '../../../locales/pt-BR/dates.ts';
import { company, NOW } from './fixtures.ts';

const context = { now: NOW, company };
const written = ({ label, hint }: DateCandidate) =>
  dates.choice(label) + (hint === null ? '' : ` (${dates.hint(hint)})`);

describe('dates in words', () => {
  // Today is Thursday 16/07/2026, 14:36.
  test.each([
    ['hoje 16h', 'Hoje, 16:00'],
    ['HOJE às 16:30', 'Hoje, 16:30'],
    ['hoje', 'Hoje, 18:00'],
    ['hoje 9h', ''],
    ['amanhã 15h', 'Amanhã, 15:00 (1 dia útil)'],
    ['amanha 15h', 'Amanhã, 15:00 (1 dia útil)'],
    ['14h amanhã', 'Amanhã, 14:00 (1 dia útil)'],
    ['amanhã de manhã', 'Amanhã, 09:00 (1 dia útil)'],
    ['amanhã à tarde', 'Amanhã, 14:00 (1 dia útil)'],
    ['amanhã 3 da tarde', 'Amanhã, 15:00 (1 dia útil)'],
    ['ama', 'Amanhã, 09:00 (1 dia útil)'],
    ['sexta', 'Amanhã, 09:00 (1 dia útil)'],
    ['sexta-feira 10:', 'Amanhã, 10:00 (1 dia útil)'],
    ['sexta que vem', 'sex 24/07, 09:00 (6 dias úteis) | Amanhã, 09:00 (1 dia útil)'],
    ['quinta 18h', 'Hoje, 18:00 | qui 23/07, 18:00 (5 dias úteis)'],
    ['quinta 10h', 'qui 23/07, 10:00 (5 dias úteis)'],
    ['terça 15h', 'Terça, 15:00 (3 dias úteis)'],
    ['ter 15', 'Terça, 15:00 (3 dias úteis)'],
    ['segunda, 09:00', 'Segunda, 09:00 (2 dias úteis)'],
    ['próxima segunda', 'Segunda, 09:00 (2 dias úteis)'],
    ['semana que vem', 'Segunda, 09:00 (2 dias úteis)'],
    ['sáb 10h', 'Sábado, 10:00 (não é dia útil) | Segunda, 10:00 (2 dias úteis)'],
    ['+2 dias', 'Sábado, 09:00 (não é dia útil) | Segunda, 09:00 (2 dias úteis)'],
    ['em 3 dias', 'Domingo, 09:00 (não é dia útil) | Terça, 09:00 (3 dias úteis)'],
    ['3 dias úteis', 'Terça, 09:00 (3 dias úteis)'],
    ['daqui a dois dias 8h30', 'Sábado, 08:30 (não é dia útil) | Segunda, 08:30 (2 dias úteis)'],
    ['depois de amanhã 8h30', 'Sábado, 08:30 (não é dia útil) | Segunda, 08:30 (2 dias úteis)'],
    ['em 2 semanas', 'qui 30/07, 09:00 (10 dias úteis)'],
    ['daqui a 2 horas', 'Hoje, 16:36'],
    ['2 horas', 'Hoje, 16:36'],
    ['em 1h30', 'Hoje, 16:06'],
    ['+30min', 'Hoje, 15:06'],
    ['meia hora', 'Hoje, 15:06'],
    ['23/7 10h', 'qui 23/07, 10:00 (5 dias úteis)'],
    ['10h 23/7', 'qui 23/07, 10:00 (5 dias úteis)'],
    ['23/7/26', 'qui 23/07, 09:00 (5 dias úteis)'],
    ['23 de julho', 'qui 23/07, 09:00 (5 dias úteis)'],
    ['dia 20 às 15h', 'Segunda, 15:00 (2 dias úteis)'],
    ['1/7', 'qui 01/07/2027, 09:00'],
    ['7/9', 'seg 07/09, 09:00 (não é dia útil) | ter 08/09, 09:00 (37 dias úteis)'],
    ['15h', 'Hoje, 15:00'],
    ['9h', 'Amanhã, 09:00 (1 dia útil)'],
    ['meio-dia', 'Amanhã, 12:00 (1 dia útil)'],
    ['fim do dia', 'Hoje, 18:00'],
    ['25h', ''],
    ['31/2', ''],
    ['15/13', ''],
    ['dia 40', ''],
    ['99999 dias', ''],
    ['José', ''],
    ['   ', ''],
  ])('“%s” offers “%s”', (text, expected) => {
    expect(parseDateWords(text, context).map(written).join(' | ')).toBe(expected);
  });

  test.each([
    ['ontem 10h', 'Ontem, 10:00'],
    ['13h', 'Hoje, 13:00 | Ontem, 13:00'],
    ['16h', 'Ontem, 16:00'],
    ['1/7', 'qua 01/07, 09:00'],
    ['23/7/1950', ''],
    ['31/12/1999', ''],
    ['1/7/2012', 'dom 01/07/2012, 09:00'],
  ])('of the past, “%s” offers “%s”', (text, expected) => {
    expect(
      parseDateWords(text, { ...context, past: true })
        .map(written)
        .join(' | '),
    ).toBe(expected);
  });

  test('whatever is typed, nothing before now is offered, nothing twice, and nothing throws', () => {
    const words = fc.constantFrom(
      'hoje',
      'amanhã',
      'sexta',
      'em',
      '+',
      '3',
      'dias',
      'úteis',
      'às',
      '15h',
      '9',
      ':',
      '30',
      '/',
      '7',
      'que vem',
    );
    const texts = fc.oneof(
      fc.string(),
      fc.array(words, { maxLength: 6 }).map((list) => list.join(' ')),
      fc.array(words).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(
        texts,
        fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }),
        (text, now) => {
          const found = parseDateWords(text, { now, company }).map((candidate) => candidate.at);
          expect(found.every((at) => at > new Date(now.getTime() - 60_000).toISOString())).toBe(true);
          expect(new Set(found).size).toBe(found.length);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('without words it offers what is common, the type’s default first', () => {
    expect(suggestDates(context).map(written)).toEqual([
      'Hoje, 18:00',
      'Amanhã, 09:00 (1 dia útil)',
      'Segunda, 09:00 (2 dias úteis)',
    ]);
    const typeDefaultAt = '2026-07-17T12:00:00.000Z';
    expect(suggestDates({ ...context, typeDefaultAt }).map(written)).toEqual([
      'Amanhã, 09:00 (padrão do tipo)',
      'Hoje, 18:00',
      'Segunda, 09:00 (2 dias úteis)',
    ]);
  });
});
