import type { IconNode } from 'lucide';
import { Calendar } from 'lucide';
import { useRef } from 'preact/hooks';
import { ui } from '../../locales/pt-BR/ui.ts';
import { Chip } from './Chip.tsx';
import { DatePicker } from './DatePicker.tsx';
import { Popover } from './Popover.tsx';

/** A date that words may mean. */
export interface DateSuggestion {
  /** ISO 8601 in UTC. */
  at: string;
  /** As the list shows it: "ter 21/07, 15:00". */
  label: string;
  /** More: "3 dias úteis", "padrão do tipo". */
  hint?: string | undefined;
}

export interface DateChipProps {
  /** ISO 8601 in UTC; null for none. */
  value: string | null;
  onChange: (at: string | null) => void;
  /** Names the date: "Data do próximo contato". */
  label: string;
  /** How the chip shows a date. */
  format: (at: string) => string;
  /** What the words mean, best first; with '' the usual choices. */
  parse: (text: string) => readonly DateSuggestion[];
  /** A date as `<input type="datetime-local">` wants it (`2026-07-21T15:00`), in the company's time zone. */
  toLocal: (at: string) => string;
  /** The way back; null when it is no date. */
  fromLocal: (local: string) => string | null;
  /** The first and the last date that may be picked, ISO 8601 in UTC. */
  bounds?: { from: string; to: string } | undefined;
  /** What the chip says without a date. */
  emptyText?: string | undefined;
  icon?: IconNode | undefined;
  /** Offers to take the date away. */
  clearable?: boolean | undefined;
  /** What describes the chip, such as its error. */
  describedBy?: string | undefined;
}

/** Shows a date and, pressed, picks another: words first, calendar second. */
export function DateChip(props: DateChipProps) {
  const { value, label } = props;
  const input = useRef<HTMLInputElement>(null);
  const text = value === null ? (props.emptyText ?? ui.date.none) : props.format(value);
  return (
    <Popover
      label={label}
      class="pop--date"
      initialFocus={() => input.current}
      trigger={(attributes, open) => (
        <Chip
          icon={props.icon ?? Calendar}
          active={open}
          add={value === null}
          label={`${label}: ${text}`}
          attributes={{
            ...attributes,
            ...(props.describedBy ? { 'aria-describedby': props.describedBy } : {}),
          }}
        >
          {text}
        </Chip>
      )}
    >
      {(close) => (
        <DatePicker
          {...props}
          input={input}
          onPick={(at) => {
            props.onChange(at);
            close();
          }}
        />
      )}
    </Popover>
  );
}
