import { useState } from 'preact/hooks';
import { formatDay } from '../../domain/format/calendar.ts';
import { parsePeriod } from '../../domain/period-words.ts';
import type { SearchCriteria } from '../../domain/saved-search.ts';
import { ticketSearch as words } from '../../locales/pt-BR/ticket-search.ts';
import { writerOf } from '../../state/writer.ts';
import { usePanel } from '../panel/panel-context.ts';
import { Chip } from '../ui/Chip.tsx';
import { FieldRow } from '../ui/Field.tsx';
import { TextField } from '../ui/TextField.tsx';
import { filterCriteria } from './filters.ts';

export interface PeriodFilterProps {
  value: string | undefined;
  onChoose: (criteria: Omit<SearchCriteria, 'query'>) => void;
}

/** A period in words, with the days that they mean below; Enter takes it. */
export function PeriodFilter({ value, onChoose }: PeriodFilterProps) {
  const panel = usePanel();
  const [text, setText] = useState(value ?? '');
  const [isRefused, setRefused] = useState(false);
  const { company } = writerOf(panel.ports.session.state.value);
  const read = (period: string) => parsePeriod(period, { now: panel.clock.now.peek(), company });
  const days = read(text)?.days;
  return (
    <>
      <FieldRow
        label={words.filters.period}
        name="period"
        hint={days && words.period.days(formatDay(days.first), formatDay(days.last))}
        error={isRefused && days === undefined ? words.period.unknown : undefined}
      >
        {(control) => (
          <TextField
            control={control}
            value={text}
            placeholder={words.period.placeholder}
            maxLength={60}
            autofocus
            onInput={(typed) => {
              setText(typed);
              setRefused(false);
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.isComposing) return;
              event.preventDefault();
              const period = text.trim();
              if (period === '') onChoose(filterCriteria('period', undefined));
              else if (read(period) === null) setRefused(true);
              else onChoose(filterCriteria('period', period));
            }}
          />
        )}
      </FieldRow>
      <div class="chips find__periods">
        {words.period.choices.map((choice) => (
          <Chip key={choice} onClick={() => onChoose(filterCriteria('period', choice))}>
            {choice}
          </Chip>
        ))}
      </div>
    </>
  );
}
