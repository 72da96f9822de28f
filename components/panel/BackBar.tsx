import { ArrowLeft } from 'lucide';
import type { ComponentChildren } from 'preact';
import { panel as words } from '../../locales/pt-BR/panel.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { usePanel } from './panel-context.ts';

export interface BackBarProps {
  title: string;
  /** The title is a number. */
  numeric?: boolean | undefined;
  /** What going back means here; left out, the screen below. */
  onBack?: (() => void) | undefined;
  backLabel?: string | undefined;
  children?: ComponentChildren;
}

/** Bar under the header of an inner screen: back, title, tools. */
export function BackBar({ title, numeric, onBack, backLabel, children }: BackBarProps) {
  const panel = usePanel();
  return (
    <div class="bar">
      <IconButton
        icon={ArrowLeft}
        label={backLabel ?? words.back}
        keys="Esc"
        onClick={onBack ?? (() => void panel.back())}
      />
      <h2 class={numeric ? 'bar__title num cut' : 'bar__title cut'}>{title}</h2>
      <span class="grow" />
      {children}
    </div>
  );
}
