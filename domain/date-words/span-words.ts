import { COUNT, wordToCount } from './number-words.ts';

const AHEAD = '(?:em |daqui a |daqui |dentro de |\\+ ?)';
const UNTIL = new RegExp(
  `^(?:${AHEAD}(${COUNT}) ?(h|hs|min|m)(?:(\\d{2})(?:min)?)?|${AHEAD}?(${COUNT}) ?(horas?|minutos?)(?: e (meia|\\d{1,2}))?)$`,
);

/** Minutes from now in `em 2 horas`, `daqui a 30 minutos`, `+2h`, `em 1h30`, `meia hora`; null for anything else. */
export function wordsToMinutes(words: string): number | null {
  if (/^(?:em |daqui a |daqui |\+ ?)?meia hora$/.test(words)) return 30;
  const match = UNTIL.exec(words);
  if (match === null) return null;
  const [, short, shortUnit, shortRest, long, longUnit, longRest] = match;
  const count = wordToCount(short ?? long ?? '');
  const isHours = (shortUnit ?? longUnit ?? '').startsWith('h');
  const rest = longRest === 'meia' ? (isHours ? 30 : 0) : Number(shortRest ?? longRest ?? 0);
  return (isHours ? count * 60 : count) + rest;
}
