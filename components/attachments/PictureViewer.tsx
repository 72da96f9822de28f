import * as dialog from '@zag-js/dialog';
import { normalizeProps, useMachine } from '@zag-js/preact';
import { X } from 'lucide';
import { useEffect, useId, useState } from 'preact/hooks';
import { attachments as words } from '../../locales/pt-BR/attachments.ts';
import { IconButton } from '../ui/IconButton.tsx';

/** A picture over the panel, as large as fits. Render it to open it; Escape closes. */
export function PictureViewer({
  name,
  content,
  onClose,
}: {
  name: string;
  content: Blob;
  onClose: () => void;
}) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(content);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [content]);
  const service = useMachine(dialog.machine, {
    id: useId(),
    open: true,
    onOpenChange: ({ open }) => {
      if (!open) onClose();
    },
  });
  const api = dialog.connect(service, normalizeProps);
  return (
    <div {...api.getPositionerProps()} class="scrim">
      <div {...api.getContentProps()} class="dialog viewer">
        <div class="viewer__head">
          <h3 {...api.getTitleProps()} class="cut">
            {name}
          </h3>
          <span class="grow" />
          <IconButton icon={X} label={words.close} onClick={onClose} />
        </div>
        {url !== undefined && <img class="viewer__img" src={url} alt={name} />}
      </div>
    </div>
  );
}
