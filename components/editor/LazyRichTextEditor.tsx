import { lazy, Suspense } from 'preact/compat';
import { editor as words } from '../../locales/pt-BR/editor.ts';
import type { RichTextEditorProps } from './editor-props.ts';

export type { EditorHandle, EditorSelection, RichTextEditorProps } from './editor-props.ts';

const load = () => import('./RichTextEditor.tsx');

const Editor = lazy(async () => ({ default: (await load()).RichTextEditor }));

/** Brings the editor's code before it is needed, such as when the pointer nears "Novo atendimento". */
export async function preloadRichTextEditor(): Promise<void> {
  await load();
}

/** The editor, brought when first shown: the panel starts without its code. */
export function LazyRichTextEditor(props: RichTextEditorProps) {
  return (
    <Suspense fallback={<EditorFrame minHeight={props.minHeight ?? 80} />}>
      <Editor {...props} />
    </Suspense>
  );
}

/** The editor's place while its code is on the way. */
function EditorFrame({ minHeight }: { minHeight: number }) {
  return (
    <div class="ed" aria-busy="true">
      <div class="ed__bar" />
      <div class="ed__body" style={{ minHeight: `${minHeight}px` }}>
        <span class="sr">{words.loading}</span>
      </div>
    </div>
  );
}
