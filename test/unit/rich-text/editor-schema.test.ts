import { getSchema } from '@tiptap/core';
import type { Schema } from 'prosemirror-model';
import { expect, test } from 'vitest';
import { createExtensions } from '../../../components/editor/extensions.ts';
import { richTextSchema } from '../../../domain/rich-text/schema.ts';

/** What two schemas must share: nodes, content, groups, attributes with their defaults, marks and their order. */
function shapeOf(schema: Schema) {
  const nodes = Object.entries(schema.nodes).map(([name, type]) => [
    name,
    {
      content: type.spec.content ?? '',
      marks: type.spec.marks,
      groups: new Set((type.spec.group ?? '').split(' ')),
      inline: type.isInline,
      code: type.spec.code ?? false,
      isolating: type.spec.isolating ?? false,
      tableRole: type.spec.tableRole,
      attributes: attributesOf(type.spec.attrs),
    },
  ]);
  const marks = Object.entries(schema.marks).map(([name, type]) => [
    name,
    {
      excludes: type.spec.excludes,
      inclusive: type.spec.inclusive,
      attributes: attributesOf(type.spec.attrs),
    },
  ]);
  return { nodes: Object.fromEntries(nodes), marks, top: schema.topNodeType.name };
}

function attributesOf(attributes: Record<string, { default?: unknown }> | null | undefined) {
  return Object.fromEntries(
    Object.entries(attributes ?? {}).map(([name, attribute]) => [name, attribute.default]),
  );
}

test('the editor edits exactly the documents that the domain keeps', () => {
  const editorSchema = getSchema(createExtensions({ placeholder: '', onLink: () => {} }));
  expect(shapeOf(editorSchema)).toEqual(shapeOf(richTextSchema as unknown as Schema));
});
