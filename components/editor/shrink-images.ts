import { dataUrlBytes } from '../../domain/rich-text/limits.ts';

/** What a lighter copy of the images would weigh; nothing is changed until it is accepted. */
export interface ShrunkImages {
  /** Bytes of all images of the text, as they are and as they would be. */
  before: number;
  after: number;
  /** Lighter copies by the source that they stand for. */
  bySource: ReadonlyMap<string, string>;
}

/** From hardly seen to plainly seen: quality of WebP, and size beside the original. */
const STEPS = [
  { quality: 0.9, scale: 1 },
  { quality: 0.8, scale: 1 },
  { quality: 0.65, scale: 1 },
  { quality: 0.5, scale: 1 },
  { quality: 0.5, scale: 0.75 },
  { quality: 0.45, scale: 0.5 },
] as const;

/**
 * Compresses images as WebP, step by step, until together they weigh no more than `limit` bytes; the best that was found where they never do.
 * What moves (GIF) stays as it is, and so does what would become heavier.
 */
export async function shrinkImages(sources: readonly string[], limit: number): Promise<ShrunkImages> {
  const before = weigh(sources, new Map());
  let best: ShrunkImages = { before, after: before, bySource: new Map() };
  const distinct = [...new Set(sources)].filter((source) => !source.startsWith('data:image/gif'));
  for (const step of STEPS) {
    const bySource = new Map(best.bySource);
    for (const source of distinct) {
      const lighter = await toWebp(source, step);
      if (lighter !== null && dataUrlBytes(lighter) < dataUrlBytes(bySource.get(source) ?? source))
        bySource.set(source, lighter);
    }
    best = { before, after: weigh(sources, bySource), bySource };
    if (best.after <= limit) break;
  }
  return best;
}

function weigh(sources: readonly string[], bySource: ReadonlyMap<string, string>): number {
  return sources.reduce((sum, source) => sum + dataUrlBytes(bySource.get(source) ?? source), 0);
}

/** Null where the browser cannot read the image, or writes no WebP. */
async function toWebp(source: string, { quality, scale }: (typeof STEPS)[number]): Promise<string | null> {
  try {
    const bitmap = await createImageBitmap(await (await fetch(source)).blob());
    const size = [bitmap.width, bitmap.height].map((side) => Math.max(1, Math.round(side * scale)));
    const canvas = new OffscreenCanvas(size[0] ?? 1, size[1] ?? 1);
    const context = canvas.getContext('2d');
    if (context === null) return null;
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality });
    if (blob.type !== 'image/webp') return null;
    const bytes = new Uint8Array(await blob.arrayBuffer());
    let binary = '';
    for (let at = 0; at < bytes.length; at += 0x8000) {
      binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    }
    return `data:image/webp;base64,${btoa(binary)}`;
  } catch {
    // The browser's only way to say that it cannot decode an image.
    return null;
  }
}
