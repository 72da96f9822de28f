import { memo } from 'preact/compat';
import type { OutboxEntry } from '../../domain/delivery.ts';
import type { Opinion } from '../../domain/ticket.ts';
import { ticket as words } from '../../locales/pt-BR/ticket.ts';
import { writerOf } from '../../state/writer.ts';
import { AttachmentList } from '../attachments/AttachmentList.tsx';
import { RichTextView } from '../editor/RichTextView.tsx';
import { usePanel } from '../panel/panel-context.ts';
import { useTimes } from '../panel/use-times.ts';
import { Delivery } from '../ui/Delivery.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Avatar } from '../ui/Monogram.tsx';
import { iconOfChannel } from './channel-icon.ts';
import { OpinionChanges } from './OpinionChanges.tsx';
import { OpinionWay } from './OpinionWay.tsx';

export interface OpinionItemProps {
  opinion: Opinion;
  /** Of the command that brought it, where that was today and from here. */
  delivery: OutboxEntry | null;
}

/** One opinion: who, when, how long, with whom, the text, its tags, and where the ticket went. */
export const OpinionItem = memo(function OpinionItem({ opinion, delivery }: OpinionItemProps) {
  const panel = usePanel();
  const times = useTimes();
  const author = panel.catalogue.user(opinion.authorId)?.name ?? words.someone;
  const isMine = writerOf(panel.ports.session.state.value).user.id === opinion.authorId;
  const seconds = (Date.parse(opinion.endedAt) - Date.parse(opinion.startedAt)) / 1000;
  return (
    <li class="op" data-opinion={opinion.id}>
      <Avatar name={author} size={24} />
      <div>
        <div class="op__head">
          <b class="cut" title={author}>
            {isMine ? words.you : author}
          </b>
          <span class="op__time">
            {times.moment(opinion.endedAt)}
            {seconds > 0 && <span class="dur">, {times.duration(seconds)}</span>}
          </span>
          {delivery !== null && <Delivery state="confirmed" />}
        </div>
        <Contact channelId={opinion.channelId} name={opinion.contactName} />
        {opinion.correctsOpinionId !== null && <p class="op__ctx">{words.corrects}</p>}
        <RichTextView document={opinion.body} />
        <AttachmentList files={opinion.attachments} />
        <Tags subjects={opinion.subjects} />
        <OpinionChanges changes={opinion.changes} />
        <OpinionWay opinion={opinion} />
      </div>
    </li>
  );
});

/** How it was spoken and with whom. */
export function Contact({ channelId, name }: { channelId: string | null; name: string | null }) {
  const panel = usePanel();
  const channel = panel.catalogue.channel(channelId);
  if (channel === null && name === null) return null;
  return (
    <p class="op__ctx">
      {channel !== null && <Icon icon={iconOfChannel(channel)} size={12} label={channel.name} />}
      <span class="cut">{name ?? channel?.name}</span>
    </p>
  );
}

export function Tags({ subjects }: { subjects: readonly string[] }) {
  if (subjects.length === 0) return null;
  return (
    <div class="op__foot">
      {subjects.map((subject) => (
        <span class="tag" key={subject}>
          {subject}
        </span>
      ))}
    </div>
  );
}
