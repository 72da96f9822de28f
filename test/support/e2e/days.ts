/** A time of the sample company's clock: Brasília, which has kept UTC−3 since 2019. */
export interface CompanyTime {
  /** As an agent types it: `23/07 9h15`. */
  words: string;
  at: Date;
}

/** The time of this hour and minute, so many days from today. */
export function companyTime(daysFromToday: number, hour: number, minute = 0): CompanyTime {
  const day = new Date(Date.now() - 3 * 3_600_000 + daysFromToday * 86_400_000).toISOString().slice(0, 10);
  const [, month, date] = day.split('-');
  const clock = `${hour}`.padStart(2, '0');
  const minutes = `${minute}`.padStart(2, '0');
  return {
    words: `${date}/${month} ${hour}h${minute === 0 ? '' : minutes}`,
    at: new Date(`${day}T${clock}:${minutes}:00-03:00`),
  };
}
