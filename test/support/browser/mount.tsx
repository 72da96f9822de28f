import { type ComponentChildren, render } from 'preact';
import { onTestFinished } from 'vitest';
import '../../../components/ui/ui.css';

export interface MountOptions {
  theme?: 'light' | 'dark';
  /** Width of the panel in pixels. */
  width?: number;
}

/** Draws something in a panel, as the product's page does, until the test ends. */
export function mount(
  children: ComponentChildren,
  { theme = 'light', width = 400 }: MountOptions = {},
): HTMLElement {
  const panel = document.createElement('div');
  panel.className = 'panel';
  panel.style.width = `${width}px`;
  document.documentElement.dataset.theme = theme;
  document.documentElement.lang = 'pt-BR';
  document.body.style.background = 'var(--surface)';
  document.body.append(panel);
  render(children, panel);
  onTestFinished(() => {
    render(null, panel);
    panel.remove();
  });
  return panel;
}
