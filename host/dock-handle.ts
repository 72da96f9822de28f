import type { DockLayout } from '../messaging/host.ts';
import { layoutAfterKey, NARROWEST, toDockWidth, USUAL_WIDTH, WIDEST } from './dock-width.ts';

export interface DockHandle {
  readonly element: HTMLElement;
  /** Says the width to those who do not see it. */
  show(layout: DockLayout): void;
}

export interface HandleEvents {
  layout(): DockLayout;
  /** The agent moves the edge; not to be kept yet. */
  moved(layout: DockLayout): void;
  /** The edge rests: to be kept. */
  settled(layout: DockLayout): void;
}

/** The edge by which the dock is made wider: a separator that pointer and keys move. Acts of the agent's own hand only. */
export function createDockHandle(page: Document, label: string, events: HandleEvents): DockHandle {
  const element = page.createElement('div');
  element.className = 'handle';
  element.tabIndex = 0;
  element.role = 'separator';
  element.ariaOrientation = 'vertical';
  element.ariaLabel = label;
  element.title = label;
  element.ariaValueMin = `${NARROWEST}`;
  element.ariaValueMax = `${WIDEST}`;
  const widthAt = (x: number): DockLayout => {
    const { side } = events.layout();
    return { side, width: toDockWidth(side === 'right' ? page.documentElement.clientWidth - x : x) };
  };
  element.addEventListener('pointerdown', (event) => {
    if (!event.isTrusted || event.button !== 0) return;
    event.preventDefault();
    element.setPointerCapture(event.pointerId);
    element.classList.add('dragged');
  });
  element.addEventListener('pointermove', (event) => {
    if (element.hasPointerCapture(event.pointerId)) events.moved(widthAt(event.clientX));
  });
  element.addEventListener('lostpointercapture', () => {
    element.classList.remove('dragged');
    events.settled(events.layout());
  });
  element.addEventListener('dblclick', (event) => {
    if (event.isTrusted) events.settled({ ...events.layout(), width: USUAL_WIDTH });
  });
  element.addEventListener('keydown', (event) => {
    const layout = event.isTrusted ? layoutAfterKey(events.layout(), event.key, event.shiftKey) : null;
    if (!layout) return;
    event.preventDefault();
    event.stopPropagation();
    events.settled(layout);
  });
  return {
    element,
    show({ width }: DockLayout) {
      element.ariaValueNow = `${width}`;
      element.ariaValueText = `${width} px`;
    },
  };
}
