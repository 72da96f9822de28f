import { useCallback, useRef, useState } from 'preact/hooks';
import type { PageShot } from '../../../state/ports.ts';
import type { RichTextEditorProps } from '../editor-props.ts';

/** A page on its way into the text: asked for, waited for, shown for editing. */
export function useCapture(shoot: RichTextEditorProps['shoot'], onRefused: (message: string) => void) {
  const [shot, setShot] = useState<PageShot | null>(null);
  const [waits, setWaits] = useState(false);
  const isUnderWay = useRef(false);
  const latest = useRef({ shoot, onRefused });
  latest.current = { shoot, onRefused };
  const begin = useCallback(async () => {
    if (isUnderWay.current || latest.current.shoot === undefined) return;
    isUnderWay.current = true;
    const result = await latest.current.shoot(() => setWaits(true));
    isUnderWay.current = false;
    setWaits(false);
    if (result.ok) setShot(result.value);
    else if (result.error.code !== 'cancelled') latest.current.onRefused(result.error.message);
  }, []);
  return { shot, waits, begin, end: () => setShot(null) };
}
