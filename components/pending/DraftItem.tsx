import { Trash2 } from 'lucide';
import type { Draft } from '../../domain/draft.ts';
import { formatProtocol } from '../../domain/protocol.ts';
import { imageUsage } from '../../domain/rich-text/limits.ts';
import { excerpt } from '../../domain/rich-text/plain-text.ts';
import { numbers } from '../../locales/pt-BR/numbers.ts';
import { pending as words } from '../../locales/pt-BR/pending.ts';
import { useResume } from '../panel/use-resume.ts';
import { useTimes } from '../panel/use-times.ts';
import { IconButton } from '../ui/IconButton.tsx';

/** A draft: whose, what, how much, how old; resume it or throw it away. */
export function DraftItem({ draft, onDiscard }: { draft: Draft; onDiscard: () => void }) {
  const resume = useResume();
  const times = useTimes();
  const images = imageUsage(draft.body);
  const size = numbers.bytes(excerpt(draft.body, 200_000).length);
  const what =
    draft.target.kind === 'newTicket' ? words.newOne : formatProtocol(draft.target.protocol).slice(-6);
  return (
    <li class="obx" data-draft={draft.id}>
      <div class="obx__head">
        <b class="cut" title={draft.customer.name}>
          {draft.customer.name}
        </b>
        <span class="muted obx__what">{what}</span>
        <span class="age">{times.age(draft.updatedAt)}</span>
      </div>
      <p class="obx__text cut">{excerpt(draft.body) || words.noText}</p>
      <div class="obx__sub">
        <span class="cut">
          {[size, images.count > 0 ? words.images(images.count, numbers.bytes(images.bytes)) : '']
            .filter(Boolean)
            .join(' · ')}
        </span>
        <span class="grow" />
        <span class="obx__q">
          <button
            class="link"
            type="button"
            data-row=""
            data-key={draft.id}
            onClick={() => void resume(draft)}
          >
            {words.resume}
          </button>
          <span data-guard="">
            <IconButton icon={Trash2} size="xs" label={words.discard} onClick={onDiscard} />
          </span>
        </span>
      </div>
    </li>
  );
}
