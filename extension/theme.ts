import { effect } from '@preact/signals';
import { createSettings } from '../storage/settings.ts';
import { settingToSignal } from './live-signals.ts';
import { localArea, sessionArea, shownArea } from './value-areas.ts';

/**
 * Draws a page in the theme that the agent chose, and follows the choice over all pages of the extension. Without
 * `data-theme` the page follows the system.
 */
export function followTheme(page: HTMLElement): void {
  const theme = settingToSignal(
    createSettings(localArea(), sessionArea(), shownArea()).theme,
    'system' as const,
  );
  effect(() => {
    if (theme.value === 'system') delete page.dataset.theme;
    else page.dataset.theme = theme.value;
  });
}
