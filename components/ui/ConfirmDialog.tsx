import * as dialog from '@zag-js/dialog';
import { normalizeProps, useMachine } from '@zag-js/preact';
import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { ui } from '../../locales/pt-BR/ui.ts';
import { Button } from './Button.tsx';

export interface ConfirmDialogProps {
  /** The question, e.g. "Apagar os dados deste computador?" */
  title: string;
  /** What is lost and what is not. */
  children: ComponentChildren;
  /** The act, naming what is lost: "Apagar 3 pareceres". */
  confirmLabel: string;
  onConfirm: () => void;
  onCancel: () => void;
  cancelLabel?: string | undefined;
  /** `danger` where something is lost. */
  kind?: 'danger' | 'primary' | undefined;
}

/** Asks before what cannot be undone. Render it to open it; the focus is on Cancelar, Escape cancels. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const cancel = useRef<HTMLButtonElement>(null);
  const service = useMachine(dialog.machine, {
    id: useId(),
    role: 'alertdialog',
    open: true,
    closeOnInteractOutside: false,
    initialFocusEl: () => cancel.current,
    onOpenChange: ({ open }) => {
      if (!open) props.onCancel();
    },
  });
  const api = dialog.connect(service, normalizeProps);
  return (
    <div {...api.getPositionerProps()} class="scrim">
      <div {...api.getContentProps()} class="dialog">
        <h3 {...api.getTitleProps()}>{props.title}</h3>
        <p {...api.getDescriptionProps()}>{props.children}</p>
        <div class="dialog__acts">
          <Button ref={cancel} onClick={props.onCancel}>
            {props.cancelLabel ?? ui.cancel}
          </Button>
          <Button kind={props.kind ?? 'danger'} onClick={props.onConfirm}>
            {props.confirmLabel}
          </Button>
        </div>
      </div>
    </div>
  );
}
