import { Editor } from '@tiptap/core';
import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import {
  emptyRichText,
  parseRichText,
  plainTextToRichText,
  type RichTextDocument,
} from '../../domain/rich-text/document.ts';
import { richTextToPlainText } from '../../domain/rich-text/plain-text.ts';
import type { EditorSelection, RichTextEditorProps } from './editor-props.ts';
import { createExtensions } from './extensions.ts';
import { imageFilesOf } from './image-files.ts';
import { cleanPastedHtml } from './paste/clean-html.ts';
import { fitsInto, flattenIfDeep } from './paste-limits.ts';
import type { SlashState } from './slash/slash-extension.ts';
import type { SlashItem } from './slash/slash-items.ts';

export interface EditorEvents {
  onLink: () => void;
  onImages: (files: File[], at: number | null) => void;
  /** Something pasted or dropped would have made the document too large, and stayed outside. */
  onTooLong: () => void;
  /** Alt+F10. */
  onToolbar: () => void;
  /** What a slash offers now. */
  slashItems: () => readonly SlashItem[];
  /** The menu of the slash opened, changed or closed. */
  onSlash: (state: SlashState | null) => void;
}

/** Mounts tiptap's editor in an element, for as long as the component stands. */
export function useEditor(
  props: RichTextEditorProps,
  events: EditorEvents,
): { editor: Editor | null; place: RefObject<HTMLDivElement | null> } {
  const place = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<Editor | null>(null);
  // What the editor calls later is always the newest.
  const latest = useRef({ props, events });
  latest.current = { props, events };

  useEffect(() => {
    if (place.current === null) return;
    const { initialDocument, placeholder = '', disabled, autofocus, restoreSelection } = latest.current.props;
    let isSlashOpen = false;
    const created = new Editor({
      element: place.current,
      injectCSS: false,
      editable: disabled !== true,
      extensions: createExtensions({
        placeholder,
        onLink: () => latest.current.events.onLink(),
        onToolbar: () => latest.current.events.onToolbar(),
        slash: {
          items: () => latest.current.events.slashItems(),
          onChange: (state) => {
            isSlashOpen = state !== null;
            latest.current.events.onSlash(state);
          },
        },
      }),
      content: readable(initialDocument),
      onUpdate: ({ editor }) => latest.current.props.onChange(documentOf(editor), selectionOf(editor)),
      onSelectionUpdate: ({ editor, transaction }) => {
        if (!transaction.docChanged) latest.current.props.onSelect?.(selectionOf(editor));
      },
      editorProps: {
        attributes: () => attributesOf(latest.current.props),
        handleDOMEvents: {
          // What the editor would swallow: these keys are the screen's. True only tells the editor to leave them.
          keydown: (_view, event) => {
            if (event.isComposing) return false;
            const isSubmit = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
            const { onSubmit } = latest.current.props;
            if (isSubmit && onSubmit !== undefined) {
              event.preventDefault();
              onSubmit();
            }
            // Escape closes the menu of the slash before it means anything to the screen.
            return isSubmit || (event.key === 'Escape' && !isSlashOpen);
          },
        },
        transformPastedHTML: cleanPastedHtml,
        transformPasted: flattenIfDeep,
        handlePaste: (view, event, slice) => {
          const files = imageFilesOf(event.clipboardData);
          if (files.length > 0 && !hasWords(event.clipboardData)) {
            latest.current.events.onImages(files, null);
            return true;
          }
          if (fitsInto(view.state.doc, slice)) return false;
          latest.current.events.onTooLong();
          return true;
        },
        handleDrop: (view, event, slice, moved) => {
          const files = moved ? [] : imageFilesOf(event.dataTransfer);
          if (files.length === 0) {
            if (moved || fitsInto(view.state.doc, slice)) return false;
            latest.current.events.onTooLong();
            return true;
          }
          const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
          latest.current.events.onImages(files, at?.pos ?? null);
          event.preventDefault();
          return true;
        },
        transformPastedText: (text) => text.replaceAll('\0', '').toWellFormed(),
      },
    });
    if (restoreSelection) created.commands.setTextSelection(within(created, restoreSelection));
    const end = latest.current.props.onReady?.(created.view.dom);
    if (autofocus) created.commands.focus(restoreSelection ? null : 'end');
    setEditor(created);
    return () => {
      end?.();
      created.destroy();
    };
  }, []);

  const { disabled, invalid, describedBy, label, required } = props;
  useEffect(() => {
    editor?.setEditable(disabled !== true, false);
    editor?.view.updateState(editor.state);
  }, [editor, disabled, invalid, describedBy, label, required]);

  return { editor, place };
}

export function documentOf(editor: Editor): RichTextDocument {
  return editor.getJSON() as RichTextDocument;
}

export function selectionOf(editor: Editor): EditorSelection {
  const { anchor, head } = editor.state.selection;
  return { anchor, head };
}

/** A document that the editor can show: what may not be kept is reduced to its words, and no word is lost. */
function readable(document: RichTextDocument | null): RichTextDocument {
  if (document === null) return emptyRichText();
  const parsed = parseRichText(document);
  return parsed.ok ? parsed.value : plainTextToRichText(richTextToPlainText(document));
}

function attributesOf(props: RichTextEditorProps): Record<string, string> {
  return {
    class: 'ed__body doc',
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-label': props.label,
    ...(props.placeholder === undefined ? {} : { 'aria-placeholder': props.placeholder }),
    ...(props.invalid ? { 'aria-invalid': 'true' } : {}),
    ...(props.required ? { 'aria-required': 'true' } : {}),
    ...(props.disabled ? { 'aria-disabled': 'true' } : {}),
    ...(props.describedBy === undefined ? {} : { 'aria-describedby': props.describedBy }),
    ...(props.minHeight === undefined ? {} : { style: `min-height: ${props.minHeight}px` }),
  };
}

function within(editor: Editor, { anchor, head }: EditorSelection) {
  const end = editor.state.doc.content.size;
  const clamp = (position: number) => Math.min(Math.max(0, position), end);
  return { from: clamp(anchor), to: clamp(head) };
}

/** Text that comes with an image, such as a table copied from a spreadsheet, says more than its picture. */
function hasWords(data: DataTransfer | null): boolean {
  const html = data?.getData('text/html') ?? '';
  if (html === '') return false;
  const page = new DOMParser().parseFromString(html, 'text/html');
  return page.body.textContent.trim() !== '';
}
