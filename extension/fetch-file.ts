import type { Api } from '../api/client.ts';
import type { Attachment } from '../domain/attachment.ts';
import type { Owner } from '../domain/owner.ts';
import { problemOf } from '../domain/problem-texts.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { attachments as words } from '../locales/pt-BR/attachments.ts';
import { problems } from '../locales/pt-BR/problems.ts';
import type { FileStore } from '../storage/file-store.ts';
import { sha256Of } from './file-intake.ts';

export type FileToFetch = Pick<Attachment, 'id' | 'name' | 'sha256' | 'mediaType'>;

/**
 * Brings an attachment's bytes from the server onto this machine, where pages find them: bytes do not go through messages. They are what
 * was sent, or they are not taken.
 */
export function createFileFetcher(parts: {
  api: Api;
  files: Pick<FileStore, 'keep'>;
  owner(): Promise<Owner | null>;
}): (file: FileToFetch) => Promise<Result<null>> {
  return async (file) => {
    const owner = await parts.owner();
    if (owner === null) return err(problemOf(problems, 'signed-out'));
    const content = await parts.api.files.content(file.id);
    if (!content.ok) {
      const isAway = content.error.code === 'offline' || content.error.code === 'timeout';
      return err(isAway ? { ...content.error, message: words.needsConnection(file.name) } : content.error);
    }
    if ((await sha256Of(content.value)) !== file.sha256) {
      return err({ code: 'content-differs', message: words.damaged(file.name) });
    }
    const { sha256, mediaType } = file;
    const kept = await parts.files.keep(owner, { sha256, mediaType, bytes: content.value }, true);
    return kept.ok ? ok(null) : err({ ...kept.error, message: words.noRoom(file.name) });
  };
}
