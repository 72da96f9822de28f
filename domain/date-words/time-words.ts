/** A time of the day found in words, and the words left without it. */
export interface TimeWords {
  hour: number;
  minute: number;
  rest: string;
}

const PARTS: Readonly<Record<string, number>> = { manha: 9, tarde: 14, noite: 19 };

/** Takes the time out of normalised words; null where there is none, or one that no clock shows (`25h`). */
export function takeTime(words: string): TimeWords | null {
  const noon = /(?:^| )(?:ao )?meio[ -]dia( e meia)?(?= |$)/.exec(words);
  if (noon !== null) return time(12, noon[1] === undefined ? 0 : 30, words, noon);

  const spoken = /(?:^| )(?:as )?(\d{1,2})(?:h| horas)?( e meia)? da (manha|tarde|noite)(?= |$)/.exec(words);
  if (spoken !== null) {
    const hour = Number(spoken[1]);
    const isLater = spoken[3] !== 'manha' && hour < 12;
    return time(isLater ? hour + 12 : hour, spoken[2] === undefined ? 0 : 30, words, spoken);
  }

  const clock = /(?:^| )(?:as )?(\d{1,2})(?:[:h]|hs|hrs)(?:(\d{2})(?:min|m)?)?(?= |$)/.exec(words);
  if (clock !== null) return time(Number(clock[1]), Number(clock[2] ?? 0), words, clock);

  const bare = /(?:^| )as (\d{1,2})(?: horas)?(?= |$)/.exec(words);
  if (bare !== null) return time(Number(bare[1]), 0, words, bare);

  const part = /(?:^| )(?:de|da|pela|a|na|de) (manha|tarde|noite)(?= |$)/.exec(words);
  if (part !== null) return time(PARTS[part[1] ?? ''] ?? 9, 0, words, part);

  const end = /(?:^| )(?:no )?(?:fim|final) d[oe] (?:dia|tarde|expediente)(?= |$)/.exec(words);
  return end === null ? null : time(18, 0, words, end);
}

function time(hour: number, minute: number, words: string, match: RegExpExecArray): TimeWords | null {
  if (hour > 23 || minute > 59) return null;
  const rest = `${words.slice(0, match.index)} ${words.slice(match.index + match[0].length)}`;
  return { hour, minute, rest: rest.replace(/ +/g, ' ').trim() };
}
