import { createSettings } from '../storage/settings.ts';
import { createClientStorage } from './client-storage.ts';
import { readServerUrl } from './server-url.ts';
import { toOwner } from './session-owner.ts';
import { localArea, sessionArea, shownArea } from './value-areas.ts';

/** What the page shows, and nothing else: a file whose content was found to be a PDF is drawn by the browser's own viewer, which stands apart from every page. */
const SHOWN = 'application/pdf';

/** The PDF that the address names, from this machine; null where it is not there, is another's, or is something else. */
export async function readDocument(asked: URLSearchParams): Promise<{ name: string; content: Blob } | null> {
  const settings = createSettings(localArea(), sessionArea(), shownArea());
  const owner = toOwner(await readServerUrl(settings), await settings.session.read());
  const sha256 = asked.get('sha256');
  if (owner === null || sha256 === null) return null;
  const { files } = createClientStorage({ serverUrl: () => readServerUrl(settings) });
  const file = await files.read(owner, sha256);
  if (file === null || file.mediaType !== SHOWN) return null;
  return { name: asked.get('name') ?? '', content: new Blob([file.bytes], { type: SHOWN }) };
}
