import { Mark, type MarkType, type NodeType } from 'prosemirror-model';
import { richTextRules } from '../../locales/pt-BR/rules-rich-text.ts';
import {
  type AttributeRule,
  isStorableText,
  MARK_ATTRIBUTES,
  NODE_ATTRIBUTES,
  REQUIRED_ATTRIBUTES,
} from './attributes.ts';
import { DEPTH_LIMIT, IMAGE_SOURCE_LIMIT, NODE_LIMIT, TEXT_LIMIT } from './limits.ts';
import { richTextSchema } from './schema.ts';

/** The first thing in a value that may not be kept, and where it is. */
export interface Fault {
  path: readonly (string | number)[];
  message: string;
  tooLarge: boolean;
}

interface Totals {
  nodes: number;
  text: number;
  images: number;
}

type Path = readonly (string | number)[];

/** Looks through a value that claims to be a document. Null: it is one, and `nodeFromJSON` will take it. Never throws. */
export function checkDocument(input: unknown): Fault | null {
  if (!isRecord(input) || input.type !== 'doc') return fault([], richTextRules.notADocument);
  return checkNode(input, richTextSchema.nodes.doc, [], { nodes: 0, text: 0, images: 0 });
}

const NODE_KEYS = new Set(['type', 'attrs', 'content', 'marks']);
const TEXT_KEYS = new Set(['type', 'text', 'marks']);
const MARK_KEYS = new Set(['type', 'attrs']);

function checkNode(node: Record<string, unknown>, type: NodeType, path: Path, totals: Totals): Fault | null {
  totals.nodes += 1;
  if (totals.nodes > NODE_LIMIT) return tooLarge(path, richTextRules.tooManyElements);
  // Two steps of the path per level of the document.
  if (path.length / 2 > DEPTH_LIMIT) return tooLarge(path, richTextRules.tooDeep);
  if (type.isText) return checkText(node, path, totals);
  return (
    unknownKey(node, NODE_KEYS, path) ??
    checkAttributes(
      node.attrs,
      NODE_ATTRIBUTES[type.name as keyof typeof NODE_ATTRIBUTES],
      type.name,
      path,
    ) ??
    countImage(node, type, path, totals) ??
    checkContent(node.content, type, path, totals)
  );
}

function checkText(node: Record<string, unknown>, path: Path, totals: Totals): Fault | null {
  const { text } = node;
  if (typeof text !== 'string' || text === '') return fault([...path, 'text'], richTextRules.emptyText);
  if (!isStorableText(text)) return fault([...path, 'text'], richTextRules.unstorable);
  totals.text += text.length;
  if (totals.text > TEXT_LIMIT) return tooLarge(path, richTextRules.tooLong);
  return unknownKey(node, TEXT_KEYS, path);
}

function checkContent(content: unknown, type: NodeType, path: Path, totals: Totals): Fault | null {
  if (content !== undefined && !Array.isArray(content))
    return fault([...path, 'content'], richTextRules.wrongPlace);
  let match = type.contentMatch;
  for (const [index, child] of ((content as unknown[] | undefined) ?? []).entries()) {
    const childPath = [...path, 'content', index];
    const childType = isRecord(child) ? ownType(richTextSchema.nodes, child.type) : undefined;
    if (!isRecord(child) || childType === undefined) return fault(childPath, richTextRules.unknownElement);
    const next = match.matchType(childType);
    if (next === null) return fault(childPath, richTextRules.wrongPlace);
    match = next;
    const found = checkMarks(child.marks, type, childPath) ?? checkNode(child, childType, childPath, totals);
    if (found !== null) return found;
  }
  return match.validEnd ? null : fault(path, richTextRules.incomplete);
}

function checkMarks(marks: unknown, parent: NodeType, path: Path): Fault | null {
  if (marks === undefined) return null;
  if (!Array.isArray(marks)) return fault([...path, 'marks'], richTextRules.unknownElement);
  let set = Mark.none;
  for (const [index, mark] of marks.entries()) {
    const markPath = [...path, 'marks', index];
    const type = isRecord(mark) ? ownType<MarkType>(richTextSchema.marks, mark.type) : undefined;
    if (!isRecord(mark) || type === undefined) return fault(markPath, richTextRules.unknownElement);
    const rules = MARK_ATTRIBUTES[type.name as keyof typeof MARK_ATTRIBUTES];
    const found =
      unknownKey(mark, MARK_KEYS, markPath) ?? checkAttributes(mark.attrs, rules, type.name, markPath);
    if (found !== null) return found;
    if (!parent.allowsMarkType(type)) return fault(markPath, richTextRules.wrongPlace);
    const next = type.create(mark.attrs as Record<string, unknown> | undefined).addToSet(set);
    // Marks must come sorted and compatible, as ProseMirror itself keeps them.
    if (next.length !== index + 1 || next[index]?.type !== type)
      return fault(markPath, richTextRules.wrongPlace);
    set = next;
  }
  return null;
}

function checkAttributes(
  attributes: unknown,
  rules: Record<string, AttributeRule> | undefined,
  name: string,
  path: Path,
): Fault | null {
  const required = REQUIRED_ATTRIBUTES[name];
  if (attributes === undefined && required === undefined) return null;
  if (!isRecord(attributes)) return fault([...path, 'attrs'], richTextRules.wrongAttribute);
  if (required !== undefined && !Object.hasOwn(attributes, required)) {
    return fault([...path, 'attrs', required], richTextRules.wrongAttribute);
  }
  for (const [key, value] of Object.entries(attributes)) {
    const rule = rules !== undefined && Object.hasOwn(rules, key) ? rules[key] : undefined;
    if (rule === undefined || !rule(value)) {
      return fault([...path, 'attrs', key], MESSAGES[`${name}.${key}`] ?? richTextRules.wrongAttribute);
    }
  }
  return null;
}

function countImage(node: Record<string, unknown>, type: NodeType, path: Path, totals: Totals): Fault | null {
  if (type.name !== 'image') return null;
  totals.images += (node.attrs as { src: string }).src.length;
  return totals.images > IMAGE_SOURCE_LIMIT ? tooLarge(path, richTextRules.imagesTooLarge) : null;
}

const MESSAGES: Readonly<Record<string, string>> = {
  'link.href': richTextRules.link,
  'image.src': richTextRules.image,
};

function ownType<T>(types: Readonly<Record<string, T>>, name: unknown): T | undefined {
  return typeof name === 'string' && Object.hasOwn(types, name) ? types[name] : undefined;
}

function unknownKey(value: Record<string, unknown>, known: ReadonlySet<string>, path: Path): Fault | null {
  const key = Object.keys(value).find((name) => !known.has(name));
  return key === undefined ? null : fault([...path, key], richTextRules.unknownElement);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fault(path: Path, message: string): Fault {
  return { path, message, tooLarge: false };
}

function tooLarge(path: Path, message: string): Fault {
  return { path, message, tooLarge: true };
}
