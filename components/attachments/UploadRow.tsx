import { Pause, Play } from 'lucide';
import type { FileUpload } from '../../domain/file-upload.ts';
import { attachments as words } from '../../locales/pt-BR/attachments.ts';
import { dates } from '../../locales/pt-BR/dates.ts';
import { numbers } from '../../locales/pt-BR/numbers.ts';
import { usePanel } from '../panel/panel-context.ts';
import { useTimes } from '../panel/use-times.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { AttachmentRow } from './AttachmentRow.tsx';
import { viewOf } from './file-icon.ts';
import type { FileActs } from './use-file-acts.tsx';

/** A file on its way: how much has gone, pause and resume; and, where it needs the agent, why and the choices. */
export function UploadRow({ upload, acts }: { upload: FileUpload; acts: FileActs }) {
  const { files } = usePanel().ports;
  const { id, file, state, sent } = upload;
  const where = useWhere(upload);
  const needs = state === 'needs';
  const share = file.size === 0 ? 0 : sent / file.size;
  return (
    <AttachmentRow
      id={id}
      name={file.name}
      mediaType={file.mediaType}
      details={needs ? [numbers.bytes(file.size)] : where}
      error={needs ? `${upload.problem?.message ?? words.needs} ${words.safe}` : undefined}
      view={
        viewOf(file.mediaType) === null
          ? undefined
          : { label: words.view(file.name), onClick: () => acts.view(file) }
      }
      progress={
        state === 'sending' || state === 'paused' || sent > 0
          ? { label: words.progress(file.name), share }
          : undefined
      }
      actions={
        state === 'paused' ? (
          <IconButton icon={Play} label={words.resume(file.name)} onClick={() => void files.resume(id)} />
        ) : (
          (state === 'sending' || state === 'waiting') && (
            <IconButton icon={Pause} label={words.pause(file.name)} onClick={() => void files.pause(id)} />
          )
        )
      }
      choices={
        (needs || state === 'paused') && (
          <>
            {needs && (
              <Button size="xs" kind="primary" onClick={() => void files.resume(id)}>
                {words.retry}
              </Button>
            )}
            <Button size="xs" onClick={() => void files.giveUp(id)} data={{ 'data-guard': '' }}>
              {words.giveUp}
            </Button>
          </>
        )
      }
    />
  );
}

/** Where it is in words, after its size where that is not said with it. */
function useWhere({ state, sent, file, retryAt }: FileUpload): string[] {
  const panel = usePanel();
  const times = useTimes();
  const size = numbers.bytes(file.size);
  switch (state) {
    case 'sending':
      return [words.sending(numbers.bytes(sent), size)];
    case 'paused':
      return [words.paused(numbers.bytes(sent), size)];
    case 'giving-up':
      return [size, words.callingOff];
    case 'done':
      return [size, words.arrived];
    case 'needs':
      return [size];
    case 'waiting': {
      if (panel.ports.connection.state.value !== 'online') return [size, words.offline];
      const seconds = retryAt === null ? 0 : Math.round((Date.parse(retryAt) - times.now.getTime()) / 1000);
      if (seconds <= 0) return [size, words.waiting];
      const span =
        seconds < 60 ? `${seconds} s` : dates.span({ unit: 'minute', count: Math.ceil(seconds / 60) });
      return [size, words.retryIn(span)];
    }
  }
}
