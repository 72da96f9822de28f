import { CircleCheck, RotateCcw } from 'lucide';
import { isCustomerCommand } from '../../domain/command.ts';
import type { OutboxEntry } from '../../domain/delivery.ts';
import { pending as pendingWords } from '../../locales/pt-BR/pending.ts';
import { ticket as words } from '../../locales/pt-BR/ticket.ts';
import { writerOf } from '../../state/writer.ts';
import { AttachmentList } from '../attachments/AttachmentList.tsx';
import { RichTextView } from '../editor/RichTextView.tsx';
import { usePanel } from '../panel/panel-context.ts';
import { useTimes } from '../panel/use-times.ts';
import { EntryActions } from '../pending/EntryActions.tsx';
import { useEntryState } from '../pending/entry-state.ts';
import { Needs } from '../ui/Alert.tsx';
import { Delivery } from '../ui/Delivery.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Avatar } from '../ui/Monogram.tsx';
import { Contact, Tags } from './OpinionItem.tsx';

/** What is on its way to the server, in its place of the history: where it is, and, where it needs the agent, why. */
export function UnsentItem({ entry }: { entry: OutboxEntry }) {
  const { command } = entry;
  if (command.kind === 'closeTicket' || command.kind === 'reopenTicket') return <UnsentAct entry={entry} />;
  // A change of the customer's record belongs to no ticket.
  if (isCustomerCommand(command)) return null;
  return <UnsentOpinion entry={entry} opinion={command.opinion} />;
}

type OpinionContent = Extract<OutboxEntry['command'], { kind: 'addOpinion' }>['opinion'];

function UnsentOpinion({ entry, opinion }: { entry: OutboxEntry; opinion: OpinionContent }) {
  const panel = usePanel();
  const times = useTimes();
  const { delivery } = useEntryState(entry);
  const seconds = (Date.parse(opinion.endedAt) - Date.parse(opinion.startedAt)) / 1000;
  return (
    <li class="op" data-entry={entry.id}>
      <Avatar name={writerOf(panel.ports.session.state.value).user.name} size={24} />
      <div>
        <div class="op__head">
          <b>{words.you}</b>
          <span class="op__time">
            {times.moment(opinion.endedAt)}
            {seconds > 0 && <span class="dur">, {times.duration(seconds)}</span>}
          </span>
          <Delivery state={delivery} />
        </div>
        <Contact channelId={opinion.channelId} name={opinion.contactName} />
        <RichTextView document={opinion.body} />
        <AttachmentList files={opinion.attachments ?? []} />
        <Tags subjects={opinion.subjects} />
        <State entry={entry} />
      </div>
    </li>
  );
}

function UnsentAct({ entry }: { entry: OutboxEntry }) {
  const { delivery } = useEntryState(entry);
  const isClosing = entry.command.kind === 'closeTicket';
  return (
    <li class="op op--event" data-entry={entry.id}>
      <span class="op__ic">
        <Icon icon={isClosing ? CircleCheck : RotateCcw} size={14} />
      </span>
      <div>
        <div class="op__head">
          <span>
            <b>{words.you}</b> {isClosing ? words.closingHere : words.reopeningHere}
          </span>
          <Delivery state={delivery} />
        </div>
        <State entry={entry} />
      </div>
    </li>
  );
}

function State({ entry }: { entry: OutboxEntry }) {
  const { waits, hasChoices } = useEntryState(entry);
  if (entry.state === 'needs') {
    return (
      <Needs inTimeline actions={<EntryActions entry={entry} />}>
        <b>{entry.problem?.message ?? pendingWords.unknownReason}</b> {entry.draft !== null && words.safe}
      </Needs>
    );
  }
  if (entry.state !== 'queued' || (waits === null && !hasChoices)) return null;
  return (
    <div class="op__foot">
      {waits !== null && <span class="muted op__waits">{waits}</span>}
      {hasChoices && <EntryActions entry={entry} />}
    </div>
  );
}
