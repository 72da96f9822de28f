import * as combobox from '@zag-js/combobox';
import { normalizeProps, useMachine } from '@zag-js/preact';
import { ChevronDown, Search } from 'lucide';
import type { TargetedInputEvent } from 'preact';
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { ui } from '../../locales/pt-BR/ui.ts';
import { ComboboxList } from './ComboboxList.tsx';
import type { FieldControl } from './Field.tsx';
import { Icon } from './Icon.tsx';
import { Avatar } from './Monogram.tsx';
import { type ComboboxOption, createOptionIndex, type OptionRow, type OptionRows } from './option-search.ts';

export type { ComboboxOption } from './option-search.ts';

export interface ComboboxProps {
  /** All that may be chosen, in tree order; with `onQuery`, what was found for the query. */
  options: readonly ComboboxOption[];
  value: string | null;
  /** The choice; null when it was emptied. Never a heading or a blocked option. */
  onChange: (value: string | null) => void;
  /** From the row that holds it; without a row give `label`. */
  control?: FieldControl | undefined;
  label?: string | undefined;
  placeholder?: string | undefined;
  /** Values chosen lately, newest first: shown before all others. */
  recent?: readonly string[] | undefined;
  /** Emptying the text empties the choice. */
  clearable?: boolean | undefined;
  /** The options come from elsewhere: called with each new query, and nothing is filtered here. */
  onQuery?: ((query: string) => void) | undefined;
  /** The chosen option, when `options` may not hold it. */
  selected?: ComboboxOption | null | undefined;
  /** What to say when nothing is found, instead of the usual words. */
  emptyText?: string | undefined;
  /** How to search, at the foot of the list, e.g. "nome ou número". */
  hint?: string | undefined;
  /** As wide as its words, for a short one beside another. */
  fixed?: boolean | undefined;
  autofocus?: boolean | undefined;
  disabled?: boolean | undefined;
}

/** Lines drawn at most: more than fits the eye, few enough for one frame. */
const DRAWN = 100;

/** Chooses one of many by typing. Opens on typing, click and arrows; Enter takes the marked or the first match. */
export function Combobox(props: ComboboxProps) {
  const { options, value, control, onQuery } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  /** What was typed since it opened; null while it shows the choice. */
  const [query, setQuery] = useState<string | null>(null);
  const index = useMemo(() => createOptionIndex(options), [options]);
  const find = (typed: string) => index.find(onQuery === undefined ? typed : '', props.recent ?? [], DRAWN);
  const rows = useMemo(() => find(query ?? ''), [index, query, props.recent]);
  const choosable = useMemo(() => choosableOf(rows), [rows]);
  const collection = useMemo(
    () =>
      combobox.collection({
        items: choosable,
        itemToValue: (row) => row.key,
        itemToString: (row) => row.option.label,
      }),
    [choosable],
  );
  const selected =
    value === null
      ? null
      : props.selected?.value === value
        ? props.selected
        : (options.find((option) => option.value === value) ?? null);
  const text = selected === null ? '' : [selected.code, selected.label].filter(Boolean).join(' ');

  const choose = (row: OptionRow) => {
    if (row.option.blockedReason !== undefined) return false;
    props.onChange(row.option.value);
    return true;
  };

  const service = useMachine(combobox.machine, {
    id,
    ids: control === undefined ? {} : { input: control.id, label: control.labelId },
    collection,
    // The choice is kept here: the list holds only the lines that are drawn, often without the chosen one.
    value: [],
    // The machine does not hold the text: it would write it back late, over letters typed since.
    inputValue: '',
    selectionBehavior: 'preserve',
    inputBehavior: 'autohighlight',
    openOnClick: true,
    loopFocus: true,
    disabled: props.disabled,
    invalid: control?.invalid,
    placeholder: props.placeholder,
    positioning: {
      strategy: 'fixed',
      placement: 'bottom-end',
      sameWidth: false,
      gutter: 4,
      overflowPadding: 8,
    },
    onSelect: ({ itemValue }) => {
      const row = choosable.find((candidate) => candidate.key === itemValue);
      if (row !== undefined) choose(row);
    },
    onOpenChange: ({ open, reason }) => {
      if (!open) {
        setQuery(null);
        return;
      }
      if (reason !== 'input-change') onQuery?.('');
    },
  });
  const api = combobox.connect(service, normalizeProps);
  const { autofocus = false } = props;
  useEffect(() => {
    if (autofocus) input.current?.focus();
  }, [autofocus]);
  useEffect(() => {
    if (!api.open) return;
    // The choice is selected, so that typing replaces it; after the machine has put the cursor at its end.
    const frame = requestAnimationFrame(() => {
      if (input.current?.value === text) input.current.select();
    });
    return () => cancelAnimationFrame(frame);
  }, [api.open, text]);
  // The field's text is written only here, never while it is typed in: no letter is lost, however fast they come.
  useLayoutEffect(() => {
    if (!api.open && input.current !== null) input.current.value = text;
  }, [api.open, text]);

  const {
    type: _type,
    role: _role,
    required: _required,
    defaultValue: _defaultValue,
    ...inputProps
  } = api.getInputProps();
  const onInput = (event: TargetedInputEvent<HTMLInputElement>) => {
    const typed = event.currentTarget.value;
    setQuery(typed);
    onQuery?.(typed);
    if (typed === '' && props.clearable) props.onChange(null);
    inputProps.onInput?.(event);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      // Closed, the key belongs to the screen; open, it must not reach it.
      if (!api.open) return;
      event.stopPropagation();
    }
    // Fast fingers press Enter before the list has followed the last letter: the field itself says what was typed.
    const typed = input.current?.value ?? '';
    const isTyped = typed !== text;
    if (event.key === 'Enter' && (api.open || isTyped) && !event.ctrlKey && !event.isComposing) {
      event.preventDefault();
      event.stopPropagation();
      const candidates = isTyped && typed !== query ? choosableOf(find(typed)) : choosable;
      const marked = candidates.find((row) => row.key === api.highlightedValue);
      const row = marked ?? (isTyped ? candidates[0] : undefined);
      if (row !== undefined && choose(row)) service.send({ type: 'CLOSE', src: 'item-select' });
      return;
    }
    inputProps.onKeyDown?.(event as never);
  };

  const showsChoice = selected !== null && !api.focused && !api.open;
  const fieldClasses = [
    'field',
    'combo',
    control?.invalid ? 'field--error' : '',
    props.fixed ? 'field--fix' : '',
  ];
  return (
    <div {...api.getRootProps()} class={props.fixed ? 'combo__root combo__root--fix' : 'combo__root'}>
      <div {...api.getControlProps()} class={fieldClasses.filter(Boolean).join(' ')}>
        {api.open && <Icon icon={Search} size={14} />}
        {!api.open && selected?.icon && <Icon icon={selected.icon} size={14} />}
        {!api.open && selected?.person !== undefined && <Avatar name={selected.person} />}
        <span class="combo__box">
          <input
            {...inputProps}
            type="text"
            role="combobox"
            aria-expanded={api.open}
            aria-controls={api.open ? inputProps['aria-controls'] : undefined}
            class={showsChoice ? 'is-covered' : ''}
            aria-label={control === undefined ? props.label : undefined}
            aria-describedby={control?.describedBy}
            aria-invalid={control?.invalid ? 'true' : undefined}
            aria-required={control?.required ? 'true' : undefined}
            onInput={onInput}
            onKeyDown={onKeyDown}
            ref={input}
          />
          {selected !== null && (
            <span
              class={showsChoice ? 'combo__shown' : 'combo__shown is-hidden'}
              aria-hidden="true"
              title={text}
            >
              {selected.code !== undefined && <span class="code">{selected.code}</span>}
              <span class="cut">{selected.label}</span>
            </span>
          )}
        </span>
        <button {...api.getTriggerProps()} class="combo__chev" aria-label={ui.combobox.open} tabIndex={-1}>
          <Icon icon={ChevronDown} size={14} />
        </button>
      </div>
      {api.open && (
        <ComboboxList
          api={api}
          rows={rows}
          grouped={rows.recent.length > 0}
          label={props.label}
          emptyText={props.emptyText ?? (query ? ui.combobox.nothing(query) : ui.combobox.nothingYet)}
          hint={props.hint}
        />
      )}
    </div>
  );
}

function choosableOf(rows: OptionRows): OptionRow[] {
  return [...rows.recent, ...rows.all].filter((row) => row.option.group !== true);
}
