import type { DockLayout } from '../messaging/host.ts';

export const NARROWEST = 360;
export const WIDEST = 640;
export const USUAL_WIDTH = 400;
const STEP = 16;

/** A width that the dock may have: whole pixels between narrowest and widest. */
export function toDockWidth(width: number): number {
  return Math.round(Math.min(Math.max(width, NARROWEST), WIDEST));
}

/**
 * The layout after a key on the handle, or null for a key that means nothing there: arrows move the edge 16 px, Home and End go to the ends,
 * and with Shift the arrows send the panel to that side of the page.
 */
export function layoutAfterKey(layout: DockLayout, key: string, shift: boolean): DockLayout | null {
  const { width, side } = layout;
  const arrow = key === 'ArrowLeft' ? 'left' : key === 'ArrowRight' ? 'right' : null;
  if (arrow && shift) return { width, side: arrow };
  if (arrow) return { side, width: toDockWidth(width + (arrow === side ? -STEP : STEP)) };
  if (key === 'Home') return { side, width: NARROWEST };
  if (key === 'End') return { side, width: WIDEST };
  return null;
}
