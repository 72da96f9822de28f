import { CloudCheck, Trash2, TriangleAlert } from 'lucide';
import { useState } from 'preact/hooks';
import type { OutboxEntry } from '../../domain/delivery.ts';
import type { DiscardedDraft, Draft } from '../../domain/draft.ts';
import { richTextToPlainText } from '../../domain/rich-text/plain-text.ts';
import { panel as panelWords } from '../../locales/pt-BR/panel.ts';
import { pending as words } from '../../locales/pt-BR/pending.ts';
import { matchesWords } from '../../state/matching.ts';
import { Body } from '../panel/Body.tsx';
import { usePanel, useToasts } from '../panel/panel-context.ts';
import { useResume } from '../panel/use-resume.ts';
import { useTimes } from '../panel/use-times.ts';
import { Alert } from '../ui/Alert.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Fold } from '../ui/Fold.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { DraftItem } from './DraftItem.tsx';
import { OutboxItem } from './OutboxItem.tsx';
import { textOfEntry } from './text-of-entry.ts';
import { UploadGroup } from './UploadGroup.tsx';
import { useRestore } from './use-restore.ts';

/** What needs the agent on top, then the queue, the drafts, and what was confirmed today. */
export function PendingScreen() {
  const panel = usePanel();
  const [query, setQuery] = useState('');
  const { needs, queue, drafts, discarded, confirmed } = panel.pending;
  const isFound = (customer: string, text: string) =>
    query.trim() === '' || matchesWords(query, [customer, text]);
  const entryFound = (entry: OutboxEntry) =>
    isFound(entry.customer.name, `${entry.title} ${textOfEntry(entry)}`);
  const draftFound = (draft: Draft) => isFound(draft.customer.name, richTextToPlainText(draft.body));
  const sending = [...needs.value, ...queue.value].filter(entryFound);
  const onTheWay = panel.pending.uploads.value.filter(({ customer, title, file }) =>
    isFound(customer.name, `${title} ${file.name}`),
  );
  const begun = drafts.value.filter(draftFound);
  const times = useTimes();
  const isToday = (entry: OutboxEntry) => entry.confirmedAt !== null && times.isToday(entry.confirmedAt);
  const done = confirmed.value.filter(isToday).filter(entryFound);
  const aside = discarded.value.filter(({ draft }) => draftFound(draft));
  const unreadable = panel.pending.unreadable.value;
  const elsewhere = panel.pending.elsewhere.value;
  const isEmpty =
    panel.pending.count.value === 0 &&
    !confirmed.value.some(isToday) &&
    discarded.value.length === 0 &&
    elsewhere.length === 0 &&
    unreadable === 0;

  return (
    <Body tab="pending" label={panelWords.tabs.pending} class="pend">
      {isEmpty ? (
        <EmptyState icon={CloudCheck} title={words.emptyTitle}>
          {words.emptyText}
        </EmptyState>
      ) : (
        <>
          <div class="search">
            <SearchField
              value={query}
              onInput={setQuery}
              label={words.search}
              placeholder={words.placeholder}
              keys="/"
            />
          </div>
          {unreadable > 0 && (
            <Alert icon={TriangleAlert} kind="warning">
              {words.unreadable(unreadable)}
            </Alert>
          )}
          {elsewhere.map(({ serverUrl, count }) => (
            <Alert key={serverUrl} icon={TriangleAlert} kind="warning">
              {words.elsewhere(count, serverUrl)}
            </Alert>
          ))}
          <SendingGroup entries={sending} />
          <UploadGroup uploads={onTheWay} />
          <DraftGroup drafts={begun} />
          {done.length > 0 && <ConfirmedFold entries={done} />}
          {aside.length > 0 && <DiscardedFold discarded={aside} />}
          {query !== '' &&
            sending.length + onTheWay.length + begun.length + done.length + aside.length === 0 && (
              <p class="find__note">{words.nothing(query)}</p>
            )}
        </>
      )}
    </Body>
  );
}

function SendingGroup({ entries }: { entries: OutboxEntry[] }) {
  const panel = usePanel();
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby="pending-sending">
      <div class="grp">
        <h2 class="grp__t" id="pending-sending">
          {words.sending}
        </h2>
        <span class="num">{entries.length}</span>
        <span class="grow" />
        <button class="link" type="button" data-guard="" onClick={() => void panel.ports.outbox.retry()}>
          {words.sendNow}
        </button>
      </div>
      <ul>
        {entries.map((entry) => (
          <OutboxItem key={entry.id} entry={entry} />
        ))}
      </ul>
    </section>
  );
}

function DraftGroup({ drafts }: { drafts: Draft[] }) {
  const discard = useDiscard();
  const resume = useResume();
  if (drafts.length === 0) return null;
  return (
    <section aria-labelledby="pending-drafts">
      <div class="grp">
        <h2 class="grp__t" id="pending-drafts">
          {words.drafts}
        </h2>
        <span class="num">{drafts.length}</span>
        <span class="grow" />
        <span>{words.keptHere}</span>
      </div>
      <ul>
        {drafts.map((draft) => (
          <DraftItem key={draft.id} draft={draft} at={draft.updatedAt}>
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
              <IconButton icon={Trash2} size="xs" label={words.discard} onClick={() => void discard(draft)} />
            </span>
          </DraftItem>
        ))}
      </ul>
    </section>
  );
}

function ConfirmedFold({ entries }: { entries: OutboxEntry[] }) {
  return (
    <Fold label={words.confirmedToday} summary={<span class="num">{entries.length}</span>}>
      <ul>
        {entries.map((entry) => (
          <OutboxItem key={entry.id} entry={entry} />
        ))}
      </ul>
    </Fold>
  );
}

/** What was thrown away lately: the way back when the toast is gone. */
function DiscardedFold({ discarded }: { discarded: DiscardedDraft[] }) {
  const restore = useRestore();
  return (
    <Fold label={words.discardedGroup} summary={<span class="num">{discarded.length}</span>}>
      <p class="obx__note">{words.discardedNote}</p>
      <ul>
        {discarded.map(({ draft, discardedAt }) => (
          <DraftItem key={draft.id} draft={draft} at={discardedAt}>
            <button class="link" type="button" data-row="" onClick={() => void restore(draft.id)}>
              {words.restore}
            </button>
          </DraftItem>
        ))}
      </ul>
    </Fold>
  );
}

/** Takes a draft away at once and offers the way back. */
function useDiscard(): (draft: Draft) => Promise<void> {
  const panel = usePanel();
  const toasts = useToasts();
  const restore = useRestore();
  return async (draft) => {
    const answer = await panel.pending.discard(draft);
    toasts.show(
      answer.ok
        ? { text: words.discarded, icon: Trash2, undo: () => void restore(draft.id) }
        : { text: answer.error.message, icon: TriangleAlert },
    );
  };
}
