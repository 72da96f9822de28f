import { Calendar, CornerDownLeft } from 'lucide';
import type { RefObject } from 'preact';
import { useId, useState } from 'preact/hooks';
import { ui } from '../../locales/pt-BR/ui.ts';
import { Button } from './Button.tsx';
import type { DateChipProps } from './DateChip.tsx';
import { Icon } from './Icon.tsx';

export interface DatePickerProps
  extends Pick<
    DateChipProps,
    'value' | 'label' | 'parse' | 'format' | 'toLocal' | 'fromLocal' | 'bounds' | 'clearable'
  > {
  input: RefObject<HTMLInputElement | null>;
  onPick: (at: string | null) => void;
}

/** The inside of a date chip: a field for words with what they mean below, then the browser's own calendar. */
export function DatePicker(props: DatePickerProps) {
  const id = useId();
  const [words, setWords] = useState('');
  const [active, setActive] = useState(0);
  const [isOutside, setOutside] = useState(false);
  const { bounds } = props;
  const found = props.parse(words);
  const local = props.value === null ? '' : props.toLocal(props.value);
  const marked = Math.min(active, found.length - 1);

  // The browser marks a date outside its bounds but hands it over all the same.
  const pickLocal = ({ value }: HTMLInputElement) => {
    const at = props.fromLocal(value);
    if (at === null) return;
    const isAllowed = bounds === undefined || (at >= bounds.from && at <= bounds.to);
    setOutside(!isAllowed);
    if (isAllowed) props.onPick(at);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (found.length > 0) setActive((marked + step + found.length) % found.length);
    } else if (event.key === 'Enter' && !event.ctrlKey) {
      event.preventDefault();
      event.stopPropagation();
      const chosen = found[marked];
      if (chosen !== undefined) props.onPick(chosen.at);
    }
  };

  return (
    <>
      <div class="date__words">
        <div class="field">
          <Icon icon={Calendar} size={14} />
          <input
            ref={props.input}
            type="text"
            role="combobox"
            autocomplete="off"
            aria-label={props.label}
            aria-expanded={found.length > 0}
            aria-controls={`${id}-list`}
            aria-activedescendant={marked >= 0 ? `${id}-${marked}` : undefined}
            aria-autocomplete="list"
            placeholder={ui.date.placeholder}
            value={words}
            onInput={(event) => {
              setWords(event.currentTarget.value);
              setActive(0);
            }}
            onKeyDown={onKeyDown}
          />
        </div>
      </div>
      <div class="pop__list date__list" id={`${id}-list`} role="listbox" aria-label={ui.date.suggestions}>
        {found.map((suggestion, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input\'s, which keeps the focus.
          <div
            key={suggestion.at}
            id={`${id}-${index}`}
            class={index === marked ? 'opt is-active' : 'opt'}
            role="option"
            aria-selected={index === marked}
            tabIndex={-1}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => props.onPick(suggestion.at)}
          >
            <span class="cut">{suggestion.label}</span>
            {suggestion.hint !== undefined && <span class="opt__meta">{suggestion.hint}</span>}
            {index === marked && <Icon icon={CornerDownLeft} size={14} />}
          </div>
        ))}
      </div>
      {found.length === 0 && (
        <p class="pop__note" role="status">
          {ui.date.notUnderstood}
        </p>
      )}
      <div class="pop__foot date__foot">
        <span>{ui.date.examples}</span>
        <span class="grow" />
        {props.clearable && props.value !== null && (
          <Button kind="quiet" size="xs" onClick={() => props.onPick(null)}>
            {ui.date.none}
          </Button>
        )}
      </div>
      <div class="date__native">
        <label class="lbl" for={`${id}-native`}>
          {ui.date.calendar}
        </label>
        <div class="field">
          <input
            id={`${id}-native`}
            type="datetime-local"
            value={local}
            min={bounds && props.toLocal(bounds.from)}
            max={bounds && props.toLocal(bounds.to)}
            aria-invalid={isOutside || undefined}
            aria-describedby={isOutside ? `${id}-outside` : undefined}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              pickLocal(event.currentTarget);
            }}
            onBlur={(event) => {
              // Typing passes through other dates: the one it is left with counts.
              if (event.currentTarget.value !== local) pickLocal(event.currentTarget);
            }}
          />
        </div>
      </div>
      {isOutside && bounds !== undefined && (
        <p class="pop__note" id={`${id}-outside`} role="alert">
          {ui.date.outside(props.format(bounds.from), props.format(bounds.to))}
        </p>
      )}
    </>
  );
}
