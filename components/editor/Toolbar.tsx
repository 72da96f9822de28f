import type { Editor } from '@tiptap/core';
import { Ellipsis } from 'lucide';
import { Fragment } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { editor as words } from '../../locales/pt-BR/editor.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu } from '../ui/Menu.tsx';
import { moveFocus } from '../ui/roving.ts';
import { activeFormats, moreFormats } from './more-formats.ts';
import { createToolbarItems, type ToolbarActs, type ToolbarItem } from './toolbar-items.ts';

export interface ToolbarProps {
  editor: Editor | null;
  acts: ToolbarActs;
  disabled?: boolean | undefined;
}

const MORE = 'more';

/** The formats: one stop of the Tab key, arrows inside, each button down while its format is on. */
export function Toolbar({ editor, acts, disabled }: ToolbarProps) {
  const groups = useMemo(() => createToolbarItems(acts), [acts]);
  const hasCapture = acts.capture !== undefined;
  const active = useActiveItems(editor, groups);
  const [stop, setStop] = useState('bold');
  return (
    <div
      class="ed__bar"
      role="toolbar"
      aria-label={words.toolbar}
      aria-disabled={disabled ? 'true' : undefined}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented && editor !== null) {
          event.preventDefault();
          editor.commands.focus();
          return;
        }
        const part = moveFocus(event, event.currentTarget, '[data-tool]');
        if (part?.dataset.tool !== undefined) setStop(part.dataset.tool);
      }}
    >
      {groups.map((group, index) => (
        <Fragment key={group[0]?.id}>
          {index > 0 && <span class="ed__sep" />}
          {group.map((item) => (
            <IconButton
              key={item.id}
              icon={item.icon}
              label={item.label}
              keys={item.keys}
              class={item.wide === 'last' && hasCapture ? 'wide wide--last' : item.wide && 'wide'}
              pressed={item.isActive === undefined ? undefined : active.has(item.id)}
              onClick={() => {
                if (editor !== null && !disabled) item.run(editor);
              }}
              attributes={toolAttributes(item.id, stop)}
            />
          ))}
        </Fragment>
      ))}
      <span class="grow" />
      <Menu
        label={words.more}
        items={editor === null || disabled ? [] : moreFormats(editor, active)}
        trigger={(attributes) => (
          <IconButton
            icon={Ellipsis}
            label={words.more}
            attributes={{ ...attributes, ...toolAttributes(MORE, stop) }}
          />
        )}
      />
    </div>
  );
}

function toolAttributes(id: string, stop: string) {
  return {
    'data-tool': id,
    tabIndex: id === stop ? 0 : -1,
    // The text keeps its cursor and selection while the pointer presses a button.
    onMouseDown: (event: MouseEvent) => event.preventDefault(),
  };
}

/** The items whose format is on where the cursor is; new only when that has changed. */
function useActiveItems(
  editor: Editor | null,
  groups: readonly (readonly ToolbarItem[])[],
): ReadonlySet<string> {
  const [active, setActive] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    if (editor === null) return;
    const update = () => {
      const tools = groups.flat().filter((item) => item.isActive?.(editor));
      const now = new Set([...tools.map((item) => item.id), ...activeFormats(editor)]);
      setActive((before) => {
        const isSame = before.size === now.size && [...now].every((id) => before.has(id));
        return isSame ? before : now;
      });
    };
    update();
    editor.on('transaction', update);
    return () => {
      editor.off('transaction', update);
    };
  }, [editor, groups]);
  return active;
}
