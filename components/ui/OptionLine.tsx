import { CornerDownLeft, Lock } from 'lucide';
import type { HTMLAttributes } from 'preact';
import { Icon } from './Icon.tsx';
import { Avatar } from './Monogram.tsx';
import type { OptionRow, TextRange } from './option-search.ts';

export interface OptionLineProps {
  row: OptionRow;
  /** Indents by the tree's level. */
  indented: boolean;
  active: boolean;
  attributes: HTMLAttributes<HTMLDivElement>;
}

const INDENTS = ['', 'opt--in', 'opt--in2', 'opt--in3', 'opt--in4'];

/** One line of a combobox: code, label with the match marked, belonging. */
export function OptionLine({ row, indented, active, attributes }: OptionLineProps) {
  const { option, marks } = row;
  const blocked = option.blockedReason;
  const indent = indented ? INDENTS[Math.min(option.depth ?? 0, INDENTS.length - 1)] : '';
  const classes = ['opt', indent, active ? 'is-active' : '', blocked === undefined ? '' : 'opt--off opt--2'];
  const label = <MarkedText text={option.label} marks={marks} />;
  return (
    <div {...attributes} class={classes.filter(Boolean).join(' ')}>
      {blocked !== undefined && <Icon icon={Lock} size={14} />}
      {blocked === undefined && option.icon && <Icon icon={option.icon} size={14} />}
      {option.person !== undefined && <Avatar name={option.person} />}
      {option.code !== undefined && <span class="opt__n">{option.code}</span>}
      {blocked === undefined ? (
        <span class="cut" title={option.label}>
          {label}
        </span>
      ) : (
        <span class="grow">
          <span>{label}</span>
          <small>{blocked}</small>
        </span>
      )}
      {option.meta !== undefined && <span class="opt__meta">{option.meta}</span>}
      {active && blocked === undefined && <Icon icon={CornerDownLeft} size={14} />}
    </div>
  );
}

/** A heading of the tree: read on the way to what it holds. */
export function HeadingLine({ row }: { row: OptionRow }) {
  const { option, marks } = row;
  const indent = INDENTS[Math.min(option.depth ?? 0, INDENTS.length - 1)];
  return (
    <div class={['opt', 'opt--group', indent].filter(Boolean).join(' ')} role="presentation">
      {option.code !== undefined && <span class="opt__n">{option.code}</span>}
      <span class="cut">
        <MarkedText text={option.label} marks={marks} />
      </span>
    </div>
  );
}

/** A text with its matches marked. */
export function MarkedText({ text, marks }: { text: string; marks: readonly TextRange[] }) {
  if (marks.length === 0) return <>{text}</>;
  const parts = [];
  let end = 0;
  for (const [from, to] of marks) {
    parts.push(text.slice(end, from), <mark key={from}>{text.slice(from, to)}</mark>);
    end = to;
  }
  parts.push(text.slice(end));
  return <>{parts}</>;
}
