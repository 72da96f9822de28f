import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { Fragment, Slice } from '@tiptap/pm/model';
import type { RichTextDocument } from '../../domain/rich-text/document.ts';
import { fitsInto } from './paste-limits.ts';
import { writeBelow } from './write-below.ts';

/** Puts a document where the cursor is; what is selected stays before it. False where the text would be too large. */
export function insertBeside(editor: Editor, content: RichTextDocument): boolean {
  if (!fits(editor, content)) return false;
  return editor
    .chain()
    .command(asOneStep)
    .focus()
    .setTextSelection(editor.state.selection.to)
    .insertContent(content.content)
    .command(writeBelow)
    .run();
}

/** Puts a document into a text in which nothing stands; the cursor stays where it is. False where anything does. */
export function fillEmpty(editor: Editor, content: RichTextDocument): boolean {
  const { doc } = editor.state;
  const isEmpty = doc.childCount === 1 && doc.firstChild?.type.name === 'paragraph' && doc.content.size === 2;
  if (!isEmpty || !fits(editor, content)) return false;
  return editor
    .chain()
    .command(asOneStep)
    .insertContentAt({ from: 0, to: doc.content.size }, content.content)
    .run();
}

/** What was typed just before is another step of undo. */
function asOneStep({ tr }: { tr: Parameters<typeof closeHistory>[0] }): boolean {
  closeHistory(tr);
  return true;
}

function fits(editor: Editor, content: RichTextDocument): boolean {
  const { schema } = editor.state;
  const slice = new Slice(Fragment.fromJSON(schema, content.content), 0, 0);
  return fitsInto(editor.state.doc, slice);
}
