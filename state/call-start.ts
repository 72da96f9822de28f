import { effect, type ReadonlySignal } from '@preact/signals';
import type { Call, CallReference } from '../domain/call.ts';
import type { Draft } from '../domain/draft.ts';
import { isDraftEmpty } from '../domain/draft-rules.ts';
import type { Instant } from '../domain/instant.ts';
import { writingOf } from './leaving.ts';
import type { Inner } from './navigation.ts';
import type { OpenWriting } from './open-writing.ts';
import type { TabCall } from './ports.ts';
import type { TimelineItem } from './timeline.ts';

/** What a call fills in. */
export interface CallStart {
  call: CallReference;
  channelId: string | null;
  contactPersonId: string | null;
  contactName: string;
  /** Null: the moment that writing begins. */
  startedAt: Instant | null;
  endedAt: Instant | null;
}

/** How long after a call another subject of it may still be opened, in milliseconds. */
const ANOTHER_SUBJECT_WITHIN = 4 * 3_600_000;

export function callToStart(
  call: Call,
  about: { phone: string | null; channelId: string | null; person: { id: string; name: string } | null },
): CallStart {
  return {
    call: { id: call.id, phone: about.phone },
    channelId: about.channelId,
    contactPersonId: about.person?.id ?? null,
    contactName: about.person?.name ?? '',
    startedAt: call.answeredAt ?? call.startedAt,
    endedAt: call.endedAt,
  };
}

/**
 * Fills in what the call knows. A text that was begun before keeps what it has; it only learns of the call. What an earlier call filled in
 * makes room while nothing of the agent stands beside it. False where the text is of an earlier call and stays so.
 */
export function fillFromCall({ writing }: OpenWriting, start: CallStart): boolean {
  const draft = writing.current();
  const isOfAnother = draft.call !== undefined && draft.call.id !== start.call.id;
  if (isOfAnother && !isDraftEmpty(draft)) return false;
  if (draft.call !== undefined && !isOfAnother) return true;
  const isBegun = writing.touched.peek() && !isOfAnother;
  const hasContact = !isOfAnother && (draft.contactPersonId !== null || draft.contactName !== '');
  const contact = hasContact
    ? { contactPersonId: null, contactName: '' }
    : { contactPersonId: start.contactPersonId, contactName: start.contactName };
  const times = isBegun
    ? { startedAt: null, endedAt: null }
    : { startedAt: start.startedAt, endedAt: start.endedAt };
  writing.change({
    call: { ...start.call, filled: { ...contact, ...times } },
    ...(isBegun || start.channelId === null ? {} : { channelId: start.channelId }),
    ...(hasContact ? {} : contact),
    ...(isBegun ? {} : times),
  });
  return true;
}

/** What another subject of the same call begins with: everything but the times, which are those of the first. */
export function draftToNextSubject(draft: Draft): CallStart | null {
  const { call, channelId, contactPersonId, contactName } = draft;
  return call === undefined
    ? null
    : {
        ...{ call: { id: call.id, phone: call.phone }, channelId, contactPersonId, contactName },
        ...{ startedAt: null, endedAt: null },
      };
}

/** The call that a ticket's history ends with, while it is not long ago. */
export function timelineToNextSubject(items: readonly TimelineItem[], now: Date): CallStart | null {
  const last = items.findLast((item) => item.kind !== 'event');
  if (last === undefined) return null;
  const opinion =
    last.kind === 'opinion'
      ? last.opinion
      : 'opinion' in last.entry.command
        ? last.entry.command.opinion
        : null;
  if (opinion?.callId == null) return null;
  if (now.getTime() - Date.parse(opinion.endedAt) > ANOTHER_SUBJECT_WITHIN) return null;
  return {
    call: { id: opinion.callId, phone: opinion.callPhone ?? null },
    channelId: opinion.channelId,
    contactPersonId: opinion.contactPersonId,
    contactName: opinion.contactName ?? '',
    ...{ startedAt: null, endedAt: null },
  };
}

/** When a call is hung up, the text that began with it ends with it. Returns the way to stop. */
export function followCallEnd(
  current: ReadonlySignal<TabCall | null>,
  stack: ReadonlySignal<readonly Inner[]>,
): () => void {
  return effect(() => {
    // The call that the text carries, which need not be the one that is spoken of now.
    const told = current.value;
    const calls = told === null ? [] : [told.call, ...(told.taken ?? [])];
    for (const inner of stack.value) {
      const writing = writingOf(inner)?.writing;
      const draft = writing?.draft.peek();
      if (draft?.call === undefined || draft.startedAt === null || draft.endedAt !== null) continue;
      const call = calls.find(({ id }) => id === draft.call?.id);
      if (call?.endedAt == null || draft.startedAt > call.endedAt) continue;
      const { filled } = draft.call;
      writing?.change({
        endedAt: call.endedAt,
        ...(filled === undefined
          ? {}
          : { call: { ...draft.call, filled: { ...filled, endedAt: call.endedAt } } }),
      });
    }
  });
}
