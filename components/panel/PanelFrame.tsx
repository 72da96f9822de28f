import { X } from 'lucide';
import type { ComponentChildren } from 'preact';
import { panel as words } from '../../locales/pt-BR/panel.ts';
import { IconButton } from '../ui/IconButton.tsx';

/** The panel while nobody is signed in: the product's name, a way to close it, and one screen. */
export function PanelFrame({ children, onClose }: { children?: ComponentChildren; onClose: () => void }) {
  return (
    <main
      class="panel panel--fill"
      aria-label={words.label}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
      <header class="head">
        <span class="mono mark" aria-hidden="true">
          P
        </span>
        <div class="head__id">
          <p class="head__name">{words.label}</p>
        </div>
        <div class="head__tools">
          <IconButton icon={X} label={words.close} keys="Esc" onClick={onClose} />
        </div>
      </header>
      <div class="panel__body">{children}</div>
    </main>
  );
}
