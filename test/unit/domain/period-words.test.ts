import { describe, expect, test } from 'vitest';
import { parsePeriod } from '../../../domain/period-words.ts';
import { criteriaToFilters, isSearchEmpty } from '../../../domain/saved-search.ts';
import { protocolBeginning, searchWords } from '../../../domain/ticket-search.ts';

/** Thursday, 16 July 2026, 10:00 in São Paulo. */
const context = {
  now: new Date('2026-07-16T13:00:00.000Z'),
  company: { timeZone: 'America/Sao_Paulo', holidays: [] },
};
const daysOf = (text: string) => {
  const days = parsePeriod(text, context)?.days;
  return days === undefined ? null : `${days.first} ${days.last}`;
};

describe('a period in words', () => {
  test.each([
    ['hoje', '2026-07-16 2026-07-16'],
    ['ontem', '2026-07-15 2026-07-15'],
    ['Últimos 30 dias', '2026-06-17 2026-07-16'],
    ['ultimos 7 dias', '2026-07-10 2026-07-16'],
    ['últimas duas semanas', '2026-07-03 2026-07-16'],
    ['último mês', '2026-06-17 2026-07-16'],
    ['últimos 3 meses', '2026-04-17 2026-07-16'],
    ['nos últimos 2 anos', '2024-07-17 2026-07-16'],
    ['esta semana', '2026-07-13 2026-07-19'],
    ['semana passada', '2026-07-06 2026-07-12'],
    ['este mês', '2026-07-01 2026-07-31'],
    ['no mês passado', '2026-06-01 2026-06-30'],
    ['este ano', '2026-01-01 2026-12-31'],
    ['ano passado', '2025-01-01 2025-12-31'],
    ['julho', '2026-07-01 2026-07-31'],
    ['dezembro', '2025-12-01 2025-12-31'],
    ['fev', '2026-02-01 2026-02-28'],
    ['fevereiro de 2024', '2024-02-01 2024-02-29'],
    ['2025', '2025-01-01 2025-12-31'],
    ['03/07', '2026-07-03 2026-07-03'],
    ['03/12', '2025-12-03 2025-12-03'],
    ['segunda', '2026-07-13 2026-07-13'],
    ['desde 03/07', '2026-07-03 2026-07-16'],
    ['desde segunda', '2026-07-13 2026-07-16'],
    ['até ontem', '2000-01-01 2026-07-15'],
    ['03/07 a 15/07', '2026-07-03 2026-07-15'],
    ['de 3/7 até 15/7/2026', '2026-07-03 2026-07-15'],
    ['entre março e maio', '2026-03-01 2026-05-31'],
    ['20/12/2025 – 10/01/2026', '2025-12-20 2026-01-10'],
  ])('%s', (text, expected) => {
    expect(daysOf(text)).toBe(expected);
  });

  test.each([
    '',
    'nunca',
    '15',
    'amanhã',
    'em 3 dias',
    '15/07 a 03/07',
    '31/02',
    'últimos 0 dias',
    'x'.repeat(61),
  ])('is none: %j', (text) => {
    expect(daysOf(text)).toBeNull();
  });

  test('begins and ends at midnight on the company’s clock', () => {
    const period = parsePeriod('hoje', context);
    expect(period).toMatchObject({ from: '2026-07-16T03:00:00.000Z', to: '2026-07-17T03:00:00.000Z' });
  });
});

describe('a search', () => {
  test('asks for its period as of today, and for nothing that is not there', () => {
    expect(criteriaToFilters({ query: ' nota ', period: 'ontem' }, context)).toEqual({
      query: 'nota',
      from: '2026-07-15T03:00:00.000Z',
      to: '2026-07-16T03:00:00.000Z',
    });
    expect(criteriaToFilters({ query: '  ', state: 'open' }, context)).toEqual({ state: 'open' });
    expect(criteriaToFilters({ period: 'nunca' }, context)).toBeNull();
  });

  test('is empty without words and filters', () => {
    expect(isSearchEmpty({ query: ' ', typeId: undefined })).toBe(true);
    expect(isSearchEmpty({ state: 'closed' })).toBe(false);
  });

  test.each([
    ['2026 0000 4231-9', '2026000042319'],
    ['20260000', '20260000'],
    ['2026', '2026'],
    ['123', null],
    ['20260000423190', null],
    ['nota 2026', null],
  ])('looks for %s among protocols as %s', (text, expected) => {
    expect(protocolBeginning(text)).toBe(expected);
  });

  test('has words of letters and digits, each once', () => {
    expect(searchWords('  nota, "rejeição" (778) nota & | ! ')).toEqual(['nota,', 'rejeição', '778', 'nota']);
    expect(searchWords('!? --')).toEqual([]);
  });
});
