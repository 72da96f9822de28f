import { holidayNames } from '../locales/pt-BR/holidays.ts';
import { addDays, createDay, type Day } from './day.ts';

/** A holiday of all Brazil. */
export interface Holiday {
  day: Day;
  name: string;
}

/**
 * Brazilian national holidays of a year in order: Laws 662/1949, 6.802/1980, 9.093/1995 and 14.759/2023 (20/11, from 2024),
 * and Good Friday. Carnival and Corpus Christi are none by law: see {@link optionalDays}.
 */
export function nationalHolidays(year: number): Holiday[] {
  const holidays: Holiday[] = [
    fixed(year, 1, 1, holidayNames.newYear),
    { day: addDays(easter(year), -2), name: holidayNames.goodFriday },
    fixed(year, 4, 21, holidayNames.tiradentes),
    fixed(year, 5, 1, holidayNames.labour),
    fixed(year, 9, 7, holidayNames.independence),
    fixed(year, 10, 12, holidayNames.aparecida),
    fixed(year, 11, 2, holidayNames.allSouls),
    fixed(year, 11, 15, holidayNames.republic),
    ...(year >= 2024 ? [fixed(year, 11, 20, holidayNames.blackAwareness)] : []),
    fixed(year, 12, 25, holidayNames.christmas),
  ];
  return holidays.sort((one, other) => (one.day < other.day ? -1 : 1));
}

/** Years before and after the moment for which holidays are told: for what is old, and for what is planned. */
const YEARS = { before: 2, after: 5 };

/** A company's own days without business and, where it keeps them, the national holidays around a moment; in order. */
export function companyHolidays(
  { holidays, nationalHolidays: keepsNational }: { holidays: readonly Day[]; nationalHolidays: boolean },
  now: Date,
): Day[] {
  if (!keepsNational) return [...holidays];
  const years = Array.from(
    { length: YEARS.before + YEARS.after + 1 },
    (_, index) => now.getUTCFullYear() - YEARS.before + index,
  );
  const national = years.flatMap((year) => nationalHolidays(year).map(({ day }) => day));
  return [...new Set([...holidays, ...national])].sort();
}

/** Days on which most companies rest though no law makes them: a company adds them to its table if it does. */
export function optionalDays(year: number): Holiday[] {
  return [
    { day: addDays(easter(year), -48), name: holidayNames.carnival },
    { day: addDays(easter(year), -47), name: holidayNames.carnival },
    { day: addDays(easter(year), 60), name: holidayNames.corpusChristi },
  ];
}

/** Easter Sunday of the Gregorian calendar (the anonymous algorithm printed in Nature, 1876). */
export function easter(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const correction = Math.floor((8 * century + 13) / 25);
  const moon = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - moon - (rest % 4)) % 7;
  const shift = Math.floor((golden + 11 * moon + 22 * sunday) / 451);
  const place = moon + sunday - 7 * shift + 114;
  return dayOrThrow(year, Math.floor(place / 31), (place % 31) + 1);
}

function fixed(year: number, month: number, day: number, name: string): Holiday {
  return { day: dayOrThrow(year, month, day), name };
}

function dayOrThrow(year: number, month: number, day: number): Day {
  const made = createDay(year, month, day);
  if (made === null) throw new RangeError(`No day ${year}-${month}-${day}`);
  return made;
}
