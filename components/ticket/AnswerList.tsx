import {
  ChevronRight,
  CornerDownLeft,
  Ellipsis,
  Flag,
  GitBranch,
  type IconNode,
  Lock,
  UsersRound,
} from 'lucide';
import { useEffect, useRef } from 'preact/hooks';
import { workflow as words } from '../../locales/pt-BR/workflow.ts';
import { Icon } from '../ui/Icon.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { moveChoice } from '../ui/roving.ts';
import type { AnswerOption, Answers } from './use-answers.ts';

/** The answers, one of which is picked: arrows go through them and pick, as do their keys. */
export function AnswerList({ answers }: { answers: Answers }) {
  const { options, picked, titleId } = answers;
  const list = useRef<HTMLDivElement>(null);
  const first = options[0]?.key;
  useEffect(() => {
    list.current?.querySelector<HTMLElement>('[role="radio"][tabindex="0"]')?.focus();
  }, [titleId, first, answers.title]);
  useEffect(() => {
    if (picked === null) return;
    list.current?.querySelector<HTMLElement>(`[data-answer="${CSS.escape(picked.key)}"]`)?.focus();
  }, [picked?.key]);
  if (options.length === 0) return <p class="ask muted">{words.noOtherCenter}</p>;
  return (
    <div
      ref={list}
      class="ask__list"
      role="radiogroup"
      aria-labelledby={titleId}
      onKeyDown={(event) => {
        const part = moveChoice(event, event.currentTarget);
        if (part === null) return;
        const option = options.find((one) => one.key === part.dataset.answer);
        if (option !== undefined) answers.pick(option);
      }}
    >
      {options.map((option) => (
        <Answer
          key={option.key}
          option={option}
          isPicked={option.key === picked?.key}
          isStop={option.key === (picked?.key ?? first)}
          onPick={() => answers.pick(option)}
        />
      ))}
    </div>
  );
}

interface AnswerProps {
  option: AnswerOption;
  isPicked: boolean;
  /** The Tab key stops at it. */
  isStop: boolean;
  onPick: () => void;
}

function Answer({ option, isPicked, isStop, onPick }: AnswerProps) {
  const { key, digit, text, to, isOff, route } = option;
  const classes = ['ans', isPicked && 'is-on', isOff && 'ans--off', route === null && 'ans--quiet'];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a native radio cannot be drawn as a line that shows where it leads.
    <button
      type="button"
      class={classes.filter(Boolean).join(' ')}
      role="radio"
      aria-checked={isPicked}
      aria-disabled={isOff ? 'true' : undefined}
      aria-keyshortcuts={digit ?? undefined}
      tabIndex={isStop ? 0 : -1}
      data-answer={key}
      onClick={onPick}
    >
      {digit === null ? <span /> : <Kbd keys={digit} />}
      <span class="ans__main">
        <span>{text}</span>
        {to !== null && (
          <span class="ans__to">
            <span class="sr">, </span>
            <Icon icon={iconOf(option)} size={14} />
            <span class="cut">{to}</span>
          </span>
        )}
      </span>
      {isOff ? <span /> : <Icon icon={isPicked ? CornerDownLeft : ChevronRight} />}
    </button>
  );
}

function iconOf({ lead, isOff }: AnswerOption): IconNode {
  if (isOff) return Lock;
  if (lead === null) return Ellipsis;
  if (lead.kind === 'question') return GitBranch;
  return lead.closes ? Flag : UsersRound;
}
