import { History } from 'lucide';
import { ticket as words } from '../../locales/pt-BR/ticket.ts';
import type { TicketView } from '../../state/ticket-view.ts';
import type { TimelineItem } from '../../state/timeline.ts';
import { Icon } from '../ui/Icon.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { EventItem } from './EventItem.tsx';
import { OpinionItem } from './OpinionItem.tsx';
import { UnsentItem } from './UnsentItem.tsx';

/** The history: older opinions folded into one line, the loaded ones, and what is on its way. */
export function Timeline({ view }: { view: TicketView }) {
  const items = view.timeline.value;
  const isLoading = view.opinions.value.kind === 'loading' && !view.isLocal.value;
  return (
    <>
      <ol class="tl" aria-label={words.history}>
        <EarlierLine view={view} />
        {items.map((item) => (
          <TimelineLine key={item.id} item={item} />
        ))}
      </ol>
      {isLoading && <Skeleton rows={2} titled={false} />}
    </>
  );
}

function TimelineLine({ item }: { item: TimelineItem }) {
  switch (item.kind) {
    case 'opinion':
      return <OpinionItem opinion={item.opinion} delivery={item.delivery} />;
    case 'event':
      return <EventItem event={item.event} />;
    case 'unsent':
      return <UnsentItem entry={item.entry} />;
  }
}

function EarlierLine({ view }: { view: TicketView }) {
  const earlier = view.earlier.value;
  const problem = view.earlierProblem.value;
  if (earlier === 0) return null;
  return (
    <li class="op op--event">
      <span class="op__ic">
        <Icon icon={History} size={14} />
      </span>
      <div>
        {view.loadingEarlier.value ? (
          <span role="status">{words.loadingEarlier}</span>
        ) : (
          <button class="link" type="button" onClick={() => void view.loadEarlier()}>
            {words.earlier(earlier)}
          </button>
        )}
        {problem !== null && (
          <p class="err" role="alert">
            {problem.message}
          </p>
        )}
      </div>
    </li>
  );
}
