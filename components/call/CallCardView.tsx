import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { call as words } from '../../locales/pt-BR/call.ts';
import type { TabCall } from '../../state/ports.ts';
import { usePanel, useToasts } from '../panel/panel-context.ts';
import { Button } from '../ui/Button.tsx';
import { CallHeader } from './CallHeader.tsx';
import { ChooseCaller } from './ChooseCaller.tsx';
import { FindCaller } from './FindCaller.tsx';
import { KnownCaller, TICKETS_ON_CARD } from './KnownCaller.tsx';
import { beginFromCall, numberInWords, useCallCard } from './use-call-card.ts';
import { useCardGuard } from './use-card-guard.ts';

export interface CallCardViewProps {
  current: TabCall;
  /** It is the whole frame: its keys are heard wherever the focus is in it, and the dock wants its height. */
  fillsFrame: boolean;
  /** It took the place of another call's card: its keys mean nothing before the agent has turned to it. */
  replaces?: boolean | undefined;
  /** Put away where it lies over the panel. */
  onCollapse?: (() => void) | undefined;
}

/** Ligação: who calls and what to do. It never takes the focus; keys mean something once the agent has given it to it. */
export function CallCardView({ current, fillsFrame, replaces = false, onCollapse }: CallCardViewProps) {
  const panel = usePanel();
  const { calls } = panel.ports;
  const { call } = current;
  const root = useRef<HTMLDivElement>(null);
  const card = useCallCard(current);
  const step = card.step.value;
  const caller = card.caller.value;
  const tickets = card.openTickets.value;
  const count = tickets.kind === 'ready' ? Math.min(tickets.value.length, TICKETS_ON_CARD) : 0;
  const canContinue = step === 'known' && count > 0;
  // Until it is known what is open, neither act is the likelier one.
  const isNewLikelier = tickets.kind !== 'loading' && !canContinue;
  const guarded = useCardGuard(`${call.id} ${step} ${caller?.customer.id} ${canContinue} ${isNewLikelier}`);

  const dismiss = () => {
    void calls.dismiss(call.id);
    onCollapse?.();
  };
  const collapse = () => {
    if (onCollapse === undefined) void calls.collapse(call.id);
    else onCollapse();
  };
  const toasts = useToasts();
  const begin = (act: 'new' | 'continue') => void beginFromCall({ panel, toasts }, { card, call }, act);
  const chooseMarked = () => {
    const match = card.matches.peek()[card.marked.peek()];
    if (match !== undefined) card.choose({ customer: match.customer, person: match.contactPerson });
  };
  const primary = () => {
    if (step === 'choose') chooseMarked();
    else if (step === 'known' && canContinue) begin('continue');
    else if (step === 'known' && isNewLikelier) begin('new');
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const { key } = event;
    const isTyping = event.target instanceof HTMLInputElement;
    if (event.ctrlKey || event.altKey || event.metaKey || !isTurnedTo.current) return;
    const length = step === 'choose' ? card.matches.value.length : step === 'known' ? count : 0;
    const way = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
    if (key === 'Escape') take(event, dismiss);
    else if (isTyping) return;
    else if (way !== 0 && length > 0) {
      event.preventDefault();
      card.mark((card.marked.value + way + length) % length);
    } else if (key.toLowerCase() === 'n' && step === 'known') take(event, () => begin('new'));
    else if (key === 'Enter' && !(event.target instanceof HTMLButtonElement)) take(event, primary);
  };
  const take = (event: KeyboardEvent, act: () => void) => {
    event.preventDefault();
    if (!event.repeat) guarded(event, act);
  };

  const isTurnedTo = useRef(!replaces);
  useLayoutEffect(() => {
    const article = root.current;
    if (article === null || !replaces) return undefined;
    const turn = () => {
      isTurnedTo.current = true;
    };
    article.addEventListener('focusin', turn);
    article.addEventListener('pointerdown', turn);
    window.addEventListener('focus', turn);
    return () => {
      article.removeEventListener('focusin', turn);
      article.removeEventListener('pointerdown', turn);
      window.removeEventListener('focus', turn);
    };
  }, [replaces]);
  useLayoutEffect(() => {
    if (!fillsFrame) return undefined;
    window.addEventListener('keydown', onKeyDown);
    window.addEventListener('keydown', keepFromScreens, { capture: true });
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('keydown', keepFromScreens, { capture: true });
    };
  });
  useLayoutEffect(() => {
    if (fillsFrame && root.current !== null)
      calls.resize(Math.ceil(root.current.getBoundingClientRect().height));
  });
  useEffect(() => {
    const article = root.current;
    if (!fillsFrame || article === null) return undefined;
    const observer = new ResizeObserver(() =>
      calls.resize(Math.ceil(article.getBoundingClientRect().height)),
    );
    observer.observe(article);
    return () => observer.disconnect();
  }, [fillsFrame, calls]);

  const who = caller?.person?.name ?? caller?.customer.name ?? numberInWords(card);
  return (
    <div
      ref={root}
      class="callcard"
      role="dialog"
      aria-label={call.direction === 'in' ? words.card(who) : words.cardOut(who)}
      data-step={step}
      onKeyDown={fillsFrame ? undefined : onKeyDown}
    >
      <CallHeader
        card={card}
        call={call}
        onCollapse={(event) => guarded(event, collapse)}
        onDismiss={(event) => guarded(event, dismiss)}
      />
      {step === 'searching' && <p class="callcard__body cc__note">{words.searching}</p>}
      {step === 'choose' && <ChooseCaller card={card} />}
      {step === 'find' && <FindCaller card={card} />}
      {step === 'known' && caller !== null && <KnownCaller card={card} caller={caller} />}
      {step === 'choose' && (
        <footer class="callcard__foot">
          <Button kind="quiet" onClick={() => card.find()}>
            {words.noneOfThese}
          </Button>
          <span class="grow" />
          <Button kind="primary" keys="↵" onClick={(event) => guarded(event, chooseMarked)}>
            {words.isThis}
          </Button>
        </footer>
      )}
      {step === 'known' && (
        <footer class="callcard__foot">
          <Button
            key={isNewLikelier ? 'likelier' : 'new'}
            wide
            keys="N"
            kind={isNewLikelier ? 'primary' : 'default'}
            onClick={(event) => guarded(event, () => begin('new'))}
          >
            {isNewLikelier ? words.newTicket : words.new}
          </Button>
          {canContinue && (
            <Button wide kind="primary" keys="↵" onClick={(event) => guarded(event, () => begin('continue'))}>
              {words.continue}
            </Button>
          )}
        </footer>
      )}
    </div>
  );
}

/** A text that waits behind the card is neither sent nor put off by a key that is pressed on the card. */
function keepFromScreens(event: KeyboardEvent): void {
  if (event.ctrlKey || event.altKey || event.metaKey) event.stopImmediatePropagation();
}
