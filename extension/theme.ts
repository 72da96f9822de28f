import { effect } from '@preact/signals';
import type { ThemePort } from '../state/ports.ts';
import type { Settings } from '../storage/settings.ts';
import { createSettings } from '../storage/settings.ts';
import { settingToSignal } from './live-signals.ts';
import { localArea, sessionArea } from './value-areas.ts';

/** The theme that the agent chose, followed over all pages of the extension. */
export function createThemePort(settings: Pick<Settings, 'theme'>): ThemePort {
  return {
    theme: settingToSignal(settings.theme, 'system'),
    choose: (theme) => settings.theme.write(theme),
  };
}

/** Puts the theme on the page, and keeps it there. Without `data-theme` the page follows the system. */
export function applyTheme({ theme }: Pick<ThemePort, 'theme'>, page: HTMLElement): void {
  effect(() => {
    if (theme.value === 'system') delete page.dataset.theme;
    else page.dataset.theme = theme.value;
  });
}

/** {@link applyTheme} with the stored theme, for a page's entrypoint. */
export function followTheme(page: HTMLElement): void {
  applyTheme(createThemePort(createSettings(localArea(), sessionArea())), page);
}
