import { TriangleAlert } from 'lucide';
import type { ComponentChildren } from 'preact';
import { Icon } from '../ui/Icon.tsx';
import { iconOfFile } from './file-icon.ts';

export interface AttachmentRowProps {
  name: string;
  mediaType: string;
  /** Size and state, a dot between them. */
  details: readonly string[];
  /** What is wrong with it and what to do. */
  error?: string | undefined;
  /** Opens it, where it can be looked at. */
  view?: { label: string; onClick(): void } | undefined;
  /** How much is sent, from 0 to 1. */
  progress?: { label: string; share: number } | undefined;
  actions?: ComponentChildren;
  /** Buttons below, for what needs the agent. */
  choices?: ComponentChildren;
  id?: string | undefined;
}

/** One file: what it is, how large, where it is, and what can be done with it. */
export function AttachmentRow(props: AttachmentRowProps) {
  const { name, error, view, progress } = props;
  return (
    <li class={error === undefined ? 'att' : 'att att--error'} data-attachment={props.id}>
      <span class="att__ic">
        <Icon icon={error === undefined ? iconOfFile(props.mediaType) : TriangleAlert} />
      </span>
      {view === undefined ? (
        <div class="att__main cut" title={name}>
          {name}
        </div>
      ) : (
        <button
          type="button"
          class="att__main cut"
          title={view.label}
          aria-label={view.label}
          onClick={view.onClick}
        >
          {name}
        </button>
      )}
      <span class="att__acts">{props.actions}</span>
      <div class="att__row">
        <div class="att__sub">
          {props.details.map((part, index) => (
            <span key={part} class={index === 0 ? undefined : 'dot-sep'}>
              {part}
            </span>
          ))}
          {error !== undefined && <span role="alert">{error}</span>}
        </div>
        {progress !== undefined && (
          <div
            class="prog"
            role="progressbar"
            aria-label={progress.label}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={Math.round(progress.share * 100)}
          >
            <i style={{ width: `${Math.round(progress.share * 100)}%` }} />
          </div>
        )}
      </div>
      {Boolean(props.choices) && <div class="att__choices">{props.choices}</div>}
    </li>
  );
}
