import { Editor } from '@tiptap/core';
import { Image } from '@tiptap/extension-image';
import { StarterKit } from '@tiptap/starter-kit';
import { render } from 'preact';
import '../../components/ui/ui.css';
import '../../components/editor/editor.css';
import '../../components/editor/rich-text.css';
import { RichTextEditor } from '../../components/editor/RichTextEditor.tsx';
import type { RichTextDocument, RichTextNode } from '../../domain/rich-text/document.ts';
import { isRichTextEmpty } from '../../domain/rich-text/plain-text.ts';

const SENTENCE = 'Cliente relata que a nota foi rejeitada; conferido o cadastro do produto. ';
/** Bytes of all paragraphs together: the most that a document may have is 200,000 characters. */
const TEXT = 195_000;
const IMAGES = 20;

/** 200 KB of text in paragraphs of about 300 characters, with images spread among them. */
function aLongDocument(): RichTextDocument {
  const text = SENTENCE.repeat(4);
  const count = Math.floor(TEXT / text.length);
  const image = picture();
  const content = Array.from({ length: count }, (_, index): RichTextNode[] => {
    const paragraph = { type: 'paragraph', content: [{ type: 'text', text }] };
    return index % Math.floor(count / IMAGES) === 0
      ? [paragraph, { type: 'image', attrs: { src: image } }]
      : [paragraph];
  });
  return { type: 'doc', content: content.flat() };
}

function picture(): string {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [320, 180];
  canvas.getContext('2d')?.fillText('tela', 20, 20);
  return canvas.toDataURL('image/png');
}

/** Draws one of the two in an empty page, the cursor in the middle of the text. */
async function show(which: 'product' | 'bare'): Promise<void> {
  const place = document.createElement('div');
  place.className = 'panel';
  place.style.cssText = 'width: 400px; height: 700px; overflow: auto';
  document.body.replaceChildren(place);
  const content = aLongDocument();
  if (which === 'bare') {
    new Editor({ element: place, extensions: [StarterKit, Image.configure({ allowBase64: true })], content });
  } else {
    const onChange = (document: RichTextDocument) => void isRichTextEmpty(document);
    render(<RichTextEditor label="Descrição" initialDocument={content} onChange={onChange} />, place);
  }
  while (place.querySelector('[contenteditable] p') === null) await nextFrame();
  const paragraphs = place.querySelectorAll('[contenteditable] p');
  const middle = paragraphs[Math.floor(paragraphs.length / 2)];
  middle?.scrollIntoView({ block: 'center' });
  place.querySelector<HTMLElement>('[contenteditable]')?.focus();
  getSelection()?.collapse(middle?.firstChild ?? null, 10);
  await nextFrame();
}

function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Times from each key to the frame in which its letter was drawn, ms; filled while keys are pressed. */
const times: number[] = [];
addEventListener(
  'keydown',
  ({ timeStamp }) => {
    requestAnimationFrame(() => {
      // A message comes after the frame was drawn.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => times.push(performance.now() - timeStamp);
      port2.postMessage(null);
    });
  },
  { capture: true },
);

Object.assign(globalThis, { show, takeTimes: () => times.splice(0) });
