import type { ComponentChildren } from 'preact';
import type { Draft } from '../../domain/draft.ts';
import type { Instant } from '../../domain/instant.ts';
import { formatProtocol } from '../../domain/protocol.ts';
import { imageUsage } from '../../domain/rich-text/limits.ts';
import { excerpt, richTextToPlainText } from '../../domain/rich-text/plain-text.ts';
import { attachments as attachmentWords } from '../../locales/pt-BR/attachments.ts';
import { numbers } from '../../locales/pt-BR/numbers.ts';
import { pending as words } from '../../locales/pt-BR/pending.ts';
import { useTimes } from '../panel/use-times.ts';

export interface DraftItemProps {
  draft: Draft;
  /** Its age counts from here. */
  at: Instant;
  /** What can be done with it. */
  children: ComponentChildren;
}

/** A draft: whose, what, how much, how old, and its acts. */
export function DraftItem({ draft, at, children }: DraftItemProps) {
  const times = useTimes();
  const images = imageUsage(draft.body);
  const size = numbers.bytes(new TextEncoder().encode(richTextToPlainText(draft.body)).length);
  const files = draft.attachments ?? [];
  const weight = [
    size,
    ...(images.count === 0 ? [] : [words.images(images.count, numbers.bytes(images.bytes))]),
    ...(files.length === 0 ? [] : [weightOf(files)]),
  ].join(' · ');
  return (
    <li class="obx" data-draft={draft.id}>
      <div class="obx__head">
        <b class="cut" title={draft.customer.name}>
          {draft.customer.name}
        </b>
        <TicketOf draft={draft} />
        <span class="age" title={times.moment(at)}>
          {times.age(at)}
        </span>
      </div>
      <p class="obx__text cut">{excerpt(draft.body) || words.noText}</p>
      <div class="obx__sub">
        <span class="cut">{weight}</span>
        <span class="grow" />
        <span class="obx__q">{children}</span>
      </div>
    </li>
  );
}

function weightOf(files: readonly { size: number }[]): string {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  return attachmentWords.weight(files.length, numbers.bytes(bytes));
}

/** The last digits of the protocol are enough to know a ticket by; all of them and its title are in the tooltip. */
function TicketOf({ draft: { target } }: { draft: Draft }) {
  if (target.kind === 'newTicket') {
    const number = target.protocol === null ? undefined : formatProtocol(target.protocol);
    return (
      <span class="muted obx__what" title={number}>
        {words.newOne}
      </span>
    );
  }
  const number = formatProtocol(target.protocol);
  return (
    <span class="muted obx__what" title={`${number}, ${target.title}`}>
      {number.slice(-6)}
    </span>
  );
}
