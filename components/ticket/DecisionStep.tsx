import { CircleAlert, Lock, TriangleAlert } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { formatProtocol } from '../../domain/protocol.ts';
import type { Decision } from '../../domain/workflow.ts';
import { workflow as words } from '../../locales/pt-BR/workflow.ts';
import type { Answered, Asking } from '../../state/asking.ts';
import type { OpenWriting } from '../../state/open-writing.ts';
import { BackBar } from '../panel/BackBar.tsx';
import { PanelHeader } from '../panel/PanelHeader.tsx';
import { Alert } from '../ui/Alert.tsx';
import { Button } from '../ui/Button.tsx';
import { KeyHints } from '../ui/KeyHints.tsx';
import { AnswerList } from './AnswerList.tsx';
import { AskTrail } from './AskTrail.tsx';
import { DraftSummary } from './DraftSummary.tsx';
import { useAnswers } from './use-answers.ts';

export interface DecisionStepProps {
  open: OpenWriting;
  /** Questions that earlier opinions of the ticket answered last. */
  before?: readonly Decision[] | undefined;
  onAnswer: (answered: Answered) => void;
}

/** What OK asks before it sends, over the screen of the text: that stays as it is, and Esc goes back to it. */
export function DecisionStep({ open, before, onAnswer }: DecisionStepProps) {
  const asking = open.asking.value;
  if (asking === null) return null;
  const back = () => open.ask(null);
  return asking.kind === 'unknown' ? (
    <UnknownStep open={open} onBack={back} onAnswer={onAnswer} />
  ) : (
    <QuestionStep open={open} asking={asking} before={before ?? []} onBack={back} onAnswer={onAnswer} />
  );
}

interface QuestionStepProps {
  open: OpenWriting;
  asking: Extract<Asking, { kind: 'question' }>;
  before: readonly Decision[];
  onBack: () => void;
  onAnswer: (answered: Answered) => void;
}

function QuestionStep({ open, asking, before, onBack, onAnswer }: QuestionStepProps) {
  const answers = useAnswers({ asking, close: open.writing.draft.value.close, onBack, onAnswer });
  const { closingProblem, again } = asking;
  useEscape(answers.back);
  return (
    <Frame
      open={open}
      onBack={answers.back}
      acts={
        <Button
          kind="primary"
          keys="↵"
          onClick={answers.confirm}
          disabledReason={answers.picked === null ? words.chooseFirst : undefined}
          data={{ 'data-guard': '', 'data-guard-enter': '' }}
        >
          {answers.confirmLabel}
        </Button>
      }
    >
      <div class="ask">
        <AskTrail asking={asking} before={before} onAnswer={onAnswer} />
        <h2 class="ask__q" id={answers.titleId}>
          {answers.title}
        </h2>
      </div>
      {again && <Said icon={CircleAlert}>{words.again}</Said>}
      {closingProblem !== null && answers.options.some((option) => option.isOff) && (
        <Said icon={Lock}>
          <b>{words.cannotClose}</b> {closingProblem.message} {words.nothingSent}
        </Said>
      )}
      {open.writing.draft.value.close && closingProblem === null && (
        <Said icon={CircleAlert}>{words.closingOn}</Said>
      )}
      <AnswerList answers={answers} />
      <DraftSummary open={open} onEdit={onBack} />
    </Frame>
  );
}

function UnknownStep({ open, onBack, onAnswer }: Omit<DecisionStepProps, 'before'> & { onBack: () => void }) {
  const sends = useRef<HTMLButtonElement>(null);
  useEscape(onBack);
  useLayoutEffect(() => sends.current?.focus(), []);
  return (
    <Frame
      open={open}
      onBack={onBack}
      acts={
        <Button
          kind="primary"
          ref={sends}
          onClick={() => onAnswer('server-decides')}
          data={{ 'data-guard': '' }}
        >
          {words.sendAnyway}
        </Button>
      }
    >
      <div class="ask">
        <h2 class="ask__q">{words.unknown}</h2>
      </div>
      <Said icon={TriangleAlert}>{words.unknownText}</Said>
      <DraftSummary open={open} onEdit={onBack} />
    </Frame>
  );
}

function Said({ icon, children }: { icon: typeof Lock; children: ComponentChildren }) {
  return (
    <div class="before__alert">
      <Alert icon={icon} kind="warning" flush announced>
        {children}
      </Alert>
    </div>
  );
}

interface FrameProps {
  open: OpenWriting;
  onBack: () => void;
  acts: ComponentChildren;
  children: ComponentChildren;
}

function Frame({ open, onBack, acts, children }: FrameProps) {
  const protocol = open.protocol.value;
  useFocusBack();
  return (
    <section class="before" aria-label={words.title}>
      <PanelHeader tabs={false} />
      <BackBar title={words.title} onBack={onBack} backLabel={words.back}>
        {protocol !== null && <span class="muted num before__prot">{formatProtocol(protocol)}</span>}
      </BackBar>
      <div class="panel__body">{children}</div>
      <KeyHints
        hints={[
          { keys: ['1', '9'], to: '…', words: words.answerKeys },
          { keys: ['↵'], words: words.confirmKey },
          { keys: ['Esc'], words: words.backKey },
        ]}
      />
      <footer class="foot">
        <Button onClick={onBack}>{words.back}</Button>
        <span class="grow" />
        {acts}
      </footer>
    </section>
  );
}

/** Escape before anything else hears it: it leaves the question, not the screen of the text. */
function useEscape(onEscape: () => void): void {
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
      // A menu that lies over the question closes first.
      if (document.querySelector('.pop-at, .scrim') !== null) return;
      event.preventDefault();
      onEscape();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  });
}

/** The cursor goes back into the field where it was, from the button of OK into the text, once that can be seen again. */
function useFocusBack(): void {
  useLayoutEffect(() => {
    const from = document.activeElement;
    const place = placeInText();
    return () => {
      requestAnimationFrame(() => {
        const text = document.querySelector<HTMLElement>('.panel [contenteditable="true"]');
        const isField = from instanceof HTMLElement && (from.isContentEditable || from.matches('input'));
        const target = isField && from.isConnected ? from : text;
        target?.focus();
        // At once: a key that is pressed now must not find the cursor where the browser puts it by itself.
        if (target?.isContentEditable && place !== null && target.contains(place.startContainer)) {
          const selection = document.getSelection();
          selection?.removeAllRanges();
          selection?.addRange(place);
        }
      });
    };
  }, []);
}

/** Where the cursor stands, also in a text that is about to be hidden. */
function placeInText(): Range | null {
  const selection = document.getSelection();
  return selection === null || selection.rangeCount === 0 ? null : selection.getRangeAt(0).cloneRange();
}
