import { useEffect, useState } from 'preact/hooks';
import { ui } from '../../locales/pt-BR/ui.ts';

/** Milliseconds before a wait is shown: shorter ones only flicker. */
const SHOWN_AFTER = 120;

const WIDTHS = [
  [220, 150],
  [180, 130],
  [204, 110],
] as const;

/** Whether a wait has lasted long enough to be shown. */
export function useIsLate(after = SHOWN_AFTER): boolean {
  const [isLate, setLate] = useState(after === 0);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), after);
    return () => clearTimeout(timer);
  }, [after]);
  return isLate;
}

export interface SkeletonProps {
  /** Rows of a list, with mark, two lines and a date. */
  rows?: number | undefined;
  /** A line above them, where the title of the section will be. */
  titled?: boolean | undefined;
  /** Milliseconds before it shows. */
  after?: number | undefined;
}

/** The real layout without words, from 120 ms of waiting on. */
export function Skeleton({ rows = 3, titled = true, after }: SkeletonProps) {
  const isLate = useIsLate(after);
  return (
    <div role="status" class="sksec" aria-busy="true">
      <span class="sr">{ui.loading}</span>
      {isLate && titled && <span class="sk" style={{ width: '70px' }} />}
      {isLate &&
        Array.from({ length: rows }, (_, index) => {
          const [first, second] = WIDTHS[index % WIDTHS.length] ?? WIDTHS[0];
          return (
            <div class="skrow" key={index}>
              <span class="sk" style={{ width: '14px', height: '14px', borderRadius: '50%' }} />
              <div>
                <span class="sk" style={{ width: `${first}px`, maxWidth: '100%' }} />
                <span class="sk" style={{ width: `${second}px`, maxWidth: '80%', height: '8px' }} />
              </div>
              <span class="sk" style={{ width: '40px', height: '8px' }} />
            </div>
          );
        })}
    </div>
  );
}

/** The header while its customer is on the way. */
export function HeadSkeleton() {
  return (
    <div class="head__id">
      <span class="sr">{ui.loading}</span>
      <span class="sk" style={{ width: '190px', maxWidth: '100%', height: '12px' }} />
      <span class="sk" style={{ width: '120px', height: '9px', marginTop: '7px' }} />
    </div>
  );
}
