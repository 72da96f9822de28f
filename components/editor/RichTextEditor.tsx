import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import {
  DRAFT_IMAGE_BYTES_LIMIT,
  dataUrlBytes,
  type ImageUsage,
  imageUsage,
} from '../../domain/rich-text/limits.ts';
import { capture as captureWords } from '../../locales/pt-BR/capture.ts';
import { editor as words } from '../../locales/pt-BR/editor.ts';
import { LazyCaptureDialog } from './capture/LazyCaptureDialog.tsx';
import { useCapture } from './capture/use-capture.ts';
import type { RichTextEditorProps } from './editor-props.ts';
import { ImageMeter } from './ImageMeter.tsx';
import { type ImageRefusal, readImage } from './image-files.ts';
import { fillEmpty, insertBeside } from './insert-template.ts';
import { LinkPopover } from './LinkPopover.tsx';
import { ShrinkOffer } from './ShrinkOffer.tsx';
import { SlashMenu } from './slash/SlashMenu.tsx';
import type { SlashState } from './slash/slash-extension.ts';
import { createSlashItems } from './slash/slash-items.ts';
import { Toolbar } from './Toolbar.tsx';
import { documentOf, selectionOf, useEditor } from './use-editor.ts';
import { writeBelow } from './write-below.ts';

const NO_IMAGES: ImageUsage = { bytes: 0, count: 0, overBy: 0 };

/** Writes an opinion. Heavy: screens take it through `LazyRichTextEditor`. */
export function RichTextEditor(props: RichTextEditorProps) {
  const [isLinking, setLinking] = useState(false);
  const [usage, setUsage] = useState(NO_IMAGES);
  const [refusals, setRefusals] = useState<readonly string[]>([]);
  const [slash, setSlash] = useState<SlashState | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const frame = useRef<HTMLDivElement>(null);

  const insertImages = async (files: readonly File[], at: number | null) => {
    const readings = await Promise.all(files.map((file) => readImage(file, words.image)));
    if (editor === null || editor.isDestroyed) return;
    const images = readings.flatMap((reading) => (reading.ok ? [reading.image] : []));
    const refused = readings.flatMap((reading) => (reading.ok ? [] : [refusalOf(reading)]));
    const bytes = images.reduce((sum, image) => sum + dataUrlBytes(image.src), 0);
    if (imageUsage(documentOf(editor)).bytes + bytes > DRAFT_IMAGE_BYTES_LIMIT) {
      setRefusals([...refused, words.imagesTooMuch]);
      return;
    }
    setRefusals(refused);
    if (images.length === 0) return;
    const nodes = images.map((image) => ({ type: 'image', attrs: { ...image } }));
    const chain = editor.chain().focus();
    (at === null ? chain.insertContent(nodes) : chain.insertContentAt(at, nodes)).command(writeBelow).run();
  };

  const captured = useCapture(props.shoot, (message) => setRefusals([message]));
  const { editor, place } = useEditor(props, {
    onLink: () => setLinking(true),
    onImages: (files, at) => void insertImages(files, at),
    onTooLong: () => setRefusals([words.pasteTooLong]),
    onToolbar: () => frame.current?.querySelector<HTMLElement>('[data-tool][tabindex="0"]')?.focus(),
    slashItems: () => createSlashItems({ ...acts, template: props.onTemplate }),
    onSlash: setSlash,
  });
  const canShoot = props.shoot !== undefined;
  const acts = useMemo(
    () => ({
      link: () => setLinking(true),
      image: () => picker.current?.click(),
      ...(canShoot ? { capture: () => void captured.begin() } : {}),
    }),
    [canShoot, captured.begin],
  );

  const { onImages } = props;
  const tellImages = useRef(onImages);
  tellImages.current = onImages;
  useEffect(() => {
    if (editor === null) return;
    let last = NO_IMAGES;
    const update = () => {
      const now = imageUsage(documentOf(editor));
      if (now.bytes === last.bytes && now.count === last.count) return;
      last = now;
      setUsage(now);
      tellImages.current?.(now);
    };
    update();
    editor.on('update', update);
    return () => {
      editor.off('update', update);
    };
  }, [editor]);

  const { handle } = props;
  useEffect(() => {
    if (editor === null || handle === undefined) return;
    handle.current = {
      focus: () => editor.commands.focus(),
      insert: (content) =>
        editor
          .chain()
          .focus()
          .insertContent(typeof content === 'string' ? textNodes(content) : content.content)
          .command(writeBelow)
          .run(),
      insertBeside: (content) => {
        const isIn = insertBeside(editor, content);
        if (!isIn) setRefusals([words.pasteTooLong]);
        return isIn;
      },
      fillEmpty: (content) => fillEmpty(editor, content),
      getDocument: () => documentOf(editor),
      getSelection: () => selectionOf(editor),
      clear: () => editor.commands.clearContent(true),
    };
    return () => {
      handle.current = null;
    };
  }, [editor, handle]);

  return (
    <>
      <div ref={frame} class={props.invalid ? 'ed ed--error' : 'ed'}>
        <Toolbar editor={editor} acts={acts} disabled={props.disabled} />
        <div class="ed__place" ref={place} />
        {isLinking && editor !== null && <LinkPopover editor={editor} onClose={() => setLinking(false)} />}
        {usage.count > 0 && (
          <div class="ed__foot">
            <ImageMeter usage={usage} />
            <span class="grow" />
            {usage.overBy === 0 && <span>{words.imageCount(usage.count)}</span>}
          </div>
        )}
        {editor !== null && <ShrinkOffer editor={editor} usage={usage} />}
        {captured.waits && (
          <p class="ed__note" role="status">
            {captureWords.waits}
          </p>
        )}
        {refusals.length > 0 && (
          <p class="err ed__refused" role="alert">
            {refusals.join(' ')}
          </p>
        )}
        <input
          ref={picker}
          type="file"
          accept="image/png,image/jpeg,image/gif,image/webp"
          multiple
          hidden
          tabIndex={-1}
          aria-label={words.image}
          onChange={(event) => {
            void insertImages([...(event.currentTarget.files ?? [])], null);
            event.currentTarget.value = '';
          }}
        />
      </div>
      {captured.shot !== null && (
        <LazyCaptureDialog
          shot={captured.shot}
          onInsert={(file) => {
            captured.end();
            void insertImages([file], null);
          }}
          onCancel={() => {
            captured.end();
            editor?.commands.focus();
          }}
        />
      )}
      {slash !== null && editor !== null && <SlashMenu state={slash} text={editor.view.dom} />}
    </>
  );
}

function textNodes(text: string) {
  const lines = text.split(/\r?\n/);
  return lines.flatMap((line, index) => [
    ...(index > 0 ? [{ type: 'hardBreak' }] : []),
    ...(line === '' ? [] : [{ type: 'text', text: line }]),
  ]);
}

function refusalOf({ reason, name }: ImageRefusal): string {
  return reason === 'refused' ? words.imageRefused(name) : words.imageDamaged(name);
}
