import { findSensitiveNumbers } from '../domain/sensitive-numbers.ts';

/** A rectangle of the viewport, in CSS pixels. */
export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** More would be a page of nothing else. */
const MOST_AREAS = 2000;
/** Around the letters, in CSS pixels: what was smoothed at their edges. */
const MARGIN = 2;
/** A CPF has the fewest digits. */
const HAS_ENOUGH = /(?:\d\D{0,2}){8}/;
/** Elements inside of a line: a number may be spread over several. */
const INLINE = new Set(
  'A ABBR B BDI BDO CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK OUTPUT Q S SAMP SMALL SPAN STRONG SUB SUP TIME TT U VAR WBR'.split(
    ' ',
  ),
);

/** What is asked of the world around the page. */
export interface AreaPorts {
  /** The shadow tree of an element, also a closed one where the browser gives it; null where it has none. */
  shadowOf(element: Element): ShadowRoot | null;
}

/**
 * Where CPF, CNPJ and card numbers can be seen as text: in the page's own words and fields, in shadow trees and in frames of its own
 * origin. Frames of others and letters that are painted (canvas, images) are not seen. Rectangles alone come out.
 */
export function findSensitiveAreas(page: Document, ports: AreaPorts): Area[] {
  const view = page.defaultView;
  if (view === null) return [];
  const frame = { x: 0, y: 0, width: view.innerWidth, height: view.innerHeight };
  const areas: Area[] = [];
  lookThrough(page, { dx: 0, dy: 0 }, (area) => {
    const seen = clip(area, frame);
    if (seen !== null && areas.length < MOST_AREAS) areas.push(seen);
  });
  return areas;

  function lookThrough(root: Document | ShadowRoot, at: Offset, take: (area: Area) => void): void {
    const owner = root.nodeType === Node.DOCUMENT_NODE ? (root as Document) : root.ownerDocument;
    if (owner === null) return;
    let run: Run = { block: null, parts: [], text: '' };
    const end = () => {
      for (const range of rangesOf(run, owner)) {
        for (const rect of range.getClientRects()) take(moved(rect, at));
      }
      run = { block: null, parts: [], text: '' };
    };
    const walker = owner.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) {
        const block = blockOf(node);
        if (block !== run.block) end();
        run.block = block;
        run.parts.push({ node: node as Text, start: run.text.length });
        run.text += (node as Text).data;
        continue;
      }
      const element = node as Element;
      const value = shownValue(element);
      if (value !== null && findSensitiveNumbers(value).length > 0)
        take(moved(element.getBoundingClientRect(), at));
      if (element.localName.startsWith('parecer-')) continue;
      const shadow = ports.shadowOf(element);
      if (shadow !== null) lookThrough(shadow, at, take);
      const inner = frameOf(element);
      if (inner !== null) lookThrough(inner, offsetOf(element, at), take);
    }
    end();
  }
}

interface Offset {
  dx: number;
  dy: number;
}

/** Texts of one block, one after the other. */
interface Run {
  block: Node | null;
  parts: { node: Text; start: number }[];
  text: string;
}

function rangesOf({ parts, text }: Run, page: Document): Range[] {
  if (!HAS_ENOUGH.test(text)) return [];
  const whole = findSensitiveNumbers(text).map(({ start, end }) => rangeOf(page, parts, start, end));
  if (parts.length < 2) return whole;
  // Digits of a neighbour would hide a number that stands alone in its own text.
  const single = parts.flatMap((part) =>
    findSensitiveNumbers(part.node.data).map(({ start, end }) =>
      rangeOf(page, [{ node: part.node, start: 0 }], start, end),
    ),
  );
  return [...whole, ...single];
}

function rangeOf(page: Document, parts: Run['parts'], start: number, end: number): Range {
  const range = page.createRange();
  const first = parts.findLast((part) => part.start <= start);
  const last = parts.findLast((part) => part.start < end);
  if (first !== undefined) range.setStart(first.node, start - first.start);
  if (last !== undefined) range.setEnd(last.node, end - last.start);
  return range;
}

function blockOf(node: Node): Node | null {
  let parent = node.parentNode;
  while (parent !== null && INLINE.has(parent.nodeName)) parent = parent.parentNode;
  return parent;
}

/** What a field shows. A password is drawn as dots. */
function shownValue(element: Element): string | null {
  if (element.localName === 'input') {
    const { type, value } = element as HTMLInputElement;
    return type === 'password' || type === 'hidden' ? null : value;
  }
  if (element.localName === 'textarea') return (element as HTMLTextAreaElement).value;
  return null;
}

/** The document of a frame of the page's own origin. */
function frameOf(element: Element): Document | null {
  if (element.localName !== 'iframe' && element.localName !== 'frame') return null;
  try {
    return (element as HTMLIFrameElement).contentDocument;
  } catch {
    // Some browsers throw for a frame of another origin where others give null.
    return null;
  }
}

function offsetOf(element: Element, at: Offset): Offset {
  const { left, top } = element.getBoundingClientRect();
  return { dx: at.dx + left + element.clientLeft, dy: at.dy + top + element.clientTop };
}

function moved({ x, y, width, height }: DOMRect, { dx, dy }: Offset): Area {
  return { x: x + dx, y: y + dy, width, height };
}

/** The part that is seen, with its margin; null where none is. */
function clip(area: Area, frame: Area): Area | null {
  if (area.width < 1 || area.height < 1) return null;
  const left = Math.max(0, Math.floor(area.x - MARGIN));
  const top = Math.max(0, Math.floor(area.y - MARGIN));
  const right = Math.min(frame.width, Math.ceil(area.x + area.width + MARGIN));
  const bottom = Math.min(frame.height, Math.ceil(area.y + area.height + MARGIN));
  return right <= left || bottom <= top
    ? null
    : { x: left, y: top, width: right - left, height: bottom - top };
}
