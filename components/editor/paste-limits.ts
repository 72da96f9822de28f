import { type Fragment, type Node, Slice } from '@tiptap/pm/model';
import { DEPTH_LIMIT, NODE_LIMIT, TEXT_LIMIT } from '../../domain/rich-text/limits.ts';

/** Room that is left for the lists and quotes which pasted text may land in. */
const PASTED_DEPTH = DEPTH_LIMIT - 8;

/** Whether a document stays one that can be kept and sent when this comes in. */
export function fitsInto(document: Node, pasted: Slice): boolean {
  const now = sizeOf(document.content);
  const more = sizeOf(pasted.content);
  return now.text + more.text <= TEXT_LIMIT && now.nodes + more.nodes <= NODE_LIMIT;
}

/** What was pasted, or only its words where it is nested deeper than a document may be. */
export function flattenIfDeep(pasted: Slice): Slice {
  if (depthOf(pasted.content) <= PASTED_DEPTH) return pasted;
  const words = pasted.content.textBetween(0, pasted.content.size, '\n', '\n');
  const schema = pasted.content.firstChild?.type.schema;
  const paragraph = schema?.nodes.paragraph;
  if (schema === undefined || paragraph === undefined) return Slice.empty;
  const paragraphs = words
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => paragraph.create(null, schema.text(line)));
  return paragraphs.length === 0
    ? Slice.empty
    : Slice.maxOpen(paragraph.schema.topNodeType.create(null, paragraphs).content);
}

function sizeOf(content: Fragment): { text: number; nodes: number } {
  const size = { text: 0, nodes: 0 };
  content.descendants((node) => {
    size.nodes += 1;
    size.text += node.text?.length ?? 0;
  });
  return size;
}

function depthOf(content: Fragment): number {
  let deepest = 0;
  content.forEach((node) => {
    deepest = Math.max(deepest, 1 + depthOf(node.content));
  });
  return deepest;
}
