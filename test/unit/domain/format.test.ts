import { describe, expect, test } from 'vitest';
import { secondsToDuration } from '../../../domain/format/duration.ts';
import { instantToAge, instantToDue, instantToMoment } from '../../../domain/format/moment.ts';
import { dates } from '../../../locales/pt-BR/dates.ts';
import { numbers } from '../../../locales/pt-BR/numbers.ts';
import { company, NOW } from './fixtures.ts';

const { timeZone } = company;

describe('times in words', () => {
  test.each([
    ['2026-07-16T17:36:00.000Z', 'agora'],
    ['2026-07-16T17:40:00.000Z', 'agora'],
    ['2026-07-16T17:24:00.000Z', 'há 12 min'],
    ['2026-07-16T15:30:00.000Z', 'há 2 h'],
    ['2026-07-15T20:42:00.000Z', 'ontem 17:42'],
    ['2026-07-10T12:00:00.000Z', 'sex 10/07, 09:00'],
    ['2025-07-11T12:00:00.000Z', 'sex 11/07/2025, 09:00'],
  ])('%s was %s', (at, words) => {
    expect(dates.age(instantToAge(at, NOW, timeZone))).toBe(words);
  });

  test.each([
    ['2026-07-16T19:00:00.000Z', 'hoje 16:00'],
    ['2026-07-17T12:00:00.000Z', 'amanhã 09:00'],
    ['2026-07-21T18:00:00.000Z', 'ter 21/07, 15:00'],
    ['2026-07-16T17:35:30.000Z', 'atrasado 1 min'],
    ['2026-07-16T14:00:00.000Z', 'atrasado 3 h'],
    ['2026-07-14T14:00:00.000Z', 'atrasado 2 d'],
  ])('%s is due %s', (at, words) => {
    expect(dates.dueInWords(instantToDue(at, NOW, timeZone))).toBe(words);
  });

  test('what was seen says when, and a day alone has no time', () => {
    const moment = instantToMoment('2026-07-16T16:48:00.000Z', NOW, timeZone);
    expect(dates.seen(moment)).toBe('Visto às 13:48');
    expect(dates.day(instantToMoment('2026-07-20T12:00:00.000Z', NOW, timeZone))).toBe('seg 20/07');
    expect(dates.date(instantToMoment('2025-07-02T12:00:00.000Z', NOW, timeZone))).toBe('02/07/2025');
  });

  test.each([
    [0, '0 min'],
    [5, '1 min'],
    [2280, '38 min'],
    [4320, '1 h 12'],
    [3900, '1 h 05'],
    [7200, '2 h'],
  ])('%i seconds last %s', (seconds, words) => {
    expect(dates.duration(secondsToDuration(seconds))).toBe(words);
  });
});

describe('figures', () => {
  test.each([
    [0, '0 B'],
    [640, '640 B'],
    [1229, '1,2 KB'],
    [348_160, '340 KB'],
    [1_048_575, '1 MB'],
    [1_468_006, '1,4 MB'],
    [10_485_760, '10 MB'],
  ])('%i bytes are %s', (count, words) => {
    expect(numbers.bytes(count)).toBe(words);
  });

  test('money is written with a space that does not break', () => {
    expect(numbers.money(187_235)).toBe('R$\u00a01.872,35');
    expect(numbers.count(1204)).toBe('1.204');
  });
});
