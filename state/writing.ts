import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Draft } from '../domain/draft.ts';
import { type Instant, toInstant } from '../domain/instant.ts';
import type { Problem } from '../domain/result.ts';
import type { RichTextDocument } from '../domain/rich-text/document.ts';
import { isRichTextEmpty } from '../domain/rich-text/plain-text.ts';
import type { DraftKeeper } from './ports.ts';

/** Longest time between a change and its being kept, in milliseconds. */
const KEEP_AFTER = 200;

/** Where the words are while they are written. */
export type Keeping =
  | { kind: 'untouched' }
  | { kind: 'pending' }
  | { kind: 'kept'; at: Instant }
  | { kind: 'failed'; problem: Problem };

/** Fields of a draft that a form changes; customer and target are not among them, for ever. */
export type DraftFields = Omit<
  Draft,
  | 'id'
  | 'userId'
  | 'customer'
  | 'target'
  | 'body'
  | 'selection'
  | 'scrollTop'
  | 'writingStartedAt'
  | 'createdAt'
  | 'updatedAt'
>;

/** One draft on screen: takes changes and keeps them on disk within 250 ms, at once where asked. */
export interface Writing {
  /** As of the last change of a field; the text in it is as of the last time it was kept. */
  readonly draft: ReadonlySignal<Draft>;
  readonly keeping: ReadonlySignal<Keeping>;
  /** True once the agent has put anything in it. */
  readonly touched: ReadonlySignal<boolean>;
  /** Whether there is text. */
  readonly hasText: ReadonlySignal<boolean>;
  change(fields: Partial<DraftFields>): void;
  /** The text changed; `read` gives the document when it is kept, so that a key costs nothing. */
  typed(read: () => RichTextDocument, isEmpty: boolean): void;
  select(selection: NonNullable<Draft['selection']>): void;
  /** How far the screen of the text is scrolled, in CSS pixels; kept with what is kept next. */
  scrolled(top: number): void;
  /** The number of the ticket that this draft opens arrived. */
  assignProtocol(protocol: string): void;
  /** Keeps the draft even where nothing was written: its number was told. */
  keepEvenEmpty(): void;
  /** The draft with the text of this moment. */
  current(): Draft;
  /** Keeps what is not kept yet, now. */
  flush(): Promise<Keeping>;
  /** Keeps also what is typed while that is being kept, until nothing is left or it fails. */
  flushAll(): Promise<Keeping>;
  /** Whether there is anything that would be lost now. */
  isUnkept(): boolean;
  /**
   * Waits for what is being kept at this moment and keeps nothing more until `resume`: while the draft is being sent or
   * discarded, a late write would bring it back.
   */
  hold(): Promise<void>;
  resume(): void;
  /** Stops keeping: the draft was sent, discarded or left. What is not kept yet is lost unless flushed before. */
  dispose(): void;
}

export interface WritingPorts {
  drafts: Pick<DraftKeeper, 'keep' | 'unforeseen'>;
  now(): Date;
}

export function createWriting(initial: Draft, ports: WritingPorts, alreadyKept: boolean): Writing {
  const draft = signal(initial);
  const keeping = signal<Keeping>(
    alreadyKept ? { kind: 'kept', at: initial.updatedAt } : { kind: 'untouched' },
  );
  const hasText = signal(!isRichTextEmpty(initial.body));
  const touched = computed(() => keeping.value.kind !== 'untouched');
  let readText: (() => RichTextDocument) | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let scrollTop = initial.scrollTop;
  let dirty = false;
  let saving: Promise<void> = Promise.resolve();
  let held = false;
  let disposed = false;

  const current = (): Draft => {
    if (readText !== null) {
      draft.value = { ...draft.peek(), body: readText() };
      readText = null;
    }
    return draft.peek();
  };

  const save = async () => {
    if (!dirty || held || disposed) return;
    dirty = false;
    const at = toInstant(ports.now());
    try {
      draft.value = { ...current(), ...(scrollTop === undefined ? {} : { scrollTop }), updatedAt: at };
      const answer = await ports.drafts.keep(draft.peek());
      if (!answer.ok) fail(answer.error);
      else if (!dirty) keeping.value = { kind: 'kept', at };
    } catch (cause) {
      // A bug below must not end the keeping of all that is typed after it. The screen says so, and the next change tries again.
      fail(ports.drafts.unforeseen(cause));
    }
  };

  const fail = (problem: Problem) => {
    dirty = true;
    keeping.value = { kind: 'failed', problem };
  };

  // One write at a time, in order: an older text can never land on a newer one.
  const flush = async (): Promise<Keeping> => {
    clearTimeout(timer);
    timer = undefined;
    saving = saving.then(save);
    await saving;
    return keeping.peek();
  };

  // While it is held, its keeping is somebody else's.
  const isUnkept = () => dirty && !held && !disposed;

  const flushAll = async (): Promise<Keeping> => {
    let kept = await flush();
    while (isUnkept() && kept.kind !== 'failed') kept = await flush();
    return kept;
  };

  const schedule = () => {
    dirty = true;
    if (keeping.peek().kind !== 'failed') keeping.value = { kind: 'pending' };
    if (timer === undefined && !held && !disposed) timer = setTimeout(flush, KEEP_AFTER);
  };

  return {
    draft,
    keeping,
    touched,
    hasText,
    change(fields) {
      batch(() => {
        draft.value = { ...draft.peek(), ...fields };
        schedule();
      });
    },
    typed(read, isEmpty) {
      readText = read;
      batch(() => {
        hasText.value = !isEmpty;
        if (draft.peek().writingStartedAt === null) {
          draft.value = { ...draft.peek(), writingStartedAt: toInstant(ports.now()) };
        }
        schedule();
      });
    },
    select(selection) {
      const now = draft.peek().selection;
      if (now?.anchor === selection.anchor && now.head === selection.head) return;
      draft.value = { ...draft.peek(), selection };
      // A cursor alone is no reason to keep a draft in which nothing was written.
      if (keeping.peek().kind !== 'untouched') schedule();
    },
    scrolled(top) {
      if (top === (scrollTop ?? 0)) return;
      scrollTop = top;
      if (keeping.peek().kind !== 'untouched') dirty = true;
    },
    assignProtocol(protocol) {
      const { target } = draft.peek();
      if (target.kind !== 'newTicket') throw new Error('Only a new ticket takes a protocol.');
      draft.value = { ...draft.peek(), target: { ...target, protocol } };
      if (keeping.peek().kind !== 'untouched') schedule();
    },
    keepEvenEmpty: schedule,
    current,
    flush,
    flushAll,
    isUnkept,
    async hold() {
      held = true;
      clearTimeout(timer);
      timer = undefined;
      await saving;
    },
    resume() {
      held = false;
      if (dirty) schedule();
    },
    dispose() {
      disposed = true;
      clearTimeout(timer);
    },
  };
}
