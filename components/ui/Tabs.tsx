import type { ComponentChildren } from 'preact';
import { moveFocus } from './roving.ts';

export interface Tab<T extends string> {
  value: T;
  label: string;
  count?: number | undefined;
  /** Colour of the count: `warning` when something needs the agent, `danger` when something is overdue. */
  countKind?: 'neutral' | 'warning' | 'danger' | undefined;
}

export interface TabsProps<T extends string> {
  /** Shared with the {@link TabPanel}. */
  id: string;
  label: string;
  tabs: readonly Tab<T>[];
  value: T;
  onChange: (value: T) => void;
  /** At the right: the sync state. */
  end?: ComponentChildren | undefined;
}

/** The main screens. Arrows move and show; Tab goes on into the screen. */
export function Tabs<T extends string>({ id, label, tabs, value, onChange, end }: TabsProps<T>) {
  return (
    <div class="tabs">
      <div
        class="tabs__l"
        role="tablist"
        aria-label={label}
        onKeyDown={(event) => {
          const part = moveFocus(event, event.currentTarget, '[role="tab"]');
          const shown = tabs.find((tab) => tab.value === part?.dataset.value);
          if (shown !== undefined) onChange(shown.value);
        }}
      >
        {tabs.map((tab) => (
          <button
            key={tab.value}
            id={`${id}-${tab.value}`}
            class="tab"
            type="button"
            role="tab"
            aria-selected={tab.value === value}
            aria-controls={tab.value === value ? `${id}-panel` : undefined}
            tabIndex={tab.value === value ? 0 : -1}
            data-value={tab.value}
            onClick={() => onChange(tab.value)}
          >
            {tab.label}
            {tab.count !== undefined && (
              <span
                class={`count${tab.countKind && tab.countKind !== 'neutral' ? ` count--${tab.countKind}` : ''}`}
              >
                {tab.count}
              </span>
            )}
          </button>
        ))}
      </div>
      {end}
    </div>
  );
}

export interface TabPanelProps {
  /** Id given to {@link Tabs}. */
  tabsId: string;
  value: string;
  class?: string | undefined;
  children: ComponentChildren;
}

/** What the chosen tab shows. */
export function TabPanel({ tabsId, value, class: className, children }: TabPanelProps) {
  return (
    <div class={className} id={`${tabsId}-panel`} role="tabpanel" aria-labelledby={`${tabsId}-${value}`}>
      {children}
    </div>
  );
}
