import { render } from 'preact';
import { expect, onTestFinished } from 'vitest';
import { type Locator, userEvent } from 'vitest/browser';
import '../../../components/ui/ui.css';
import '../../../components/panel/frame.css';
import { preloadRichTextEditor } from '../../../components/editor/LazyRichTextEditor.tsx';
import { PanelApp } from '../../../components/panel/PanelApp.tsx';
import type { createMemoryPorts } from '../screens/memory-ports.ts';

export interface PanelMount {
  theme?: 'light' | 'dark';
  width?: number;
}

/** Draws the whole panel over a world in memory, as the panel's page does, until the test ends. */
export async function mountPanel(
  world: ReturnType<typeof createMemoryPorts>,
  { theme = 'light', width = 400 }: PanelMount = {},
): Promise<HTMLElement> {
  await preloadRichTextEditor();
  const place = document.createElement('div');
  place.style.cssText = `width: ${width}px; height: 800px`;
  document.documentElement.dataset.theme = theme;
  document.documentElement.lang = 'pt-BR';
  document.title = 'Parecer';
  document.body.append(place);
  render(<PanelApp ports={world.ports} />, place);
  onTestFinished(() => {
    render(null, place);
    place.remove();
  });
  return place;
}

/** Clicks until it has had an effect: in the first moment after showing, an act that cannot be overlooked does nothing. */
export async function clickUntil(target: Locator, happened: () => boolean): Promise<void> {
  await expect
    .poll(async () => {
      if (!happened()) await userEvent.click(target);
      return happened();
    })
    .toBe(true);
}
