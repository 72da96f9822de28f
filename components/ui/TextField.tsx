import type { IconNode } from 'lucide';
import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { FieldControl } from './Field.tsx';
import { Icon } from './Icon.tsx';

export interface TextFieldProps {
  value: string;
  onInput: (value: string) => void;
  /** From the row that holds it; without a row give `label`. */
  control?: FieldControl | undefined;
  label?: string | undefined;
  placeholder?: string | undefined;
  type?: 'text' | 'password' | 'email' | 'url' | 'search' | 'tel' | undefined;
  icon?: IconNode | undefined;
  /** Said by browsers and password managers, e.g. `username`. */
  autocomplete?: string | undefined;
  /** The cursor starts here: only for the one field that the screen is about. */
  autofocus?: boolean | undefined;
  disabled?: boolean | undefined;
  /** At the end of the field: a unit, a key, a small button. */
  end?: ComponentChildren | undefined;
  onKeyDown?: ((event: KeyboardEvent) => void) | undefined;
  onBlur?: (() => void) | undefined;
  role?: 'searchbox' | undefined;
  inputMode?: 'numeric' | 'decimal' | 'email' | 'url' | 'tel' | undefined;
  maxLength?: number | undefined;
  spellcheck?: boolean | undefined;
  ref?: RefObject<HTMLInputElement | null> | undefined;
}

/** A field of one line. */
export function TextField(props: TextFieldProps) {
  const { control, value, onInput, autofocus = false } = props;
  const own = useRef<HTMLInputElement>(null);
  const input = props.ref ?? own;
  useEffect(() => {
    if (autofocus) input.current?.focus();
  }, [autofocus, input]);
  return (
    <div class={control?.invalid ? 'field field--error' : 'field'}>
      {props.icon && <Icon icon={props.icon} size={14} />}
      <input
        role={props.role}
        inputMode={props.inputMode}
        maxLength={props.maxLength}
        spellcheck={props.spellcheck}
        ref={input}
        id={control?.id}
        // Preact types an input by its `type`; the narrowest one fits all of these.
        type={(props.type ?? 'text') as 'text'}
        value={value}
        placeholder={props.placeholder}
        autocomplete={props.autocomplete ?? 'off'}
        disabled={props.disabled}
        aria-label={control === undefined ? props.label : undefined}
        aria-describedby={control?.describedBy}
        aria-invalid={control?.invalid ? 'true' : undefined}
        aria-required={control?.required ? 'true' : undefined}
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={props.onKeyDown}
        onBlur={props.onBlur}
      />
      {props.end}
    </div>
  );
}
