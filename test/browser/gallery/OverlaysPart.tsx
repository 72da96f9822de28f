import { useMemo, useState } from 'preact/hooks';
import { Button } from '../../../components/ui/Button.tsx';
import { ConfirmDialog } from '../../../components/ui/ConfirmDialog.tsx';
import { ToastRegion } from '../../../components/ui/ToastRegion.tsx';
import { createToasts } from '../../../components/ui/toasts.ts';

export function OverlaysPart() {
  const toasts = useMemo(createToasts, []);
  const [isAsking, setAsking] = useState(false);
  return (
    <div class="form">
      <div class="row">
        <Button onClick={() => setAsking(true)}>Apagar dados</Button>
        <Button onClick={() => toasts.show({ text: 'Rascunho apagado', undo: () => {} })}>Avisar</Button>
      </div>
      <ToastRegion toasts={toasts} />
      {isAsking && (
        <ConfirmDialog
          title="Apagar os dados deste computador?"
          confirmLabel="Apagar 3 pareceres"
          onConfirm={() => setAsking(false)}
          onCancel={() => setAsking(false)}
        >
          3 pareceres a concluir ainda não foram enviados e serão apagados. O que já foi confirmado continua
          no CRM.
        </ConfirmDialog>
      )}
    </div>
  );
}
