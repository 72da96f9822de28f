import type { Owner } from '../domain/owner.ts';
import type { Result } from '../domain/result.ts';
import { type HttpRequest, path } from './http.ts';

type Ask = <T>(request: HttpRequest<T>, onlyAs?: Owner) => Promise<Result<T>>;

/** How long (ms) a piece of a file may take: at 256 KiB this is a line of 35 kbit/s. */
const PIECE_TIMEOUT = 60_000;
const TIMEOUT = 30_000;
/** A whole file. */
const DOWNLOAD_TIMEOUT = 10 * 60_000;

const TUS = { 'tus-resumable': '1.0.0' };

/**
 * The bytes of attachments by the tus protocol 1.0.0 (https://tus.io/protocols/resumable-upload). Written here because its own client wants XMLHttpRequest,
 * which a service worker lacks; the protocol's core is three requests. An upload's address ends with its attachment's id.
 */
export function createUploadApi(ask: Ask) {
  return {
    async offset(id: string, owner: Owner): Promise<Result<number | null>> {
      const answer = await ask(
        { method: 'HEAD', path: path`uploads/${id}`, headers: TUS, answer: offsetIn, timeout: TIMEOUT },
        owner,
      );
      return answer.ok || answer.error.code !== 'not-found' ? answer : { ok: true, value: null };
    },
    begin({ id, size }: { id: string; size: number }, owner: Owner): Promise<Result<void>> {
      const headers = {
        ...TUS,
        'upload-length': `${size}`,
        'upload-metadata': `attachmentId ${btoa(id)}`,
      };
      return ask({ method: 'POST', path: 'uploads', headers, answer: null, timeout: TIMEOUT }, owner);
    },
    append(
      id: string,
      offset: number,
      bytes: Uint8Array<ArrayBuffer>,
      owner: Owner,
    ): Promise<Result<number>> {
      const headers = {
        ...TUS,
        'upload-offset': `${offset}`,
        'content-type': 'application/offset+octet-stream',
      };
      const target = path`uploads/${id}`;
      return ask(
        { method: 'PATCH', path: target, headers, bytes, answer: offsetIn, timeout: PIECE_TIMEOUT },
        owner,
      );
    },
    giveUp(id: string, owner: Owner): Promise<Result<void>> {
      return ask({ method: 'DELETE', path: path`uploads/${id}`, answer: null, timeout: TIMEOUT }, owner);
    },
    content(id: string): Promise<Result<Uint8Array<ArrayBuffer>>> {
      const answer = async (response: Response) => new Uint8Array(await response.arrayBuffer());
      return ask({ method: 'GET', path: path`attachments/${id}/content`, answer, timeout: DOWNLOAD_TIMEOUT });
    },
  };
}

/** Null where the answer does not say it, as one of something in between would not. */
async function offsetIn(response: Response): Promise<number | null> {
  const value = response.headers.get('upload-offset');
  return value !== null && /^\d{1,12}$/.test(value) ? Number(value) : null;
}
