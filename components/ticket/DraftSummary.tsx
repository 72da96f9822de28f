import { excerpt } from '../../domain/rich-text/plain-text.ts';
import { workflow as words } from '../../locales/pt-BR/workflow.ts';
import type { OpenWriting } from '../../state/open-writing.ts';
import { writerOf } from '../../state/writer.ts';
import { usePanel } from '../panel/panel-context.ts';
import { useTimes } from '../panel/use-times.ts';
import { Avatar } from '../ui/Monogram.tsx';

/** What is about to be sent, in a few words. */
export function DraftSummary({ open, onEdit }: { open: OpenWriting; onEdit: () => void }) {
  const panel = usePanel();
  const times = useTimes();
  const draft = open.writing.draft.value;
  const { startedAt, writingStartedAt, endedAt } = draft;
  const from = startedAt ?? writingStartedAt;
  return (
    <div class="before__sum">
      <div class="sumry">
        <div class="sumry__h">
          <Avatar name={writerOf(panel.ports.session.state.value).user.name} />
          <b>{words.yours}</b>
          {from !== null && (
            <span class="muted num">
              {words.period(times.time(from), endedAt === null ? words.now : times.time(endedAt))}
            </span>
          )}
          <span class="grow" />
          <button class="link" type="button" onClick={onEdit}>
            {words.edit}
          </button>
        </div>
        <p class="sumry__t">{excerpt(open.writing.current().body)}</p>
      </div>
    </div>
  );
}
