import { effect, signal } from '@preact/signals';
import type { Draft } from '../domain/draft.ts';
import { firstWriting } from './leaving.ts';
import type { Navigation } from './navigation.ts';
import type { PanelPorts } from './ports.ts';
import type { ScreenPorts } from './screen-ports.ts';

/**
 * What this tab was writing is on its screen again, whatever its new page is about, and what it writes from then on is
 * remembered. Returns the way to stop.
 */
export function rememberDraft(parts: {
  ports: Pick<PanelPorts, 'drafts'> & Pick<ScreenPorts, 'lastDraft'>;
  user: { id: string };
  navigation: Pick<Navigation, 'stack'>;
  resume(draft: Draft): Promise<unknown>;
}): () => void {
  const { ports, user, navigation, resume } = parts;
  const isRestored = signal(false);

  const restore = async () => {
    const id = ports.lastDraft.read();
    const draft = id === null ? null : await ports.drafts.get(id);
    if (draft === null || draft.userId !== user.id || draft.finishedLaterAt !== null) return;
    if (navigation.stack.peek().length === 0) await resume(draft);
  };

  void restore().finally(() => {
    isRestored.value = true;
  });
  return effect(() => {
    const open = firstWriting(navigation.stack.value);
    if (isRestored.value)
      ports.lastDraft.write(open?.writing.touched.value ? open.writing.draft.peek().id : null);
  });
}
