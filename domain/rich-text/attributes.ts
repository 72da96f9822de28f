import { IMAGE_SOURCE_LIMIT } from './limits.ts';
import type { RichTextMarkName, RichTextNodeName } from './schema.ts';

/** Says whether an attribute's value may be kept. */
export type AttributeRule = (value: unknown) => boolean;

const LINK_PROTOCOLS = new Set(['http:', 'https:', 'mailto:', 'tel:']);
const LINK_LENGTH = 2048;
const IMAGE_PREFIX = /^data:image\/(?:png|jpeg|gif|webp);base64,/;
/** What is no base64. A repeated group instead would overflow the expression's stack from 3 MB on. */
const NOT_BASE64 = /[^A-Za-z0-9+/]/;

/** A link that may be kept: absolute, to the web, an e-mail address or a telephone. */
export function isSafeLink(href: unknown): href is string {
  if (!isText(href, LINK_LENGTH) || href === '') return false;
  try {
    return LINK_PROTOCOLS.has(new URL(href).protocol);
  } catch {
    return false;
  }
}

/** An image that may be kept: inside the document itself, of a kind that cannot carry script. */
export function isSafeImageSource(source: unknown): source is string {
  if (typeof source !== 'string' || source.length > IMAGE_SOURCE_LIMIT) return false;
  const prefix = IMAGE_PREFIX.exec(source)?.[0];
  return prefix !== undefined && isBase64(source.slice(prefix.length));
}

/** Base64 of RFC 4648, section 4: whole groups of four, padded at the end only. */
function isBase64(text: string): boolean {
  if (text.length % 4 !== 0) return false;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  return !NOT_BASE64.test(text.slice(0, text.length - padding));
}

/** Text that PostgreSQL can keep in JSON: no NUL, no half of a surrogate pair. */
export function isStorableText(value: string): boolean {
  return !value.includes('\u0000') && value.isWellFormed();
}

const cellRules = {
  colspan: isIntegerBetween(1, 100),
  rowspan: isIntegerBetween(1, 1000),
  colwidth: (value: unknown) =>
    value === null ||
    (Array.isArray(value) && value.length <= 100 && value.every(isIntegerBetween(0, 10_000))),
};

export const NODE_ATTRIBUTES: Partial<Record<RichTextNodeName, Record<string, AttributeRule>>> = {
  heading: { level: isIntegerBetween(1, 3) },
  orderedList: { start: isIntegerBetween(0, 1_000_000) },
  taskItem: { checked: (value) => typeof value === 'boolean' },
  codeBlock: {
    language: (value) => value === null || (typeof value === 'string' && /^[\w+#.-]{1,40}$/.test(value)),
  },
  tableCell: cellRules,
  tableHeader: cellRules,
  image: {
    src: isSafeImageSource,
    alt: isOptionalText,
    title: isOptionalText,
    width: isOptionalSize,
    height: isOptionalSize,
  },
};

export const MARK_ATTRIBUTES: Partial<Record<RichTextMarkName, Record<string, AttributeRule>>> = {
  link: { href: isSafeLink },
};

/** Attributes without which a node or mark means nothing. */
export const REQUIRED_ATTRIBUTES: Readonly<Record<string, string>> = { image: 'src', link: 'href' };

function isIntegerBetween(least: number, most: number): AttributeRule {
  return (value) => Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
}

function isText(value: unknown, length: number): value is string {
  return typeof value === 'string' && value.length <= length && isStorableText(value);
}

function isOptionalText(value: unknown): boolean {
  return value === null || isText(value, 1000);
}

function isOptionalSize(value: unknown): boolean {
  return value === null || isIntegerBetween(1, 20_000)(value);
}
