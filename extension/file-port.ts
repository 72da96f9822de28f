import type { ReadonlySignal } from '@preact/signals';
import type { Attachment } from '../domain/attachment.ts';
import type { Owner } from '../domain/owner.ts';
import { problemOf } from '../domain/problem-texts.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { problems } from '../locales/pt-BR/problems.ts';
import type { Requester } from '../messaging/message.ts';
import type { PanelRequests } from '../messaging/panel-requests.ts';
import type { FileKeeper } from '../state/file-keeper.ts';
import type { ClientStorage } from './client-storage.ts';
import { takeFile } from './file-intake.ts';
import { queryToSignal } from './live-signals.ts';

/** Attachments as a page deals with them: kept straight in the database, sent and fetched by the background. */
export function createFilePort(parts: {
  storage: ClientStorage;
  owner: ReadonlySignal<Owner | null>;
  ask: Requester<PanelRequests>;
  nudge(): void;
}): FileKeeper {
  const { storage, owner, ask, nudge } = parts;
  const uploads = queryToSignal(owner, (current) => storage.uploads.list(current), []);
  const change = async (act: (current: Owner) => Promise<void>) => {
    if (owner.value === null) return;
    await act(owner.value);
    nudge();
  };
  return {
    uploads,
    async take(file, limit) {
      if (owner.value === null) return err(problemOf(problems, 'signed-out'));
      return takeFile(file, limit, owner.value, storage.files);
    },
    open,
    async showInTab(file) {
      const opened = await open(file);
      if (!opened.ok) return opened;
      const asked = await ask('files.show', { sha256: file.sha256, name: file.name });
      return asked.ok ? ok(undefined) : asked;
    },
    pause: (id) => change((current) => storage.uploads.pause(current, id)),
    resume: (id) => change((current) => storage.uploads.resume(current, id)),
    giveUp: (id) => change((current) => storage.uploads.giveUp(current, id)),
  };

  async function open(file: Attachment): Promise<Result<Blob>> {
    const current = owner.value;
    if (current === null) return err(problemOf(problems, 'signed-out'));
    const kept = await storage.files.read(current, file.sha256);
    if (kept !== null) return ok(new Blob([kept.bytes], { type: file.mediaType }));
    const { id, name, sha256, mediaType } = file;
    const fetched = await ask('files.fetch', { id, name, sha256, mediaType });
    if (!fetched.ok) return fetched;
    const copy = await storage.files.read(current, sha256);
    return copy === null
      ? err(problemOf(problems, 'not-kept'))
      : ok(new Blob([copy.bytes], { type: mediaType }));
  }
}
