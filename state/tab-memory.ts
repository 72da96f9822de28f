import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Draft } from '../domain/draft.ts';
import { firstWriting } from './leaving.ts';
import type { Navigation } from './navigation.ts';
import type { PanelPorts } from './ports.ts';
import type { ScreenPorts } from './screen-ports.ts';

/**
 * What this tab was writing is on its screen again, whatever its new page is about, and what it writes from then on is
 * remembered.
 */
export function rememberDraft(parts: {
  ports: Pick<PanelPorts, 'drafts'> & Pick<ScreenPorts, 'lastDraft'>;
  user: { id: string };
  navigation: Pick<Navigation, 'stack'>;
  resume(draft: Draft): Promise<unknown>;
}): { restoring: ReadonlySignal<boolean>; stop(): void } {
  const { ports, user, navigation, resume } = parts;
  const id = ports.lastDraft.read();
  const restoring = signal(id !== null);

  const restore = async () => {
    const draft = id === null ? null : await ports.drafts.get(id);
    if (draft === null || draft.userId !== user.id || draft.finishedLaterAt !== null) return;
    if (navigation.stack.peek().length === 0) await resume(draft);
  };

  void restore().finally(() => {
    restoring.value = false;
  });
  const stop = effect(() => {
    const open = firstWriting(navigation.stack.value);
    if (!restoring.value)
      ports.lastDraft.write(open?.writing.touched.value ? open.writing.draft.peek().id : null);
  });
  return { restoring, stop };
}
