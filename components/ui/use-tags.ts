import { useRef, useState } from 'preact/hooks';
import { ui } from '../../locales/pt-BR/ui.ts';
import { fold } from './option-search.ts';

export interface TagsOptions {
  value: readonly string[];
  onChange: (value: string[]) => void;
  max: number;
  maxLength: number;
}

export interface Tags {
  /** Adds those words that say something, are not there yet and fit. */
  add: (words: readonly string[]) => void;
  remove: (tag: string) => void;
  removeLast: () => void;
  isNew: (word: string) => boolean;
  /** What happened last, for screen readers. */
  said: string;
}

/** The list of a tags input. It counts on what it gave out last, not on what was drawn last: two acts may come between. */
export function useTags({ value, onChange, max, maxLength }: TagsOptions): Tags {
  const [said, setSaid] = useState('');
  const current = useRef(value);
  const drawn = useRef(value);
  if (drawn.current !== value) {
    drawn.current = value;
    current.current = value;
  }
  const isNew = (word: string) => {
    const folded = fold(word.trim());
    return folded !== '' && !current.current.some((tag) => fold(tag) === folded);
  };
  const give = (next: string[], words: string) => {
    current.current = next;
    setSaid(words);
    onChange(next);
  };
  return {
    said,
    isNew,
    add(words) {
      const next = [...current.current];
      for (const word of words) {
        const tag = word.trim().slice(0, maxLength).trim();
        const isThere = next.some((other) => fold(other) === fold(tag));
        if (tag !== '' && !isThere && next.length < max) next.push(tag);
      }
      const added = next.slice(current.current.length);
      if (added.length > 0) give(next, ui.tags.added(added.join(', ')));
    },
    remove(tag) {
      give(
        current.current.filter((other) => other !== tag),
        ui.tags.removed(tag),
      );
    },
    removeLast() {
      const last = current.current.at(-1);
      if (last !== undefined) give(current.current.slice(0, -1), ui.tags.removed(last));
    },
  };
}
