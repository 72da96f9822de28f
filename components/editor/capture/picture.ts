/** A place in the picture, in its pixels. */
export interface Point {
  x: number;
  y: number;
}

export type MarkKind = 'crop' | 'arrow' | 'box' | 'blur';

/** Something put on the picture: from one corner (or the arrow's tail) to the other. */
export interface Mark {
  id: number;
  kind: MarkKind;
  from: Point;
  to: Point;
  /** Proposed where a number stands that should not be shown. */
  offered?: true;
}

/** A picture's marks and the ways back and forth. */
export interface Picture {
  width: number;
  height: number;
  marks: readonly Mark[];
  past: readonly (readonly Mark[])[];
  future: readonly (readonly Mark[])[];
}

/** Least side of a mark, in pixels: a smaller one could not be seen or taken. */
const LEAST = 8;

/** A new picture, with what is offered to be blurred; areas in pixels of a viewport of this width. */
export function createPicture(
  size: { width: number; height: number },
  areas: readonly { x: number; y: number; width: number; height: number }[],
  viewportWidth: number,
): Picture {
  const scale = size.width / viewportWidth;
  const marks = areas.map((area, index): Mark => {
    const from = { x: Math.floor(area.x * scale), y: Math.floor(area.y * scale) };
    const to = {
      x: Math.ceil((area.x + area.width) * scale),
      y: Math.ceil((area.y + area.height) * scale),
    };
    return { id: index + 1, kind: 'blur', from, to, offered: true };
  });
  return { ...size, marks, past: [], future: [] };
}

/** Adds a mark; a second crop takes the place of the first. */
export function addMark(picture: Picture, kind: MarkKind, from: Point, to: Point): Picture {
  const id = 1 + [picture.marks, ...picture.past].flat().reduce((most, mark) => Math.max(most, mark.id), 0);
  const others = kind === 'crop' ? picture.marks.filter((mark) => mark.kind !== 'crop') : picture.marks;
  return step(picture, [...others, inside(picture, { id, kind, from, to })]);
}

/** A mark of usual size in the middle, for who works by keys. */
export function addInMiddle(picture: Picture, kind: MarkKind): Picture {
  const share = kind === 'crop' ? 0.4 : 0.12;
  const [x, y] = [picture.width / 2, picture.height / 2];
  const from = { x: x - picture.width * share, y: y - picture.height * share };
  return addMark(picture, kind, from, { x: x + picture.width * share, y: y + picture.height * share });
}

export function removeMark(picture: Picture, id: number): Picture {
  return step(
    picture,
    picture.marks.filter((mark) => mark.id !== id),
  );
}

/** Moves a mark, or with `resize` its second corner only. */
export function moveMark(picture: Picture, id: number, by: Point, resize: boolean): Picture {
  const marks = picture.marks.map((mark) => {
    if (mark.id !== id) return mark;
    const to = { x: mark.to.x + by.x, y: mark.to.y + by.y };
    return inside(picture, resize ? { ...mark, to } : moved(picture, mark, by));
  });
  return step(picture, marks);
}

export function undo(picture: Picture): Picture {
  const marks = picture.past.at(-1);
  if (marks === undefined) return picture;
  return { ...picture, marks, past: picture.past.slice(0, -1), future: [picture.marks, ...picture.future] };
}

export function redo(picture: Picture): Picture {
  const [marks, ...future] = picture.future;
  if (marks === undefined) return picture;
  return { ...picture, marks, past: [...picture.past, picture.marks], future };
}

/** The rectangle that a mark spans, in whole pixels. */
export function boxOf({ from, to }: Pick<Mark, 'from' | 'to'>) {
  const x = Math.floor(Math.min(from.x, to.x));
  const y = Math.floor(Math.min(from.y, to.y));
  const width = Math.max(1, Math.ceil(Math.max(from.x, to.x)) - x);
  return { x, y, width, height: Math.max(1, Math.ceil(Math.max(from.y, to.y)) - y) };
}

/** The topmost mark at a place; the crop only where nothing else is. */
export function markAt(picture: Picture, { x, y }: Point): Mark | null {
  const hits = picture.marks.filter((mark) => {
    const box = boxOf(mark);
    return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
  });
  return hits.findLast((mark) => mark.kind !== 'crop') ?? null;
}

function step(picture: Picture, marks: readonly Mark[]): Picture {
  return { ...picture, marks, past: [...picture.past, picture.marks], future: [] };
}

function moved({ width, height }: Picture, mark: Mark, by: Point): Mark {
  const box = boxOf(mark);
  const x = Math.min(Math.max(by.x, -box.x), width - box.x - box.width);
  const y = Math.min(Math.max(by.y, -box.y), height - box.y - box.height);
  return {
    ...mark,
    from: { x: mark.from.x + x, y: mark.from.y + y },
    to: { x: mark.to.x + x, y: mark.to.y + y },
  };
}

/** The same mark with both ends in the picture, and large enough to be seen. */
function inside({ width, height }: Pick<Picture, 'width' | 'height'>, mark: Mark): Mark {
  const keep = ({ x, y }: Point) => ({
    x: Math.min(Math.max(0, x), width),
    y: Math.min(Math.max(0, y), height),
  });
  const from = keep(mark.from);
  const to = keep(mark.to);
  if (mark.kind === 'arrow') return { ...mark, from, to };
  const reach = (start: number, end: number, most: number) =>
    Math.abs(end - start) >= LEAST ? end : start + LEAST <= most ? start + LEAST : start - LEAST;
  return { ...mark, from, to: { x: reach(from.x, to.x, width), y: reach(from.y, to.y, height) } };
}
