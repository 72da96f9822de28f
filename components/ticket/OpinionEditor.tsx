import { TriangleAlert } from 'lucide';
import type { RefObject } from 'preact';
import { useId } from 'preact/hooks';
import { isRichTextEmpty } from '../../domain/rich-text/plain-text.ts';
import type { OpenWriting } from '../../state/open-writing.ts';
import type { Writing } from '../../state/writing.ts';
import { type EditorHandle, LazyRichTextEditor } from '../editor/LazyRichTextEditor.tsx';
import { usePanel } from '../panel/panel-context.ts';
import { Icon } from '../ui/Icon.tsx';

export interface OpinionEditorProps {
  open: OpenWriting;
  label: string;
  placeholder: string;
  /** The cursor starts here, where it was left. */
  autofocus: boolean;
  /** Height of an empty text, in pixels. */
  minHeight: number;
  /** Bytes of the images, at the start and whenever they change. */
  onImages: (bytes: number) => void;
  /** Takes what puts predefined texts in. */
  handle?: RefObject<EditorHandle | null> | undefined;
  /** Offers them in the menu of the slash. */
  onTemplate?: (() => void) | undefined;
}

/** The text of an opinion: what is typed goes to the draft, and a refusal of it is said below. */
export function OpinionEditor({ open, autofocus, onImages, ...editor }: OpinionEditorProps) {
  const errorId = useId();
  const { writing } = open;
  const panel = usePanel();
  const refusal = open.refusal.value;
  const error = refusal?.field === 'opinion.body' ? refusal.message : null;
  const start = writing.draft.peek();
  return (
    <div class="nt__text" data-field="opinion.body">
      <LazyRichTextEditor
        {...editor}
        initialDocument={start.body}
        restoreSelection={start.selection}
        autofocus={autofocus}
        disabled={open.handedOver.value}
        shoot={panel.ports.tab.shoot}
        required
        invalid={error !== null}
        describedBy={error === null ? undefined : errorId}
        onImages={({ bytes }) => onImages(bytes)}
        onReady={(text) => followScroll(text, writing, start.scrollTop)}
        onSelect={(selection) => writing.select(selection)}
        onChange={(document, selection) => {
          if (open.refusal.peek() !== null) open.refuse(null);
          writing.select(selection);
          writing.typed(() => document, isRichTextEmpty(document));
        }}
      />
      {error !== null && (
        <p class="err" id={errorId}>
          <Icon icon={TriangleAlert} size={14} />
          <span>{error}</span>
        </p>
      )}
    </div>
  );
}

/** The part of the screen that scrolls with the text: it begins where it was left, and the draft follows it. */
function followScroll(text: HTMLElement, writing: Writing, left = 0): (() => void) | undefined {
  const scroller = text.closest<HTMLElement>('.panel__body, .dockbot');
  if (scroller === null) return undefined;
  scroller.scrollTop = left;
  const follow = () => writing.scrolled(Math.round(scroller.scrollTop));
  scroller.addEventListener('scroll', follow, { passive: true });
  return () => scroller.removeEventListener('scroll', follow);
}
