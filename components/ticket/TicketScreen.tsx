import { Copy, Ellipsis } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import { formatProtocol } from '../../domain/protocol.ts';
import type { Decision } from '../../domain/workflow.ts';
import { panel as panelWords } from '../../locales/pt-BR/panel.ts';
import { ticket as words } from '../../locales/pt-BR/ticket.ts';
import { ticketFromDraft } from '../../state/local-ticket.ts';
import type { TicketScreen as TicketScreenModel } from '../../state/ticket-screen.ts';
import type { TimelineItem } from '../../state/timeline.ts';
import { BackBar } from '../panel/BackBar.tsx';
import { Body } from '../panel/Body.tsx';
import { Fault } from '../panel/Fault.tsx';
import { useCopy } from '../panel/use-copy.ts';
import { useTimes } from '../panel/use-times.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu } from '../ui/Menu.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Attendance } from './Attendance.tsx';
import { ClosedNotice } from './ClosedNotice.tsx';
import { Composer } from './Composer.tsx';
import { TicketHead } from './TicketHead.tsx';
import { Timeline } from './Timeline.tsx';
import { useTicketActs } from './use-ticket-acts.ts';
import { WorkflowPath } from './WorkflowPath.tsx';

/** One ticket: what it is, its history, and the next opinion. */
export function TicketScreen({ screen }: { screen: TicketScreenModel }) {
  const { view } = screen;
  const copy = useCopy();
  const [renewed, setRenewed] = useState(false);
  const ticket = view.ticket.value;
  const state = view.state.value;
  const composer = screen.composer.value;
  const about = ticket ?? (composer === null ? null : ticketFromDraft(composer.writing.draft.peek()));
  const acts = useTicketActs(screen);
  const isFailed = state.kind === 'failed' && ticket === null;

  return (
    <>
      <BackBar
        title={
          about === null
            ? words.title
            : about.protocol === ''
              ? words.noProtocol
              : formatProtocol(about.protocol)
        }
        numeric
      >
        {ticket !== null && ticket.protocol !== '' && (
          <IconButton
            icon={Copy}
            label={words.copyProtocol}
            onClick={() => void copy(formatProtocol(ticket.protocol))}
          />
        )}
        {acts.length > 0 && (
          <Menu
            label={words.menu}
            items={acts}
            trigger={(attributes) => (
              <IconButton icon={Ellipsis} label={words.menu} attributes={attributes} />
            )}
          />
        )}
      </BackBar>
      <Body label={words.title} scrolls>
        <Attendance ticketId={view.id} isWriting={composer?.writing.touched.value ?? false} />
        {ticket !== null && <TicketHead ticket={ticket} customer={screen.customer} />}
        {ticket !== null && <WorkflowPath ticket={ticket} view={view} />}
        <SeenAt screen={screen} />
        {ticket === null && state.kind === 'loading' && <Skeleton rows={4} />}
        {isFailed && (
          <Fault title={panelWords.fault.ticket} problem={state.problem} onRetry={() => void view.load()} />
        )}
        {ticket !== null && <History screen={screen} />}
      </Body>
      {composer !== null && about !== null && (
        <Composer
          key={composer.writing.draft.peek().id}
          open={composer}
          ticket={about}
          isKnown={ticket !== null}
          decisions={lastDecisions(view.timeline.value)}
          unsent={view.waiting.value.length}
          autofocus={renewed || screen.startsIn === 'composer'}
          onSent={() => {
            setRenewed(true);
            screen.renew();
          }}
        />
      )}
      {ticket?.closedAt != null && <ClosedNotice ticket={ticket} screen={screen} />}
    </>
  );
}

/** What the workflow asked last. */
function lastDecisions(timeline: readonly TimelineItem[]): readonly Decision[] {
  const last = timeline.findLast((item) => item.kind === 'opinion' && item.opinion.decisions.length > 0);
  return last?.kind === 'opinion' ? last.opinion.decisions : [];
}

function SeenAt({ screen }: { screen: TicketScreenModel }) {
  const times = useTimes();
  const { view } = screen;
  if (view.isLocal.value) return <p class="cust__seen">{words.local}</p>;
  // Head and history are kept apart: what is shown is as old as the older of them.
  const [oldest] = [view.state.value, view.opinions.value]
    .flatMap((state) => (state.kind === 'ready' && state.stale ? [state.asOf] : []))
    .sort();
  return oldest === undefined ? null : <p class="cust__seen">{times.seen(oldest)}</p>;
}

/** The newest opinions are what is wanted: the history begins at its end, and stays there while the agent is at its end. */
function History({ screen }: { screen: TicketScreenModel }) {
  const { view } = screen;
  const end = useRef<HTMLDivElement>(null);
  const last = view.timeline.value.at(-1)?.id;
  // What stands above it comes in later: the head of the whole record, the path, who else is there.
  const isWhole = view.state.value.kind === 'ready';
  const opinions = view.opinions.value;
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'end' });
  }, [last, isWhole]);
  return (
    <>
      <Timeline view={view} />
      {opinions.kind === 'failed' && !view.isLocal.value && (
        <Fault title={panelWords.fault.ticket} problem={opinions.problem} onRetry={() => void view.load()} />
      )}
      <div ref={end} />
    </>
  );
}
