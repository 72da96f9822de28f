import { getPlacement } from '@zag-js/popper';
import { X } from 'lucide';
import type { TargetedKeyboardEvent } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { ui } from '../../locales/pt-BR/ui.ts';
import type { FieldControl } from './Field.tsx';
import { Icon } from './Icon.tsx';
import { fold } from './option-search.ts';
import { TagSuggestions } from './TagSuggestions.tsx';
import { useTags } from './use-tags.ts';

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

/**
 * Words as tags: Enter, comma or leaving adds, Backspace removes, what was used before is offered. The left arrow
 * goes to the tags, where Delete removes. The field's own text is never written back while it has the cursor, so no
 * letter is lost however fast they come.
 */
export function TagsInput(props: TagsInputProps) {
  const { control, max = 20, maxLength = 40 } = props;
  const id = useId();
  const listId = `${id}-list`;
  const field = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const tags = useTags({ value: props.value, onChange: props.onChange, max, maxLength });

  const offered = (props.suggestions ?? [])
    .filter((tag) => tags.isNew(tag) && fold(tag).includes(fold(query.trim())))
    .slice(0, OFFERED);
  const shows = isOpen && offered.length > 0 && props.value.length < max;

  useEffect(() => {
    if (!shows) return;
    return getPlacement(
      () => field.current,
      () => list.current,
      { strategy: 'fixed', placement: 'bottom-start', sameWidth: true, gutter: 4, overflowPadding: 8 },
    );
  }, [shows]);

  const write = (text: string) => {
    if (input.current !== null) input.current.value = text;
    setQuery(text);
    setOpen(text.trim() !== '');
    setActive(-1);
  };
  const add = (...words: string[]) => {
    tags.add(words);
    write('');
  };
  const move = (step: 1 | -1) => {
    setOpen(true);
    const from = active < 0 && step < 0 ? 0 : active;
    setActive((from + step + offered.length) % Math.max(1, offered.length));
  };

  const onKeyDown = (event: TargetedKeyboardEvent<HTMLInputElement>) => {
    if (event.isComposing) return;
    const written = event.currentTarget.value;
    const chosen = shows ? offered[active] : undefined;
    if (event.key === 'Enter') {
      // With Ctrl it is the screen's key, and what stands here goes along.
      const isScreens = event.ctrlKey || event.metaKey;
      if (!isScreens && (chosen !== undefined || written.trim() !== '')) event.preventDefault();
      if (chosen !== undefined && !isScreens) add(chosen);
      else if (written.trim() !== '') add(written);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Escape' && shows) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    } else if (event.key === 'Backspace' && written === '') {
      tags.removeLast();
    } else if (event.key === 'ArrowLeft' && event.currentTarget.selectionEnd === 0) {
      lastButton(field.current)?.focus();
    }
  };

  return (
    <div class="tags">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it hears its tags' keys, and a click beside them goes to the text. */}
      <div
        ref={field}
        class={control?.invalid ? 'field field--tokens field--error' : 'field field--tokens'}
        onKeyDown={(event) => {
          if (event.target instanceof HTMLButtonElement) onTagKeyDown(event, input.current);
        }}
        onPointerDown={(event) => {
          if (event.target !== event.currentTarget) return;
          event.preventDefault();
          input.current?.focus();
        }}
      >
        {props.value.map((tag) => (
          <span key={tag} class="tag tag--24">
            <span class="cut" title={tag}>
              {tag}
            </span>
            <button
              type="button"
              tabIndex={-1}
              aria-label={ui.tags.remove(tag)}
              onClick={() => {
                tags.remove(tag);
                input.current?.focus();
              }}
            >
              <Icon icon={X} size={12} />
            </button>
          </span>
        ))}
        <input
          ref={input}
          id={control?.id}
          type="text"
          role="combobox"
          autocomplete="off"
          aria-autocomplete="list"
          aria-expanded={shows}
          aria-controls={shows ? listId : undefined}
          aria-activedescendant={shows && active >= 0 ? `${listId}-${active}` : undefined}
          aria-label={control === undefined ? props.label : undefined}
          aria-describedby={control?.describedBy}
          aria-invalid={control?.invalid ? 'true' : undefined}
          aria-required={control?.required ? 'true' : undefined}
          placeholder={props.placeholder ?? ui.tags.add}
          onInput={(event) => {
            const parts = event.currentTarget.value.split(',');
            const rest = parts.pop() ?? '';
            if (parts.length > 0) tags.add(parts);
            write(parts.length > 0 ? rest.trimStart() : rest);
          }}
          onPaste={(event) => {
            const words = event.clipboardData?.getData('text/plain').split(/[,;\n]/) ?? [];
            if (words.length < 2) return;
            event.preventDefault();
            add(...words);
          }}
          onKeyDown={onKeyDown}
          onBlur={(event) => {
            // A word left unfinished counts: nothing that was typed is lost.
            if (event.currentTarget.value.trim() !== '') add(event.currentTarget.value);
            setOpen(false);
          }}
        />
      </div>
      <span class="sr" role="status">
        {tags.said}
      </span>
      {shows && (
        <TagSuggestions ref={list} id={listId} tags={offered} active={active} query={query} onChoose={add} />
      )}
    </div>
  );
}

/** Keys on a tag's button: arrows go along the tags and back to the text, Delete and Backspace take it away. */
function onTagKeyDown(event: KeyboardEvent, input: HTMLInputElement | null): void {
  const buttons = [...(input?.parentElement?.querySelectorAll('button') ?? [])];
  const at = buttons.indexOf(event.target as HTMLButtonElement);
  if (event.key === 'ArrowLeft') buttons[Math.max(0, at - 1)]?.focus();
  else if (event.key === 'ArrowRight') (buttons[at + 1] ?? input)?.focus();
  else if (event.key === 'Delete' || event.key === 'Backspace') buttons[at]?.click();
  else return;
  event.preventDefault();
}

function lastButton(field: HTMLElement | null): HTMLButtonElement | null {
  return [...(field?.querySelectorAll('button') ?? [])].at(-1) ?? null;
}
