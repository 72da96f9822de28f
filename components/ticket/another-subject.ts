import type { Draft } from '../../domain/draft.ts';
import { call as words } from '../../locales/pt-BR/call.ts';
import { draftToNextSubject } from '../../state/call-start.ts';
import type { Panel } from '../../state/panel.ts';

/** The act that a notice offers after a text of a call was sent: a second ticket of the same call. Null where no call was. */
export function anotherSubject(panel: Panel, draft: Draft): { label: string; run: () => void } | null {
  const start = draftToNextSubject(draft);
  if (start === null) return null;
  return {
    label: words.anotherSubjectShort,
    run: () => void panel.startFromCall(draft.customer, null, start),
  };
}
