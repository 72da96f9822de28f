import type { IconNode } from 'lucide';
import { CircleAlert, CloudCheck, CloudOff, CloudUpload, Lock } from 'lucide';
import { panel as words } from '../../locales/pt-BR/panel.ts';
import { readyValue } from '../../state/loadable.ts';
import type { SyncState } from '../../state/sync-state.ts';
import { Icon } from '../ui/Icon.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { usePanel } from './panel-context.ts';
import { type Times, useTimes } from './use-times.ts';

/** Ties the tabs to the panel below them. */
export const TABS_ID = 'panel-tabs';

/** Cliente, Fila, Pendentes with their counts; at the right the state of sending. */
export function PanelTabs() {
  const panel = usePanel();
  const pending = panel.pending.count.value;
  return (
    <Tabs
      id={TABS_ID}
      label={words.tabs.label}
      value={panel.navigation.tab.value}
      onChange={(tab) => void panel.goToTab(tab)}
      tabs={[
        { value: 'customer', label: words.tabs.customer },
        { value: 'inbox', label: words.tabs.inbox, count: readyValue(panel.inbox.state.value)?.total },
        {
          value: 'pending',
          label: words.tabs.pending,
          count: pending === 0 ? undefined : pending,
          countKind: panel.pending.needs.value.length > 0 ? 'warning' : 'neutral',
        },
      ]}
      end={<SyncButton />}
    />
  );
}

function SyncButton() {
  const panel = usePanel();
  const look = lookOf(panel.sync.value, useTimes());
  return (
    <button
      class={`sync ${look.class}`}
      type="button"
      title={look.title}
      aria-label={look.title}
      onClick={() => void panel.goToTab('pending')}
    >
      <Icon icon={look.icon} size={14} />
      <span class="sync__t">{look.text}</span>
    </button>
  );
}

interface Look {
  icon: IconNode;
  class: string;
  text: string;
  title: string;
}

function lookOf(state: SyncState, times: Times): Look {
  const { sync } = words;
  switch (state.kind) {
    case 'needs':
      return { icon: CircleAlert, class: 'sync--off', text: sync.needs, title: sync.needsTitle(state.count) };
    case 'signed-out':
      return { icon: Lock, class: 'sync--off', text: sync.signedOut, title: sync.signedOutTitle };
    case 'offline':
      return { icon: CloudOff, class: 'sync--off', text: sync.offline, title: sync.offlineTitle };
    case 'trouble':
      return { icon: CloudOff, class: 'sync--off', text: sync.trouble, title: sync.troubleTitle };
    case 'busy': {
      const text = sync.waiting(state.waiting);
      return { icon: CloudUpload, class: 'sync--busy', text, title: text };
    }
    case 'done': {
      const title = state.at === null ? sync.done : sync.doneAt(times.time(state.at));
      return { icon: CloudCheck, class: '', text: sync.done, title };
    }
  }
}
