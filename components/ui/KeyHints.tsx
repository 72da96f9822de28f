import { Fragment } from 'preact';
import { Kbd } from './Kbd.tsx';

export interface KeyHint {
  keys: readonly string[];
  /** Stands between two keys that are the ends of a row of them. */
  to?: string | undefined;
  words: string;
}

/** What keys do on a screen, at its bottom. Screen readers hear it elsewhere, where it is of use to them. */
export function KeyHints({ hints }: { hints: readonly KeyHint[] }) {
  return (
    <div class="hints" aria-hidden="true">
      {hints.map(({ keys, to, words }) => (
        <span key={words}>
          {keys.map((one, at) => (
            <Fragment key={one}>
              {at > 0 && to}
              <Kbd keys={one} />
            </Fragment>
          ))}{' '}
          {words}
        </span>
      ))}
    </div>
  );
}
