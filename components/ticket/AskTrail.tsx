import { ChevronRight } from 'lucide';
import type { ComponentChildren } from 'preact';
import type { Decision } from '../../domain/workflow.ts';
import { workflow as words } from '../../locales/pt-BR/workflow.ts';
import type { Answered, Asking } from '../../state/asking.ts';
import { usePanel } from '../panel/panel-context.ts';
import { Icon } from '../ui/Icon.tsx';

export interface AskTrailProps {
  asking: Extract<Asking, { kind: 'question' }>;
  /** Questions that earlier opinions of the ticket answered last. */
  before: readonly Decision[];
  onAnswer: (answered: Answered) => void;
}

/** The path so far: what was answered last, where the ticket stands, and what was answered now, which can be changed. */
export function AskTrail({ asking, before, onAnswer }: AskTrailProps) {
  const panel = usePanel();
  const { standing, route } = asking;
  const center = panel.catalogue.center(standing.centerId);
  const last = before.at(-1);
  const parts: { key: string; content: ComponentChildren }[] = [];
  if (last !== undefined) parts.push({ key: 'before', content: <GivenAnswer decision={last} /> });
  if (center !== null) parts.push({ key: 'here', content: <b>{center.name}</b> });
  route.answers.forEach((given, index) => {
    const item = standing.workflow.items.find(({ key }) => key === given.item);
    if (item?.kind !== 'decision') return;
    const text = item.answers.find(({ key }) => key === given.answer)?.text ?? given.answer;
    const again = () => onAnswer({ ...route, otherCenterId: null, answers: route.answers.slice(0, index) });
    parts.push({
      key: given.item,
      content: (
        <>
          <span>{item.question}</span>
          <button class="link" type="button" aria-label={words.change(text)} onClick={again}>
            {text}
          </button>
        </>
      ),
    });
  });
  if (parts.length === 0) return null;
  return (
    <ol class="ask__trail" aria-label={words.trail}>
      {parts.map(({ key, content }, index) => (
        <li key={key}>
          {index > 0 && <Icon icon={ChevronRight} size={12} />}
          {content}
        </li>
      ))}
    </ol>
  );
}

function GivenAnswer({ decision }: { decision: Decision }) {
  return (
    <>
      <span>{decision.question}</span>
      <b>{decision.text}</b>
    </>
  );
}
