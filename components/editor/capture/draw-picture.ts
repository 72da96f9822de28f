import { boxOf, type Mark, type Picture } from './picture.ts';

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

const RED = '#d92d20';
const HALO = 'rgb(255 255 255 / 0.9)';

/** Draws the picture with its marks; the crop only dims what it will cut away. */
export function drawPicture(context: Context, image: ImageBitmap, { marks }: Pick<Picture, 'marks'>): void {
  context.drawImage(image, 0, 0);
  for (const mark of marks.filter(({ kind }) => kind === 'blur')) scramble(context, image, mark);
  const line = Math.max(2, Math.round(image.width / 480));
  for (const mark of marks) {
    if (mark.kind === 'box') strokeTwice(context, line, () => rectangle(context, mark));
    if (mark.kind === 'arrow') strokeTwice(context, line, () => arrow(context, mark, line));
  }
}

/** Dims what the crop cuts away, for the screen. */
export function dimOutside(context: Context, image: ImageBitmap, crop: Mark): void {
  const { x, y, width, height } = boxOf(crop);
  context.save();
  context.fillStyle = 'rgb(16 16 24 / 0.55)';
  context.beginPath();
  context.rect(0, 0, image.width, image.height);
  context.rect(x, y, width, height);
  context.fill('evenodd');
  context.restore();
}

/** The picture as a file for the text: cropped, the blurred parts gone for good before anything is encoded. */
export async function pictureToFile(image: ImageBitmap, picture: Picture, name: string): Promise<File> {
  const crop = picture.marks.find(({ kind }) => kind === 'crop');
  const { x, y, width, height } =
    crop === undefined ? { x: 0, y: 0, width: image.width, height: image.height } : boxOf(crop);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This browser draws nothing.');
  context.translate(-x, -y);
  drawPicture(context, image, picture);
  // Where a browser writes no WebP it gives a PNG by itself.
  const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.9 });
  return new File([blob], `${name}.${blob.type.split('/')[1]}`, { type: blob.type });
}

/**
 * Replaces what stands in a rectangle by tiles about its mean colour. Their pattern comes from their place alone, not from what stood there:
 * a mosaic of the letters themselves could be read again by trying all numbers.
 */
function scramble(context: Context, image: ImageBitmap, mark: Mark): void {
  const { x, y, width, height } = boxOf(mark);
  const [red, green, blue] = meanColour(image, { x, y, width, height });
  const tile = Math.max(4, Math.round(height / 3));
  for (let row = 0; row * tile < height; row += 1) {
    for (let column = 0; column * tile < width; column += 1) {
      const shade = ((Math.imul(row + 1, 73) + Math.imul(column + 1, 151)) % 41) - 20;
      context.fillStyle = `rgb(${red + shade} ${green + shade} ${blue + shade})`;
      const [left, top] = [x + column * tile, y + row * tile];
      context.fillRect(left, top, Math.min(tile, x + width - left), Math.min(tile, y + height - top));
    }
  }
}

function meanColour(
  image: ImageBitmap,
  { x, y, width, height }: ReturnType<typeof boxOf>,
): [number, number, number] {
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext('2d');
  if (context === null) return [128, 128, 128];
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, x, y, width, height, 0, 0, 1, 1);
  const [red = 128, green = 128, blue = 128] = context.getImageData(0, 0, 1, 1).data;
  // Kept away from the ends, so that the tiles can be seen on white and on black.
  const keep = (value: number) => Math.min(225, Math.max(30, value));
  return [keep(red), keep(green), keep(blue)];
}

function strokeTwice(context: Context, line: number, path: () => void): void {
  context.save();
  context.lineJoin = 'round';
  context.lineCap = 'round';
  for (const [style, width] of [
    [HALO, line * 2],
    [RED, line],
  ] as const) {
    context.strokeStyle = style;
    context.lineWidth = width;
    context.beginPath();
    path();
    context.stroke();
  }
  context.restore();
}

function rectangle(context: Context, mark: Mark): void {
  const { x, y, width, height } = boxOf(mark);
  context.rect(x, y, width, height);
}

function arrow(context: Context, { from, to }: Mark, line: number): void {
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const head = Math.min(line * 6, length / 2);
  context.moveTo(from.x, from.y);
  context.lineTo(to.x, to.y);
  for (const side of [-1, 1]) {
    context.moveTo(to.x, to.y);
    context.lineTo(to.x - head * Math.cos(angle + side * 0.5), to.y - head * Math.sin(angle + side * 0.5));
  }
}
