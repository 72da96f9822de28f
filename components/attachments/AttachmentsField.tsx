import { Paperclip, X } from 'lucide';
import { useCallback, useId, useRef, useState } from 'preact/hooks';
import { ATTACHMENT_LIMIT, type Attachment } from '../../domain/attachment.ts';
import { ATTACHMENTS_FIELD } from '../../domain/attachment-rules.ts';
import type { TicketType } from '../../domain/ticket-type.ts';
import { attachments as words } from '../../locales/pt-BR/attachments.ts';
import { numbers } from '../../locales/pt-BR/numbers.ts';
import { usePanel, useToasts } from '../panel/panel-context.ts';
import type { WritingForm } from '../ticket/use-writing.ts';
import { FieldRow } from '../ui/Field.tsx';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { AttachmentRow } from './AttachmentRow.tsx';
import { viewOf } from './file-icon.ts';
import { useFileActs } from './use-file-acts.tsx';
import { useFileDrop } from './use-file-drop.ts';

/** Whether the form has the field: the type takes files, or files are there that it does not take. */
export function hasAttachmentsField(
  type: Pick<TicketType, 'attachmentLimit'> | null,
  files: readonly Attachment[] | undefined,
): boolean {
  return (type?.attachmentLimit ?? null) !== null || (files?.length ?? 0) > 0;
}

/** A file that was refused: it keeps its row, with the reason, until it is dismissed. */
interface Refused {
  id: number;
  name: string;
  message: string;
}

/** Anexos: picked or dropped, several at once; each is checked and kept on this machine before it is listed. */
export function AttachmentsField({ form, type }: { form: WritingForm; type: TicketType | null }) {
  const files = form.draft.attachments ?? [];
  const limit = type?.attachmentLimit ?? null;
  const intake = useIntake(form, limit);
  const isOver = useFileDrop(limit === null ? null : intake.take);
  const acts = useFileActs();
  const toasts = useToasts();
  const picker = useRef<HTMLInputElement>(null);
  const textId = useId();

  const keep = (change: (now: Attachment[]) => Attachment[]) => {
    const now = form.open.writing.draft.peek().attachments ?? [];
    form.change({ attachments: change(now) });
  };
  const remove = (file: Attachment) => {
    const place = files.findIndex(({ id }) => id === file.id);
    keep((now) => now.filter(({ id }) => id !== file.id));
    toasts.show({
      text: words.removed(file.name),
      icon: X,
      undo: () => keep((now) => now.toSpliced(place, 0, file)),
    });
  };

  return (
    <FieldRow label={words.field} name={ATTACHMENTS_FIELD} error={form.errorOf(ATTACHMENTS_FIELD)} top>
      {(control) => (
        <div>
          {files.length + intake.refused.length > 0 && (
            <ul class="atts" aria-label={words.field}>
              {files.map((file) => (
                <AttachmentRow
                  key={file.id}
                  id={file.id}
                  name={file.name}
                  mediaType={file.mediaType}
                  details={[numbers.bytes(file.size), words.ready]}
                  view={
                    viewOf(file.mediaType) === null
                      ? undefined
                      : { label: words.view(file.name), onClick: () => acts.view(file) }
                  }
                  actions={
                    <IconButton icon={X} label={words.remove(file.name)} onClick={() => remove(file)} />
                  }
                />
              ))}
              {intake.refused.map(({ id, name, message }) => (
                <AttachmentRow
                  key={id}
                  name={name}
                  mediaType=""
                  details={[]}
                  error={message}
                  actions={
                    <IconButton icon={X} label={words.dismiss(name)} onClick={() => intake.dismiss(id)} />
                  }
                />
              ))}
            </ul>
          )}
          {limit !== null && (
            <>
              <button
                type="button"
                id={control.id}
                class={isOver ? 'drop drop--over' : 'drop'}
                aria-labelledby={`${control.labelId} ${textId}`}
                aria-describedby={control.describedBy}
                aria-busy={intake.busy > 0}
                onClick={() => picker.current?.click()}
              >
                <Icon icon={Paperclip} size={14} />
                <span id={textId}>{dropText(isOver, intake.busy, limit)}</span>
              </button>
              <input
                ref={picker}
                type="file"
                multiple
                hidden
                aria-label={words.pick}
                onChange={(event) => {
                  const input = event.currentTarget;
                  intake.take([...(input.files ?? [])]);
                  // The same file can be picked again.
                  input.value = '';
                }}
              />
            </>
          )}
          {acts.viewer}
        </div>
      )}
    </FieldRow>
  );
}

function dropText(isOver: boolean, busy: number, limit: number): string {
  if (isOver) return words.dropNow;
  return busy > 0 ? words.reading : words.drop(numbers.bytes(Math.min(limit, ATTACHMENT_LIMIT)));
}

/** Takes files one after the other: what is good joins the draft, what is not keeps a row with the reason. */
function useIntake(form: WritingForm, limit: number | null) {
  const { ports } = usePanel();
  const [busy, setBusy] = useState(0);
  const [refused, setRefused] = useState<Refused[]>([]);
  const serial = useRef(0);
  const { open } = form;
  const take = useCallback(
    async (files: File[]) => {
      if (limit === null) return;
      setBusy((count) => count + files.length);
      for (const file of files) {
        const taken = await ports.files.take(file, limit);
        if (taken.ok) {
          const now = open.writing.draft.peek().attachments ?? [];
          open.refuse(null);
          open.writing.change({ attachments: [...now, taken.value] });
        } else {
          serial.current += 1;
          const { message } = taken.error;
          setRefused((all) => [...all, { id: serial.current, name: file.name, message }]);
        }
        setBusy((count) => count - 1);
      }
    },
    [limit, ports, open],
  );
  return {
    busy,
    refused,
    take: useCallback((files: File[]) => void take(files), [take]),
    dismiss: (id: number) => setRefused((all) => all.filter((one) => one.id !== id)),
  };
}
