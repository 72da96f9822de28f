import { Extension } from '@tiptap/core';

/** Keys that act on the table in which the cursor stands; elsewhere they are left alone. */
export const TABLE_KEYS = {
  addRowBefore: 'Alt Shift ↑',
  addRowAfter: 'Alt Shift ↓',
  addColumnBefore: 'Alt Shift ←',
  addColumnAfter: 'Alt Shift →',
  deleteRow: 'Alt Shift Del',
  deleteColumn: 'Alt Shift Backspace',
} as const;

/** Rows and columns by keys, and the box of a checklist's item by Alt+Enter: Ctrl+Enter sends. */
export const TableAndBoxKeys = Extension.create({
  name: 'tableAndBoxKeys',
  priority: 1000,
  addKeyboardShortcuts() {
    const inTable = (act: () => boolean) => () => this.editor.isActive('table') && act();
    // Read anew for each key: they belong to the state in which they were taken.
    const commands = () => this.editor.commands;
    return {
      'Alt-Shift-ArrowUp': inTable(() => commands().addRowBefore()),
      'Alt-Shift-ArrowDown': inTable(() => commands().addRowAfter()),
      'Alt-Shift-ArrowLeft': inTable(() => commands().addColumnBefore()),
      'Alt-Shift-ArrowRight': inTable(() => commands().addColumnAfter()),
      'Alt-Shift-Delete': inTable(() => commands().deleteRow()),
      'Alt-Shift-Backspace': inTable(() => commands().deleteColumn()),
      'Alt-Enter': () => {
        if (!this.editor.isActive('taskItem')) return false;
        const { checked } = this.editor.getAttributes('taskItem');
        return commands().updateAttributes('taskItem', { checked: checked !== true });
      },
      // What a Markdown shortcut did is taken back alone, before anything else is.
      'Mod-z': () => commands().undoInputRule(),
    };
  },
});
