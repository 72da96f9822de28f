import { lazy, Suspense } from 'preact/compat';
import type { CaptureDialogProps } from './CaptureDialog.tsx';

const Dialog = lazy(async () => ({ default: (await import('./CaptureDialog.tsx')).CaptureDialog }));

/** The editing of a captured page, whose code comes when a page is captured. */
export function LazyCaptureDialog(props: CaptureDialogProps) {
  return (
    <Suspense fallback={null}>
      <Dialog {...props} />
    </Suspense>
  );
}
