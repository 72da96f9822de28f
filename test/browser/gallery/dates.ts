import type { DateChipProps } from '../../../components/ui/DateChip.tsx';

const USUAL = [
  { at: '2026-07-16T21:00:00.000Z', label: 'Hoje, 18:00' },
  { at: '2026-07-17T12:00:00.000Z', label: 'Amanhã, 09:00', hint: 'padrão do tipo' },
  { at: '2026-07-20T12:00:00.000Z', label: 'Segunda, 09:00', hint: '2 dias úteis' },
];

/** Dates of one week, understood by their first letters. */
export const DATES: Pick<DateChipProps, 'format' | 'parse' | 'toLocal' | 'fromLocal'> = {
  format: (at) => at.slice(0, 16).replace('T', ' '),
  parse: (text) =>
    text === ''
      ? USUAL
      : 'terça 15h'.startsWith(text)
        ? [{ at: '2026-07-21T18:00:00.000Z', label: 'ter 21/07, 15:00', hint: '3 dias úteis' }, ...USUAL]
        : [],
  toLocal: (at) => at.slice(0, 16),
  fromLocal: (local) => (local === '' ? null : `${local}:00.000Z`),
};
