import type { Attachment } from '../../domain/attachment.ts';

/** Kinds that say nothing to a browser that it could run. */
const HARMLESS =
  /^(image\/(png|apng|jpeg|gif|webp|bmp|avif|tiff)|application\/(pdf|zip)|(audio|video)\/.+|text\/(plain|csv))$/;

/**
 * Headers of somebody's file: it is saved, never shown in the server's own origin, whatever its content is. The name is given as RFC 6266 wants:
 * plain for old readers, whole in UTF-8 (RFC 8187).
 */
export function downloadHeaders(file: Pick<Attachment, 'name' | 'mediaType'>, size: number): Headers {
  const plain = file.name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(file.name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return new Headers({
    'content-type': HARMLESS.test(file.mediaType) ? file.mediaType : 'application/octet-stream',
    'content-length': `${size}`,
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  });
}
