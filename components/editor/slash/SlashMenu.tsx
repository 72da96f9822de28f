import { getPlacement } from '@zag-js/popper';
import { useEffect, useId, useRef } from 'preact/hooks';
import { editor as words } from '../../../locales/pt-BR/editor.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { SlashState } from './slash-extension.ts';

export interface SlashMenuProps {
  state: SlashState;
  /** The text, which keeps the focus and says which line is marked. */
  text: HTMLElement;
}

/** What a slash offers, below it. */
export function SlashMenu({ state, text }: SlashMenuProps) {
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  const box = useRef(state.box);
  box.current = state.box;
  const { items, active } = state;
  const optionId = (itemId: string | undefined) => `${id}-${itemId}`;
  const activeId = optionId(items[active]?.id);

  useEffect(
    () =>
      getPlacement(
        () => ({
          getBoundingClientRect: () => box.current() ?? new DOMRect(),
          contextElement: text,
        }),
        () => place.current,
        { strategy: 'fixed', placement: 'bottom-start', gutter: 6, overflowPadding: 8, fitViewport: true },
      ),
    [text],
  );
  useEffect(() => {
    text.setAttribute('aria-controls', id);
    text.setAttribute('aria-autocomplete', 'list');
    text.setAttribute('aria-activedescendant', activeId);
    document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [text, id, activeId]);
  useEffect(
    () => () => {
      for (const name of ['aria-controls', 'aria-autocomplete', 'aria-activedescendant'])
        text.removeAttribute(name);
    },
    [text],
  );

  return (
    <div ref={place} class="pop-at pop-at--fixed pop-at--own">
      <div class="pop pop--menu slash" role="listbox" id={id} aria-label={words.insert}>
        {items.map((item, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the text has the focus, and its keys choose.
          <div
            key={item.id}
            id={optionId(item.id)}
            class={index === active ? 'opt is-active' : 'opt'}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            // The text keeps its cursor.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => state.choose(item)}
          >
            <Icon icon={item.icon} size={14} />
            <span class="grow">{item.label}</span>
            {item.written !== undefined && (
              <span class="opt__meta" aria-hidden="true">
                {item.written}
              </span>
            )}
          </div>
        ))}
      </div>
    </div>
  );
}
