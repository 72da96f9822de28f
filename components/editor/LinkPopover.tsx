import type { Editor } from '@tiptap/core';
import { getPlacement } from '@zag-js/popper';
import { Link } from 'lucide';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { editor as words } from '../../locales/pt-BR/editor.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { toLinkAddress } from './link-address.ts';

export interface LinkPopoverProps {
  editor: Editor;
  onClose: () => void;
}

/** Writes the address of the link where the cursor is. Enter applies, Escape goes back to the text. */
export function LinkPopover({ editor, onClose }: LinkPopoverProps) {
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const current: unknown = editor.getAttributes('link').href;
  const [typed, setTyped] = useState(typeof current === 'string' ? current : '');
  const [isWrong, setWrong] = useState(false);

  useEffect(() => {
    input.current?.focus({ preventScroll: true });
    input.current?.select();
    return getPlacement(
      () => selectionBox(editor),
      () => place.current,
      {
        strategy: 'fixed',
        placement: 'bottom-start',
        gutter: 6,
        overflowPadding: 16,
      },
    );
  }, [editor]);

  const close = () => {
    editor.commands.focus();
    onClose();
  };
  const apply = () => {
    const href = toLinkAddress(typed);
    if (href === null) {
      setWrong(true);
      return;
    }
    if (editor.state.selection.empty && !editor.isActive('link')) {
      const link = { type: 'text', text: typed.trim(), marks: [{ type: 'link', attrs: { href } }] };
      editor.chain().focus().insertContent(link).run();
    } else {
      editor.chain().focus().extendMarkRange('link').setLink({ href }).run();
    }
    onClose();
  };

  return (
    <div ref={place} class="pop-at pop-at--fixed pop-at--own">
      <form
        class="pop linkpop"
        aria-label={words.link}
        onSubmit={(event) => {
          event.preventDefault();
          apply();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          close();
        }}
        onFocusOut={(event) => {
          const next = event.relatedTarget;
          if (next instanceof Node && !event.currentTarget.contains(next)) onClose();
        }}
      >
        <div class={isWrong ? 'field field--error' : 'field'}>
          <Icon icon={Link} size={14} />
          <input
            ref={input}
            type="text"
            inputMode="url"
            autocomplete="off"
            spellcheck={false}
            value={typed}
            placeholder={words.linkPlaceholder}
            aria-label={words.linkAddress}
            aria-invalid={isWrong ? 'true' : undefined}
            aria-describedby={isWrong ? id : undefined}
            onInput={(event) => {
              setTyped(event.currentTarget.value);
              setWrong(false);
            }}
          />
        </div>
        {isWrong && (
          <p class="err" id={id} role="alert">
            {words.linkWrong}
          </p>
        )}
        <div class="row">
          <Button kind="primary" size="xs" type="submit">
            {words.linkApply}
          </Button>
          {editor.isActive('link') && (
            <Button
              size="xs"
              kind="quiet"
              onClick={() => {
                editor.chain().focus().extendMarkRange('link').unsetLink().run();
                onClose();
              }}
            >
              {words.linkRemove}
            </Button>
          )}
        </div>
      </form>
    </div>
  );
}

function selectionBox(editor: Editor) {
  const { from, to } = editor.state.selection;
  const start = editor.view.coordsAtPos(from);
  const end = editor.view.coordsAtPos(to);
  const rect = new DOMRect(
    start.left,
    start.top,
    Math.max(1, end.right - start.left),
    end.bottom - start.top,
  );
  return { getBoundingClientRect: () => rect, contextElement: editor.view.dom };
}
