import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { useRef, useState } from 'preact/hooks';
import { IMAGE_BYTES_LIMIT, type ImageUsage } from '../../domain/rich-text/limits.ts';
import { editor as words } from '../../locales/pt-BR/editor.ts';
import { numbers } from '../../locales/pt-BR/numbers.ts';
import { Button } from '../ui/Button.tsx';
import { type ShrunkImages, shrinkImages } from './shrink-images.ts';

export interface ShrinkOfferProps {
  editor: Editor;
  usage: ImageUsage;
}

/** Images over the limit: lighter copies are made, their weight is shown beside the originals', and these stay until that is accepted. */
export function ShrinkOffer({ editor, usage }: ShrinkOfferProps) {
  const [isBusy, setBusy] = useState(false);
  const [shrunk, setShrunk] = useState<ShrunkImages | null>(null);
  const accept = useRef<HTMLButtonElement>(null);
  if (usage.overBy === 0) return null;
  // Other images came or went since: what was found then is of another text.
  const offer = shrunk !== null && shrunk.before === usage.bytes ? shrunk : null;

  const reduce = async () => {
    if (isBusy) return;
    setBusy(true);
    setShrunk(await shrinkImages(sourcesOf(editor), IMAGE_BYTES_LIMIT));
    setBusy(false);
    accept.current?.focus();
  };
  return (
    <div class="ed__note ed__shrink">
      {offer === null && (
        <>
          <span role="status">{isBusy ? words.reducing : words.reduceWhy(numbers.bytes(usage.overBy))}</span>
          <Button size="xs" onClick={() => void reduce()}>
            {words.reduce}
          </Button>
        </>
      )}
      {offer !== null && offer.bySource.size === 0 && <span role="status">{words.reducedNothing}</span>}
      {offer !== null && offer.bySource.size > 0 && (
        <>
          <span role="status">
            {words.reduced(numbers.bytes(offer.before), numbers.bytes(offer.after))}
            {offer.after > IMAGE_BYTES_LIMIT &&
              ` ${words.reducedTooLittle(numbers.bytes(offer.after - IMAGE_BYTES_LIMIT))}`}
          </span>
          <span class="row">
            <Button
              ref={accept}
              size="xs"
              kind="primary"
              onClick={() => {
                replaceImages(editor, offer);
                setShrunk(null);
              }}
            >
              {words.useReduced}
            </Button>
            <Button size="xs" kind="quiet" onClick={() => setShrunk(null)}>
              {words.keepOriginals}
            </Button>
          </span>
        </>
      )}
    </div>
  );
}

function sourcesOf(editor: Editor): string[] {
  const sources: string[] = [];
  editor.state.doc.descendants((node) => {
    if (node.type.name === 'image' && typeof node.attrs.src === 'string') sources.push(node.attrs.src);
  });
  return sources;
}

/** All of them in one step, that one undo takes back. */
function replaceImages(editor: Editor, { bySource }: ShrunkImages): void {
  editor
    .chain()
    .focus()
    .command(({ tr }) => {
      closeHistory(tr);
      tr.doc.descendants((node, position) => {
        const lighter = node.type.name === 'image' ? bySource.get(node.attrs.src) : undefined;
        if (lighter !== undefined) tr.setNodeAttribute(position, 'src', lighter);
      });
      return true;
    })
    .run();
}
