import { writing as words } from '../../locales/pt-BR/writing.ts';
import type { OpenWriting } from '../../state/open-writing.ts';
import { usePanel } from '../panel/panel-context.ts';
import { useTimes } from '../panel/use-times.ts';
import { Timer } from '../ui/Timer.tsx';

/** How long this opinion has been going on: from its start, else from the first keystroke. Nothing before that. */
export function WritingTimer({ open }: { open: OpenWriting }) {
  const panel = usePanel();
  const times = useTimes();
  const { startedAt: given, writingStartedAt, endedAt } = open.writing.draft.value;
  const startedAt = given ?? writingStartedAt;
  // With an end of its own nothing runs: the fields say how long it took.
  if (startedAt === null || endedAt !== null) return null;
  return (
    <Timer
      startedAt={startedAt}
      title={words.startedAt(times.time(startedAt))}
      now={() => panel.ports.now().getTime()}
    />
  );
}
