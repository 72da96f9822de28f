/** Attributes of an image node made from a file. */
export interface EmbeddedImage {
  src: string;
  alt: string;
  width: number;
  height: number;
}

/** Why a file stays outside: a kind that is not taken, or one that does not decode. */
export interface ImageRefusal {
  ok: false;
  reason: 'refused' | 'damaged';
  name: string;
}

export type ImageReading = { ok: true; image: EmbeddedImage } | ImageRefusal;

const TYPES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** Names that browsers give to what has none. */
const NAMELESS = /^(image|imagem|blob|clipboard|screenshot)?[\s_-]*\d*(\.\w+)?$/i;

/** The images among what was pasted or dropped. */
export function imageFilesOf(data: DataTransfer | null): File[] {
  return [...(data?.files ?? [])].filter((file) => file.type.startsWith('image/'));
}

/** Reads a file as an image that lives in the document. It is decoded once, so that a damaged one is told here. */
export async function readImage(file: File, fallbackName: string): Promise<ImageReading> {
  const name = NAMELESS.test(file.name) ? fallbackName : file.name;
  if (!TYPES.has(file.type)) return { ok: false, reason: 'refused', name };
  const [src, size] = await Promise.all([toDataUrl(file), sizeOf(file)]);
  if (src === null || size === null) return { ok: false, reason: 'damaged', name };
  return { ok: true, image: { src, alt: name.replace(/\.\w+$/, '').slice(0, 200), ...size } };
}

function toDataUrl(file: File): Promise<string | null> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : null);
    reader.onerror = () => resolve(null);
    reader.readAsDataURL(file);
  });
}

async function sizeOf(file: File): Promise<{ width: number; height: number } | null> {
  try {
    const bitmap = await createImageBitmap(file);
    const size = { width: bitmap.width, height: bitmap.height };
    bitmap.close();
    return size;
  } catch {
    // The browser's only way to say that it cannot decode a file.
    return null;
  }
}
