import { isSafeImageSource, isSafeLink } from '../../../domain/rich-text/attributes.ts';
import { editor as words } from '../../../locales/pt-BR/editor.ts';

/** Below this, in pixels, an image without words is an ornament or counts who reads. */
const SMALLEST = 32;

/** Images that lie elsewhere are never fetched: their description stays, as a link where they have an address on the web. */
export function imagesToWords(body: HTMLElement): void {
  for (const image of body.querySelectorAll('img')) {
    const source = image.getAttribute('src');
    if (isSafeImageSource(source)) continue;
    const description = image.getAttribute('alt')?.trim() || (looksMeant(image) ? words.image : '');
    if (description === '') image.remove();
    else image.replaceWith(toWords(image, description, source));
  }
}

function toWords(image: HTMLImageElement, description: string, source: string | null): Node {
  const text = `[${description.slice(0, 1000)}]`;
  const page = image.ownerDocument;
  if (!isSafeLink(source) || !/^https?:/i.test(source) || image.closest('a') !== null)
    return page.createTextNode(text);
  const link = page.createElement('a');
  link.href = source;
  link.textContent = text;
  return link;
}

/** Without a description, only what says that it is large was put there to be seen. */
function looksMeant(image: HTMLImageElement): boolean {
  if (image.hasAttribute('alt')) return false;
  return ['width', 'height'].every((name) => Number.parseInt(image.getAttribute(name) ?? '', 10) >= SMALLEST);
}
