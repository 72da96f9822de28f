import { useEffect, useRef, useState } from 'preact/hooks';
import { capture as words } from '../../../locales/pt-BR/capture.ts';
import { dimOutside, drawPicture } from './draw-picture.ts';
import { boxOf, type Mark, type MarkKind, markAt, type Picture, type Point } from './picture.ts';

export interface StageProps {
  image: ImageBitmap;
  picture: Picture;
  /** Id of the mark that keys act on. */
  selected: number | null;
  tool: MarkKind;
  /** Width in CSS pixels; null: as wide as there is room. */
  width: number | null;
  onDrawn: (from: Point, to: Point) => void;
  onSelect: (id: number | null) => void;
}

/** Less than this, in pixels of the screen, is a click and no stroke. */
const CLICK = 5;

/** The picture as it will be, with what is being drawn. For keys there is the list below it. */
export function Stage({ image, picture, selected, tool, width, onDrawn, onSelect }: StageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [stroke, setStroke] = useState<{ from: Point; to: Point } | null>(null);

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context == null) return;
    const drawn: Mark[] = stroke === null ? [] : [{ id: 0, kind: tool, ...stroke }];
    const marks = [...picture.marks, ...drawn];
    context.clearRect(0, 0, image.width, image.height);
    drawPicture(context, image, { marks });
    const crop = marks.findLast(({ kind }) => kind === 'crop');
    if (crop !== undefined) dimOutside(context, image, crop);
    const current = picture.marks.find(({ id }) => id === selected);
    if (current !== undefined) outline(context, current, image.width);
  }, [image, picture, selected, stroke, tool]);

  const pointOf = ({ clientX, clientY }: PointerEvent): Point => {
    const box = canvas.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1);
    return {
      x: ((clientX - box.left) / box.width) * image.width,
      y: ((clientY - box.top) / box.height) * image.height,
    };
  };
  const end = (event: PointerEvent) => {
    if (stroke === null) return;
    const scale = image.width / (canvas.current?.getBoundingClientRect().width ?? image.width);
    const to = pointOf(event);
    setStroke(null);
    const isClick = Math.hypot(to.x - stroke.from.x, to.y - stroke.from.y) < CLICK * scale;
    if (isClick) onSelect(markAt(picture, to)?.id ?? null);
    else onDrawn(stroke.from, to);
  };
  return (
    // biome-ignore-start lint/a11y: what scrolls must be reached by the keyboard, and a fieldset is for forms.
    <div class="shot__stage" tabIndex={0} role="group" aria-label={words.picture}>
      <canvas
        ref={canvas}
        width={image.width}
        height={image.height}
        style={width === null ? { width: '100%' } : { width: `${width}px` }}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          setStroke({ from: pointOf(event), to: pointOf(event) });
        }}
        onPointerMove={(event) => stroke !== null && setStroke({ ...stroke, to: pointOf(event) })}
        onPointerUp={end}
        onPointerCancel={() => setStroke(null)}
      />
    </div>
    // biome-ignore-end lint/a11y: as above.
  );
}

function outline(context: CanvasRenderingContext2D, mark: Mark, width: number): void {
  const { x, y, width: wide, height } = boxOf(mark);
  const line = Math.max(2, width / 320);
  context.save();
  context.setLineDash([line * 3, line * 2]);
  context.lineWidth = line;
  context.strokeStyle = '#4f46e5';
  context.strokeRect(x - line, y - line, wide + 2 * line, height + 2 * line);
  context.restore();
}
