import { useState } from 'preact/hooks';
import { LazyRichTextEditor } from '../../../components/editor/LazyRichTextEditor.tsx';
import { RichTextView } from '../../../components/editor/RichTextView.tsx';
import { SAMPLE } from './sample-document.ts';

export function EditorPart() {
  const [document, setDocument] = useState(SAMPLE);
  return (
    <>
      <div class="form">
        <LazyRichTextEditor
          label="Descrição do parecer"
          placeholder="O que aconteceu"
          initialDocument={SAMPLE}
          onChange={setDocument}
        />
        <LazyRichTextEditor
          label="Vazio"
          placeholder="O que aconteceu"
          initialDocument={null}
          onChange={() => {}}
        />
      </div>
      <div class="tl">
        <RichTextView document={document} />
      </div>
    </>
  );
}
