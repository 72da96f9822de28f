import type { RichTextDocument, RichTextNode } from './rich-text/document.ts';

/** What `{…}` of a template may name. */
export const TEMPLATE_PLACEHOLDERS = [
  'cliente',
  'codigo',
  'produto',
  'versao',
  'contato',
  'usuario',
  'data',
  'hora',
  'protocolo',
] as const;

export type TemplatePlaceholder = (typeof TEMPLATE_PLACEHOLDERS)[number];

/** What each placeholder stands for now; null or absent where it is not known. */
export type TemplateValues = Partial<Record<TemplatePlaceholder, string | null>>;

/**
 * The template with its placeholders filled in, wherever text stands: in marks, lists and tables too. One that is unknown,
 * or whose value is not known, stays as it is, so that the agent sees what is missing. A value is only ever text.
 */
export function fillTemplate(body: RichTextDocument, values: TemplateValues): RichTextDocument {
  return { ...body, content: body.content.map((node) => fillNode(node, values)) };
}

function fillNode(node: RichTextNode, values: TemplateValues): RichTextNode {
  if (node.text !== undefined) return { ...node, text: fillText(node.text, values) };
  if (node.content === undefined) return node;
  return { ...node, content: node.content.map((child) => fillNode(child, values)) };
}

function fillText(text: string, values: TemplateValues): string {
  return text.replaceAll(/\{(\p{L}+)\}/gu, (whole, name: string) => {
    const value = isPlaceholder(name) ? values[name] : undefined;
    // A line break is a node of its own in a document.
    const line = value?.replaceAll(/\s+/gu, ' ').trim();
    return line === undefined || line === '' ? whole : line;
  });
}

function isPlaceholder(name: string): name is TemplatePlaceholder {
  return (TEMPLATE_PLACEHOLDERS as readonly string[]).includes(name);
}
