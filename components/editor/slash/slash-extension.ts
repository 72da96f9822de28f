import { Extension, type Range } from '@tiptap/core';
import { PluginKey } from '@tiptap/pm/state';
import { Suggestion } from '@tiptap/suggestion';
import { findSlashItems, type SlashItem } from './slash-items.ts';

/** The menu while it is open: what fits, which line Enter takes, and where the slash stands. */
export interface SlashState {
  items: readonly SlashItem[];
  active: number;
  box: () => DOMRect | null;
  choose: (item: SlashItem) => void;
}

export interface SlashOptions {
  items: () => readonly SlashItem[];
  /** Null: the menu is closed. */
  onChange: (state: SlashState | null) => void;
}

const KEY = new PluginKey('slash');

/**
 * A slash at the start of a block or after a space opens a menu; what is typed on narrows it. The text keeps the cursor: arrows move in
 * the menu, Enter and Tab take, Escape closes and leaves what was typed. Moving the cursor beside an old slash opens nothing.
 */
export function createSlashExtension({ items, onChange }: SlashOptions): Extension {
  let state: SlashState | null = null;
  let isOpen = false;
  const tell = (next: SlashState | null) => {
    state = next;
    onChange(next);
  };
  return Extension.create({
    name: 'slash',
    addProseMirrorPlugins() {
      return [
        Suggestion<SlashItem, SlashItem>({
          editor: this.editor,
          pluginKey: KEY,
          char: '/',
          decorationClass: 'ed__slash',
          allow: ({ state, range }) => state.doc.resolve(range.from).parent.type.spec.code !== true,
          // What undo brings back was closed before.
          shouldShow: ({ transaction }) =>
            transaction.docChanged ? transaction.getMeta('history$') === undefined : isOpen,
          items: ({ query }) => findSlashItems(items(), query),
          command: ({ editor, range, props }) => props.run(editor, range as Range),
          render: () => ({
            onStart(props) {
              isOpen = true;
              tell(toState(props, 0));
            },
            onUpdate: (props) => tell(toState(props, 0)),
            onExit() {
              isOpen = false;
              tell(null);
            },
            onKeyDown({ event }) {
              const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
              if (state === null) return false;
              const { items, active } = state;
              if (step !== undefined) {
                tell({ ...state, active: (active + step + items.length) % items.length });
                return true;
              }
              const item = items[active];
              if ((event.key !== 'Enter' && event.key !== 'Tab') || item === undefined) return false;
              state.choose(item);
              return true;
            },
          }),
        }),
      ];
    },
  });
}

interface Suggested {
  items: SlashItem[];
  command: (item: SlashItem) => void;
  clientRect?: (() => DOMRect | null) | null;
}

/** Nothing fits: no menu, and the keys are the text's. */
function toState({ items, command, clientRect }: Suggested, active: number): SlashState | null {
  if (items.length === 0) return null;
  return { items, active, choose: command, box: () => clientRect?.() ?? null };
}
