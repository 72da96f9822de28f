import * as dialog from '@zag-js/dialog';
import { normalizeProps, useMachine } from '@zag-js/preact';
import { ArrowUpRight, Crop, Droplet, type IconNode, Maximize, Redo2, Square, Undo2 } from 'lucide';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { capture as words } from '../../../locales/pt-BR/capture.ts';
import type { PageShot } from '../../../state/ports.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { moveFocus } from '../../ui/roving.ts';
import { pictureToFile } from './draw-picture.ts';
import { MarkList } from './MarkList.tsx';
import { addInMiddle, addMark, createPicture, type MarkKind, type Picture, redo, undo } from './picture.ts';
import { Stage } from './Stage.tsx';

export interface CaptureDialogProps {
  shot: PageShot;
  /** The finished picture. */
  onInsert: (file: File) => void;
  onCancel: () => void;
}

const TOOLS: readonly { kind: MarkKind; icon: IconNode; label: string }[] = [
  { kind: 'blur', icon: Droplet, label: words.blur },
  { kind: 'arrow', icon: ArrowUpRight, label: words.arrow },
  { kind: 'box', icon: Square, label: words.box },
  { kind: 'crop', icon: Crop, label: words.crop },
];

/** Crop, arrow, box and blur on a captured page, by pointer and by keys, before it goes into the text. */
export function CaptureDialog({ shot, onInsert, onCancel }: CaptureDialogProps) {
  const [image, setImage] = useState<ImageBitmap | null>(null);
  const [picture, setPicture] = useState<Picture | null>(null);
  const [tool, setTool] = useState<MarkKind>('blur');
  const [selected, setSelected] = useState<number | null>(null);
  const [isLarge, setLarge] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const insert = useRef<HTMLButtonElement>(null);
  const service = useMachine(dialog.machine, {
    id: useId(),
    open: true,
    closeOnInteractOutside: false,
    initialFocusEl: () => insert.current,
    onOpenChange: ({ open }) => {
      if (!open) onCancel();
    },
  });
  const api = dialog.connect(service, normalizeProps);

  useEffect(() => {
    let isGone = false;
    void decode(shot.image).then((bitmap) => {
      if (isGone) return bitmap.close();
      setImage(bitmap);
      setPicture(createPicture({ width: bitmap.width, height: bitmap.height }, shot.areas, shot.width));
    });
    return () => {
      isGone = true;
    };
  }, [shot]);

  const change = (next: Picture, select = selected) => {
    setPicture(next);
    setSelected(next.marks.some(({ id }) => id === select) ? select : null);
  };
  const add = (next: Picture) => change(next, next.marks.at(-1)?.id ?? null);
  const finish = async () => {
    if (image === null || picture === null || isBusy) return;
    setBusy(true);
    onInsert(await pictureToFile(image, picture, words.fileName));
  };

  return (
    <div {...api.getPositionerProps()} class="scrim">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the dialog listens for the keys of undo that bubble from its parts. */}
      <div
        {...api.getContentProps()}
        class="dialog dialog--shot"
        onKeyDown={(event) => {
          const key = event.key.toLowerCase();
          if (picture === null || !(event.ctrlKey || event.metaKey) || (key !== 'z' && key !== 'y')) return;
          event.preventDefault();
          event.stopPropagation();
          change(key === 'y' || event.shiftKey ? redo(picture) : undo(picture));
        }}
      >
        <h3 {...api.getTitleProps()}>{words.title}</h3>
        <div
          class="shot__tools"
          role="toolbar"
          aria-label={words.tools}
          onKeyDown={(event) => void moveFocus(event, event.currentTarget, 'button')}
        >
          {TOOLS.map(({ kind, icon, label }) => (
            <IconButton
              key={kind}
              icon={icon}
              label={label}
              pressed={tool === kind}
              onClick={({ detail }) => {
                setTool(kind);
                // Pressed by a key: there is no pointer to draw with.
                if (detail === 0 && picture !== null) add(addInMiddle(picture, kind));
              }}
            />
          ))}
          <span class="ed__sep" />
          <IconButton
            icon={Undo2}
            label={words.undo}
            keys="Ctrl Z"
            attributes={{ 'aria-disabled': picture === null || picture.past.length === 0 }}
            onClick={() => picture !== null && change(undo(picture))}
          />
          <IconButton
            icon={Redo2}
            label={words.redo}
            keys="Ctrl Y"
            attributes={{ 'aria-disabled': picture === null || picture.future.length === 0 }}
            onClick={() => picture !== null && change(redo(picture))}
          />
          <span class="grow" />
          <IconButton
            icon={Maximize}
            label={words.actualSize}
            pressed={isLarge}
            onClick={() => setLarge(!isLarge)}
          />
        </div>
        {image !== null && picture !== null && (
          <>
            <Stage
              image={image}
              picture={picture}
              selected={selected}
              tool={tool}
              width={isLarge ? shot.width : null}
              onDrawn={(from, to) => add(addMark(picture, tool, from, to))}
              onSelect={setSelected}
            />
            <MarkList picture={picture} selected={selected} onSelect={setSelected} onChange={change} />
          </>
        )}
        <div class="dialog__acts">
          <Button onClick={onCancel}>{words.cancel}</Button>
          <Button ref={insert} kind="primary" onClick={() => void finish()}>
            {words.insert}
          </Button>
        </div>
      </div>
    </div>
  );
}

async function decode(source: string): Promise<ImageBitmap> {
  return createImageBitmap(await (await fetch(source)).blob());
}
