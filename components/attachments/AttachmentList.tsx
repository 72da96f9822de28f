import type { Attachment, ListedAttachment } from '../../domain/attachment.ts';
import type { FileUpload } from '../../domain/file-upload.ts';
import { attachments as words } from '../../locales/pt-BR/attachments.ts';
import { numbers } from '../../locales/pt-BR/numbers.ts';
import { usePanel } from '../panel/panel-context.ts';
import { AttachmentRow } from './AttachmentRow.tsx';
import { FetchActions } from './FetchActions.tsx';
import { viewOf } from './file-icon.ts';
import { UploadRow } from './UploadRow.tsx';
import { type FileActs, useFileActs } from './use-file-acts.tsx';

export interface AttachmentListProps {
  /** As the server lists them, or as they stand in a command that it does not have yet. */
  files: readonly (ListedAttachment | Attachment)[];
}

/** The files of an opinion in the history: those that arrived can be looked at and saved, the others say where they are. */
export function AttachmentList({ files }: AttachmentListProps) {
  const uploads = usePanel().ports.files.uploads.value;
  const acts = useFileActs();
  if (files.length === 0) return null;
  return (
    <>
      <ul class="atts" aria-label={words.list}>
        {files.map((file) => (
          <Line key={file.id} file={file} upload={uploads.find(({ id }) => id === file.id)} acts={acts} />
        ))}
      </ul>
      {acts.viewer}
    </>
  );
}

interface LineProps {
  file: ListedAttachment | Attachment;
  upload: FileUpload | undefined;
  acts: FileActs;
}

function Line({ file, upload, acts }: LineProps) {
  const state = 'state' in file ? file.state : null;
  const hasArrived = state === 'arrived' || upload?.state === 'done';
  if (upload !== undefined && !hasArrived) return <UploadRow upload={upload} acts={acts} />;
  // What was written here can be looked at before it has gone.
  const isHere = hasArrived || state === null;
  const where = hasArrived ? null : stateInWords(state);
  return (
    <AttachmentRow
      id={file.id}
      name={file.name}
      mediaType={file.mediaType}
      details={[numbers.bytes(file.size), ...(where === null ? [] : [where])]}
      view={
        isHere && viewOf(file.mediaType) !== null
          ? { label: words.view(file.name), onClick: () => acts.view(file) }
          : undefined
      }
      actions={isHere && <FetchActions file={file} acts={acts} />}
    />
  );
}

function stateInWords(state: ListedAttachment['state'] | null): string {
  if (state === null) return words.afterText;
  return state === 'given-up' ? words.givenUp : words.onTheWay;
}
