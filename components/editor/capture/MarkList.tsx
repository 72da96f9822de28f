import { X } from 'lucide';
import { useEffect, useId, useRef } from 'preact/hooks';
import { capture as words } from '../../../locales/pt-BR/capture.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { type Mark, moveMark, type Picture, removeMark } from './picture.ts';

export interface MarkListProps {
  picture: Picture;
  selected: number | null;
  onSelect: (id: number) => void;
  onChange: (picture: Picture) => void;
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** What is on the picture, for keys and screen readers: arrows move, with Shift they change the size, Delete takes off. */
export function MarkList({ picture, selected, onSelect, onChange }: MarkListProps) {
  const hint = useId();
  const list = useRef<HTMLUListElement>(null);
  // A new mark, or one that was clicked on the picture, has the keys.
  useEffect(() => {
    if (selected !== null) list.current?.querySelector<HTMLElement>(`[data-mark="${selected}"]`)?.focus();
  }, [selected]);
  const offered = picture.marks.filter((mark) => mark.offered).length;
  const names = namesOf(picture.marks);
  return (
    <>
      <p class="shot__note" role="status">
        {offered > 0 ? words.offered(offered) : words.nothingOffered}
      </p>
      {picture.marks.length > 0 && (
        <>
          <ul class="shot__marks" ref={list} aria-label={words.marks}>
            {picture.marks.map((mark, index) => (
              <li key={mark.id}>
                <button
                  type="button"
                  class="opt"
                  data-mark={mark.id}
                  aria-pressed={mark.id === selected}
                  aria-describedby={hint}
                  onClick={() => onSelect(mark.id)}
                  onFocus={() => onSelect(mark.id)}
                  onKeyDown={(event) => {
                    if (event.ctrlKey || event.metaKey) return;
                    const step = STEPS[event.key];
                    if (step !== undefined) {
                      event.preventDefault();
                      const far = event.altKey ? 1 : Math.max(1, Math.round(picture.width / 160));
                      onChange(
                        moveMark(picture, mark.id, { x: step[0] * far, y: step[1] * far }, event.shiftKey),
                      );
                    } else if (event.key === 'Delete' || event.key === 'Backspace') {
                      event.preventDefault();
                      takeOff(mark, event.currentTarget);
                    }
                  }}
                >
                  <span class="cut">{names[index]}</span>
                </button>
                <IconButton
                  icon={X}
                  size="xs"
                  iconSize={14}
                  label={words.takeOff(names[index] ?? '')}
                  onClick={(event) => takeOff(mark, event.currentTarget as HTMLElement)}
                />
              </li>
            ))}
          </ul>
          <p class="shot__note" id={hint}>
            {words.keysHint}
          </p>
        </>
      )}
    </>
  );

  /** The focus goes on to a neighbour, or to the dialog where there is none. */
  function takeOff(mark: Mark, from: HTMLElement): void {
    const line = from.closest('li');
    const next = (line?.nextElementSibling ?? line?.previousElementSibling)?.querySelector('button');
    const dialog = from.closest<HTMLElement>('[role="dialog"]');
    onChange(removeMark(picture, mark.id));
    (next ?? dialog)?.focus();
  }
}

/** Each kind counted for itself. */
function namesOf(marks: readonly Mark[]): string[] {
  const counts = new Map<string, number>();
  return marks.map(({ kind, offered }) => {
    const name = offered ? words.offeredBlur : words[kind];
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return kind === 'crop' ? name : `${name} ${count}`;
  });
}
