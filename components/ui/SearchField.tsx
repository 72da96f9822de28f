import { Search, X } from 'lucide';
import { useRef } from 'preact/hooks';
import { ui } from '../../locales/pt-BR/ui.ts';
import { IconButton } from './IconButton.tsx';
import { Kbd } from './Kbd.tsx';
import { TextField } from './TextField.tsx';

export interface SearchFieldProps {
  value: string;
  onInput: (value: string) => void;
  label: string;
  placeholder?: string | undefined;
  /** Key that brings the cursor here, shown while the field is empty. */
  keys?: string | undefined;
  autofocus?: boolean | undefined;
  onKeyDown?: ((event: KeyboardEvent) => void) | undefined;
}

/** A field that filters what is below it. Escape empties it first, and only then means something to the screen. */
export function SearchField(props: SearchFieldProps) {
  const { value, onInput } = props;
  const input = useRef<HTMLInputElement>(null);
  return (
    <TextField
      ref={input}
      value={value}
      onInput={onInput}
      label={props.label}
      placeholder={props.placeholder}
      icon={Search}
      autofocus={props.autofocus}
      role="searchbox"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && value !== '') {
          event.preventDefault();
          event.stopPropagation();
          onInput('');
        } else {
          props.onKeyDown?.(event);
        }
      }}
      end={
        value !== '' ? (
          <IconButton
            icon={X}
            iconSize={14}
            size="xs"
            label={ui.clear}
            onClick={() => {
              onInput('');
              input.current?.focus();
            }}
          />
        ) : (
          props.keys !== undefined && <Kbd keys={props.keys} />
        )
      }
    />
  );
}
