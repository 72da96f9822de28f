import { getPlacement } from '@zag-js/popper';
import { normalizeProps, useMachine } from '@zag-js/preact';
import * as tagsInput from '@zag-js/tags-input';
import { X } from 'lucide';
import type { TargetedKeyboardEvent } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { ui } from '../../locales/pt-BR/ui.ts';
import type { FieldControl } from './Field.tsx';
import { Icon } from './Icon.tsx';
import { fold } from './option-search.ts';
import { TagSuggestions } from './TagSuggestions.tsx';

export interface TagsInputProps {
  value: readonly string[];
  onChange: (value: string[]) => void;
  /** Words used before, best first: offered while typing. */
  suggestions?: readonly string[] | undefined;
  control?: FieldControl | undefined;
  label?: string | undefined;
  placeholder?: string | undefined;
  /** Tags at most. */
  max?: number | undefined;
  /** Characters of one tag at most. */
  maxLength?: number | undefined;
}

const OFFERED = 6;

const translations = {
  clearTriggerLabel: ui.clear,
  deleteTagTriggerLabel: ui.tags.remove,
  tagAdded: ui.tags.added,
  tagsPasted: (tags: string[]) => ui.tags.pasted(tags.length),
  tagDeleted: ui.tags.removed,
  tagSelected: ui.tags.selected,
  noTagsSelected: ui.tags.none,
  inputLabel: ui.tags.count,
};

/** Words as tags: Enter, comma or leaving adds, Backspace removes, what was used before is offered. */
export function TagsInput(props: TagsInputProps) {
  const { value, onChange, control, max = 20, maxLength = 40 } = props;
  const id = useId();
  const listId = `${id}-list`;
  const field = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(-1);
  const [isOpen, setOpen] = useState(false);

  const service = useMachine(tagsInput.machine, {
    id,
    ids: control === undefined ? {} : { input: control.id, label: control.labelId },
    value: [...value],
    max,
    maxLength,
    delimiter: ',',
    addOnPaste: true,
    editable: false,
    invalid: control?.invalid,
    translations,
    validate: ({ inputValue, value: tags }) => isNew(inputValue, tags),
    onValueChange: (details) => onChange(details.value.map((tag) => tag.trim()).filter(Boolean)),
    onInputValueChange: ({ inputValue }) => {
      setOpen(inputValue.trim() !== '');
      setActive(-1);
    },
  });
  const api = tagsInput.connect(service, normalizeProps);

  const query = fold(api.inputValue.trim());
  const offered = (props.suggestions ?? [])
    .filter((tag) => isNew(tag, value) && fold(tag).includes(query))
    .slice(0, OFFERED);
  const shows = isOpen && offered.length > 0 && value.length < max;

  useEffect(() => {
    if (!shows) return;
    return getPlacement(
      () => field.current,
      () => list.current,
      { strategy: 'fixed', placement: 'bottom-start', sameWidth: true, gutter: 4, overflowPadding: 8 },
    );
  }, [shows]);

  const add = (tag: string) => {
    onChange([...value, tag]);
    api.clearInputValue();
    setOpen(false);
    setActive(-1);
  };

  const { onKeyDown: machineKeyDown, onInput, type: _type, role: _role, ...inputProps } = api.getInputProps();
  const addWritten = (written: string) => {
    const tag = written.trim().slice(0, maxLength);
    if (value.length < max && isNew(tag, value)) add(tag);
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLInputElement>) => {
    const written = event.currentTarget.value;
    const chosen = shows ? offered[active] : undefined;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      // The screen's own key: what stands here goes with it.
      addWritten(written);
      return;
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive(
        (active + step + offered.length + (active < 0 && step < 0 ? 1 : 0)) % Math.max(1, offered.length),
      );
    } else if (event.key === 'Enter' && chosen !== undefined) {
      event.preventDefault();
      add(chosen);
    } else if (event.key === 'Escape') {
      if (!shows) return;
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    } else if (event.key === 'Enter' && written.trim() === '') {
      return;
    } else if (event.key === 'Backspace' && written === '' && value.length > 0) {
      const last = value.length - 1;
      api.clearValue(api.getItemState({ index: last, value: value[last] ?? '' }).id);
    } else {
      machineKeyDown?.(event as never);
    }
  };

  return (
    <div {...api.getRootProps()} class="tags">
      <div
        {...api.getControlProps()}
        ref={field}
        class={control?.invalid ? 'field field--tokens field--error' : 'field field--tokens'}
      >
        {value.map((tag, index) => (
          <span key={tag} {...api.getItemProps({ index, value: tag })}>
            <span {...api.getItemPreviewProps({ index, value: tag })} class="tag tag--24">
              <span class="cut">{tag}</span>
              <button {...api.getItemDeleteTriggerProps({ index, value: tag })}>
                <Icon icon={X} size={12} />
              </button>
            </span>
          </span>
        ))}
        <input
          {...inputProps}
          onInput={onInput}
          type="text"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={shows}
          aria-controls={shows ? listId : undefined}
          aria-activedescendant={shows && active >= 0 ? `${listId}-${active}` : undefined}
          aria-label={control === undefined ? props.label : undefined}
          aria-describedby={control?.describedBy}
          aria-required={control?.required ? 'true' : undefined}
          placeholder={props.placeholder ?? ui.tags.add}
          onKeyDown={onKeyDown}
          onBlur={(event) => {
            // A word left unfinished counts: nothing that was typed is lost.
            addWritten(event.currentTarget.value);
            setOpen(false);
          }}
        />
      </div>
      {shows && (
        <TagSuggestions
          ref={list}
          id={listId}
          tags={offered}
          active={active}
          query={api.inputValue}
          onChoose={add}
        />
      )}
    </div>
  );
}

function isNew(tag: string, tags: readonly string[]): boolean {
  const folded = fold(tag.trim());
  return folded !== '' && !tags.some((other) => fold(other) === folded);
}
