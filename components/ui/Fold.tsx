import { ChevronRight } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { Icon } from './Icon.tsx';

export interface FoldProps {
  label: string;
  /** What is inside, in short, while it is closed. */
  summary?: ComponentChildren | undefined;
  children: ComponentChildren;
  /** Given: the screen keeps it. Else it keeps itself, closed at first. */
  open?: boolean | undefined;
  onToggle?: ((open: boolean) => void) | undefined;
}

/** The rest, behind one line. */
export function Fold({ label, summary, children, open, onToggle }: FoldProps) {
  const id = useId();
  const [own, setOwn] = useState(false);
  const isOpen = open ?? own;
  return (
    <>
      <button
        class="fold"
        type="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => {
          setOwn(!isOpen);
          onToggle?.(!isOpen);
        }}
      >
        <Icon icon={ChevronRight} size={14} />
        {label}
        {!isOpen && summary !== undefined && <span class="fold__sum">{summary}</span>}
      </button>
      {isOpen && <div id={id}>{children}</div>}
    </>
  );
}
