import { TriangleAlert } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Attachment } from '../../domain/attachment.ts';
import { usePanel, useToasts } from '../panel/panel-context.ts';
import { viewOf } from './file-icon.ts';
import { PictureViewer } from './PictureViewer.tsx';
import { saveFile } from './save-file.ts';

export interface FileActs {
  view(file: Attachment): void;
  download(file: Attachment): void;
  /** Id of the file that is being brought; null while none is. */
  opening: string | null;
  /** What is looked at, over the panel. */
  viewer: ComponentChildren;
}

/** Looking at files and saving them, from this machine or the server. A failure is said. */
export function useFileActs(): FileActs {
  const { files } = usePanel().ports;
  const toasts = useToasts();
  const [opening, setOpening] = useState<string | null>(null);
  const [shown, setShown] = useState<{ name: string; content: Blob } | null>(null);

  const open = async (file: Attachment): Promise<Blob | null> => {
    setOpening(file.id);
    const answer = await files.open(file);
    setOpening(null);
    if (answer.ok) return answer.value;
    toasts.show({ text: answer.error.message, icon: TriangleAlert });
    return null;
  };
  const view = async (file: Attachment) => {
    if (viewOf(file.mediaType) === 'document') {
      setOpening(file.id);
      const answer = await files.showInTab(file);
      setOpening(null);
      if (!answer.ok) toasts.show({ text: answer.error.message, icon: TriangleAlert });
      return;
    }
    const content = await open(file);
    if (content !== null) setShown({ name: file.name, content });
  };
  return {
    view: (file) => void view(file),
    async download(file) {
      const content = await open(file);
      if (content !== null) saveFile(content, file.name);
    },
    opening,
    viewer: shown !== null && <PictureViewer {...shown} onClose={() => setShown(null)} />,
  };
}
