import { Download } from 'lucide';
import type { Attachment } from '../../domain/attachment.ts';
import { attachments as words } from '../../locales/pt-BR/attachments.ts';
import { IconButton } from '../ui/IconButton.tsx';
import type { FileActs } from './use-file-acts.tsx';

/** Saving a file with the browser's own download. */
export function FetchActions({ file, acts }: { file: Attachment; acts: FileActs }) {
  const isOpening = acts.opening === file.id;
  return (
    <IconButton
      icon={Download}
      label={words.download(file.name)}
      attributes={{ 'aria-busy': isOpening, disabled: isOpening }}
      onClick={() => acts.download(file)}
    />
  );
}
