import type { CommandProps } from '@tiptap/core';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';

/** Leaves what was just put in, and puts the cursor below it: typing on must not replace an image. */
export function writeBelow({ tr }: CommandProps): boolean {
  if (!(tr.selection instanceof NodeSelection)) return true;
  const end = tr.selection.to;
  const paragraph = tr.doc.type.schema.nodes.paragraph;
  if (tr.doc.resolve(end).nodeAfter?.isTextblock !== true && paragraph !== undefined) {
    tr.insert(end, paragraph.create());
  }
  tr.setSelection(TextSelection.near(tr.doc.resolve(end), 1));
  return true;
}
