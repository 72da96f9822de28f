import { Check, TriangleAlert } from 'lucide';
import type { Problem } from '../../domain/result.ts';
import { IMAGE_BYTES_LIMIT } from '../../domain/rich-text/limits.ts';
import { writing as words } from '../../locales/pt-BR/writing.ts';
import type { OpenWriting } from '../../state/open-writing.ts';
import { useCopyDocument } from '../editor/use-copy-document.ts';
import { useTimes } from '../panel/use-times.ts';
import { Alert } from '../ui/Alert.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';

export interface WritingFooterProps {
  open: OpenWriting;
  onFinishLater: () => void;
  onOk: () => void;
  /** Bytes of the images in the text. */
  imageBytes: number;
  flat?: boolean | undefined;
}

/** Where the text is, and the two acts: put off, send. */
export function WritingFooter({ open, onFinishLater, onOk, imageBytes, flat }: WritingFooterProps) {
  const sending = open.sending.value;
  const off = imageBytes > IMAGE_BYTES_LIMIT ? words.imagesOver : sending ? words.sendingNow : undefined;
  return (
    <>
      <Refusal open={open} />
      <footer class={flat ? 'foot foot--flat' : 'foot'}>
        <span class="foot__note" role="status">
          <KeptNote open={open} />
        </span>
        <Button keys={words.finishLaterKeys} onClick={onFinishLater}>
          {words.finishLater}
        </Button>
        <Button
          kind="primary"
          keys={words.okKeys}
          onClick={onOk}
          disabledReason={off}
          data={{ 'data-guard': '' }}
        >
          {words.ok}
        </Button>
      </footer>
    </>
  );
}

function KeptNote({ open }: { open: OpenWriting }) {
  const times = useTimes();
  const keeping = open.writing.keeping.value;
  if (keeping.kind === 'untouched') return null;
  if (keeping.kind === 'failed') return <Icon icon={TriangleAlert} size={14} label={words.notKept} />;
  const text = keeping.kind === 'kept' ? words.kept(times.time(keeping.at)) : words.keeping;
  return (
    <>
      {keeping.kind === 'kept' && <Icon icon={Check} size={14} />}
      <span class="cut">{text}</span>
    </>
  );
}

/** What keeps the text from being kept or sent, where no field is at fault. */
function Refusal({ open }: { open: OpenWriting }) {
  const copy = useCopyDocument();
  const keeping = open.writing.keeping.value;
  const refusal = open.refusal.value;
  const isNotKept = keeping.kind === 'failed' || isLossOfRoom(refusal);
  const problem = keeping.kind === 'failed' ? keeping.problem : refusal;
  if (problem === null || (keeping.kind !== 'failed' && isOfAField(problem))) return null;
  const actions = isNotKept ? (
    <Button size="xs" onClick={() => void copy(open.writing.current().body)}>
      {words.copyText}
    </Button>
  ) : undefined;
  return (
    <div class="foot__alert">
      <Alert icon={TriangleAlert} kind="danger" flush announced actions={actions}>
        {problem.message}
      </Alert>
    </div>
  );
}

/** Said at its field. What is wrong with the way of the ticket has none in the form. */
function isOfAField({ field }: Problem): boolean {
  return field !== undefined && !field.startsWith('route');
}

/** OK found no room for what it sends: the text is perhaps on this screen only. */
function isLossOfRoom(refusal: Problem | null): boolean {
  return refusal?.code === 'quota-exceeded' || refusal?.code === 'not-kept';
}
