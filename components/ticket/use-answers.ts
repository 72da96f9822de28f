import { useId, useLayoutEffect, useState } from 'preact/hooks';
import type { Route } from '../../domain/workflow.ts';
import type { Lead } from '../../domain/workflow-leads.ts';
import { workflow as words } from '../../locales/pt-BR/workflow.ts';
import type { Answered, Asking } from '../../state/asking.ts';
import { usePanel } from '../panel/panel-context.ts';

/** One line to answer with. */
export interface AnswerOption {
  key: string;
  /** The key that picks it; null beyond the tenth. */
  digit: string | null;
  text: string;
  /** Where it leads, in words; null where the text says so. */
  to: string | null;
  lead: Lead | null;
  /** It would close the ticket, and this user may not. */
  isOff: boolean;
  /** Null: to choose among the other CRs. */
  route: Route | null;
}

export interface Answers {
  title: string;
  titleId: string;
  options: AnswerOption[];
  picked: AnswerOption | null;
  pick(option: AnswerOption): void;
  confirm(): void;
  confirmLabel: string;
  back(): void;
}

const DIGITS = '1234567890';
const OTHER = 'outro';

/** The answers to what OK asks, by keyboard: digits pick, Enter goes on, Esc goes back. */
export function useAnswers(about: {
  asking: Extract<Asking, { kind: 'question' }>;
  /** "Encerrar" is on. */
  close: boolean;
  onBack: () => void;
  onAnswer: (answered: Answered) => void;
}): Answers {
  const { asking, close, onBack, onAnswer } = about;
  const { question, route } = asking;
  const panel = usePanel();
  const titleId = useId();
  // Which question it was picked for: the next one begins with nothing picked.
  const at = `${question.decision?.item ?? ''} ${route.answers.length} ${route.to ?? ''}`;
  const [state, setState] = useState({ at, picked: null as string | null, choosesCenter: false });
  const { picked: key, choosesCenter } = state.at === at ? state : { picked: null, choosesCenter: false };
  const set = (next: Partial<typeof state>) => setState({ at, picked: key, choosesCenter, ...next });

  const centerName = (id: string) => panel.catalogue.center(id)?.name ?? words.someCenter;
  const leadInWords = (lead: Lead): string => {
    if (lead.kind === 'question') return words.asks(lead.question);
    if (lead.closes) return words.closes;
    return lead.stays ? words.staysIn(centerName(lead.centerId)) : words.goesTo(centerName(lead.centerId));
  };
  const optionOf = (
    {
      key: optionKey,
      text,
      lead,
      route: taken,
    }: { key: string; text: string | null; lead: Lead; route: Route },
    index: number,
  ): AnswerOption => {
    const isOff = lead.kind === 'center' && lead.closes && asking.closingProblem !== null;
    return {
      key: optionKey,
      digit: DIGITS[index] ?? null,
      // The name of a CR that closes is needed beside what it does; elsewhere one line says it all.
      text: text ?? (lead.kind === 'center' && lead.closes ? centerName(lead.centerId) : leadInWords(lead)),
      to: isOff ? words.wouldClose : text === null && !isClosing(lead) ? null : leadInWords(lead),
      lead,
      isOff,
      route: taken,
    };
  };

  const others = (): AnswerOption[] =>
    panel.catalogue.all.value.centers
      .filter(({ id, active }) => id !== asking.standing.centerId && active !== false)
      .toSorted((one, other) => one.name.localeCompare(other.name, 'pt-BR'))
      .map(({ id, name, closesTicket }, index) =>
        optionOf(
          {
            key: id,
            text: name,
            lead: { kind: 'center', centerId: id, closes: closesTicket, stays: false },
            route: { ...route, otherCenterId: id },
          },
          index,
        ),
      );
  const asked = (): AnswerOption[] => {
    const options = question.options.map(optionOf);
    if (!question.otherCenters) return options;
    const digit = options.length < 9 ? '9' : (DIGITS[options.length] ?? null);
    const other = { key: OTHER, digit, text: words.otherCenter, to: words.otherCenterHint };
    return [...options, { ...other, lead: null, isOff: false, route: null }];
  };
  const options = choosesCenter ? others() : asked();
  const picked = options.find((option) => option.key === key) ?? null;

  const answers: Answers = {
    title: choosesCenter ? words.chooseCenter : (question.decision?.question ?? words.next),
    titleId,
    options,
    picked,
    pick: (option) => {
      if (!option.isOff) set({ picked: option.key });
    },
    confirm() {
      if (picked === null) return;
      if (picked.route === null) set({ choosesCenter: true, picked: null });
      else onAnswer(picked.route);
    },
    confirmLabel: confirmLabel(picked, close),
    back: () => (choosesCenter ? set({ choosesCenter: false, picked: null }) : onBack()),
  };
  useAnswerKeys(answers);
  return answers;
}

function isClosing(lead: Lead): boolean {
  return lead.kind === 'center' && lead.closes;
}

function confirmLabel(picked: AnswerOption | null, close: boolean): string {
  if (picked !== null && (picked.lead === null || picked.lead.kind === 'question')) return words.goOn;
  return close || (picked?.lead != null && isClosing(picked.lead)) ? words.sendAndClose : words.send;
}

/** Before the screen of the text hears them: its Ctrl+Enter would ask again, its digits would be typed. */
function useAnswerKeys(answers: Answers): void {
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      if (event.key === 'Enter') {
        // A button that is no answer does what it says.
        const button = event.target instanceof Element ? event.target.closest('button') : null;
        const isAnswer = button?.role === 'radio';
        if (button !== null && !isAnswer && !event.ctrlKey && !event.metaKey) return;
        event.preventDefault();
        const focused = answers.options.find((option) => option.key === button?.dataset.answer);
        if (answers.picked === null && focused !== undefined) answers.pick(focused);
        else answers.confirm();
        return;
      }
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const option = answers.options.find(({ digit }) => digit === event.key);
      if (option === undefined) return;
      event.preventDefault();
      answers.pick(option);
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  });
}
