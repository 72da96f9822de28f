import type { RefObject } from 'preact';
import { ui } from '../../locales/pt-BR/ui.ts';
import { MarkedText } from './OptionLine.tsx';
import { fold, rangesOf } from './option-search.ts';

export interface TagSuggestionsProps {
  id: string;
  tags: readonly string[];
  /** Place of the marked one; -1 for none. */
  active: number;
  query: string;
  onChoose: (tag: string) => void;
  ref: RefObject<HTMLDivElement | null>;
}

/** Words used before, under a tags input. */
export function TagSuggestions({ id, tags, active, query, onChoose, ref }: TagSuggestionsProps) {
  return (
    <div ref={ref} class="pop-at pop-at--fixed">
      <div class="pop">
        <div class="pop__list" id={id} role="listbox" aria-label={ui.tags.suggestions}>
          {tags.map((tag, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input\'s, which keeps the focus.
            <div
              key={tag}
              id={`${id}-${index}`}
              class={index === active ? 'opt is-active' : 'opt'}
              role="option"
              aria-selected={index === active}
              tabIndex={-1}
              // The cursor stays in the input.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => onChoose(tag)}
            >
              <span class="cut">
                <MarkedText text={tag} marks={rangesOf(tag, [fold(query.trim())].filter(Boolean))} />
              </span>
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
