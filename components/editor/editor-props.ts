import type { RefObject } from 'preact';
import type { Result } from '../../domain/result.ts';
import type { RichTextDocument } from '../../domain/rich-text/document.ts';
import type { ImageUsage } from '../../domain/rich-text/limits.ts';
import type { PageShot } from '../../state/ports.ts';

/** Where the cursor stands, in positions of the document. */
export interface EditorSelection {
  anchor: number;
  head: number;
}

/** What a screen may ask of the editor. */
export interface EditorHandle {
  focus: () => void;
  /** Puts text or a document where the cursor is, in place of what is selected. */
  insert: (content: string | RichTextDocument) => void;
  /** Puts a document where the cursor is, after what is selected: undone in one step. False where it would be too much. */
  insertBeside: (content: RichTextDocument) => boolean;
  /** Fills a text in which nothing stands, without taking the cursor; false where anything stands in it. */
  fillEmpty: (content: RichTextDocument) => boolean;
  getDocument: () => RichTextDocument;
  getSelection: () => EditorSelection;
  clear: () => void;
}

export interface RichTextEditorProps {
  /** What it begins with. Later changes are not looked at: give the editor the `key` of its draft. */
  initialDocument: RichTextDocument | null;
  /** After each change of the text. Keeping it, with whatever delay, is the screen's. */
  onChange: (document: RichTextDocument, selection: EditorSelection) => void;
  /** After the cursor has moved without a change. */
  onSelect?: ((selection: EditorSelection) => void) | undefined;
  /** Name of the field for screen readers. */
  label: string;
  placeholder?: string | undefined;
  /** The cursor starts here: at `restoreSelection`, else at the end. */
  autofocus?: boolean | undefined;
  disabled?: boolean | undefined;
  /** Where the cursor stood when the draft was left. */
  restoreSelection?: EditorSelection | null | undefined;
  /** What the images weigh, at the start and whenever it changes. Over the limit it is kept and not sent. */
  onImages?: ((usage: ImageUsage) => void) | undefined;
  /** Ctrl+Enter. Without it the key goes on to the screen. */
  onSubmit?: (() => void) | undefined;
  /** The editor stands, before the cursor is set: called with the text's element, returns what ends it. */
  onReady?: ((text: HTMLElement) => (() => void) | undefined) | undefined;
  /** Captures the page that the panel stands in; `onWait` is called where the browser wants a key or button pressed for it. */
  shoot?: ((onWait: () => void) => Promise<Result<PageShot>>) | undefined;
  /** Offers predefined texts in the menu of the slash; the screen asks which, and inserts it through the handle. */
  onTemplate?: (() => void) | undefined;
  /** Receives the handle once the editor stands. */
  handle?: RefObject<EditorHandle | null> | undefined;
  /** Shows an error at the field; the sentence stands below it. */
  invalid?: boolean | undefined;
  describedBy?: string | undefined;
  required?: boolean | undefined;
  /** Height of the text, in pixels, before it grows. */
  minHeight?: number | undefined;
}
