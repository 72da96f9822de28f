import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Panel } from '../../state/panel.ts';
import type { Toasts } from '../ui/toasts.ts';

/** What every part of a panel may use. */
export interface PanelSurroundings {
  panel: Panel;
  toasts: Toasts;
}

export const PanelContext = createContext<PanelSurroundings | null>(null);

/** The panel that the component is part of. */
export function usePanel(): Panel {
  return useSurroundings().panel;
}

/** The notices of the panel that the component is part of. */
export function useToasts(): Toasts {
  return useSurroundings().toasts;
}

function useSurroundings(): PanelSurroundings {
  const surroundings = useContext(PanelContext);
  if (surroundings === null) throw new Error('This component stands outside of a panel.');
  return surroundings;
}
