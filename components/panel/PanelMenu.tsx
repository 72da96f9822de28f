import { Ellipsis, LogIn, LogOut, Plus, Settings, TextSearch } from 'lucide';
import { panel as words } from '../../locales/pt-BR/panel.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu, type MenuItem } from '../ui/Menu.tsx';
import { usePanel } from './panel-context.ts';

/** Behind "Mais ações": new ticket, options, signing in or out. */
export function PanelMenu() {
  const panel = usePanel();
  const session = panel.ports.session.state.value;
  const { kind } = panel.navigation.screen.value;
  const items: MenuItem[] = [
    ...(kind === 'newTicket'
      ? []
      : [
          {
            id: 'new',
            label: words.menu.newTicket,
            icon: Plus,
            keys: 'N',
            onSelect: () => void panel.newTicket(),
          },
        ]),
    {
      id: 'search',
      label: words.menu.searchTickets,
      icon: TextSearch,
      keys: 'B',
      onSelect: () => panel.searchTickets(),
    },
    {
      id: 'options',
      label: words.menu.options,
      icon: Settings,
      onSelect: () => void panel.ports.tab.openOptions(),
    },
    session.kind === 'expired'
      ? { id: 'in', label: words.menu.signIn, icon: LogIn, separated: true, onSelect: () => panel.signIn() }
      : {
          id: 'out',
          label: words.menu.signOut,
          icon: LogOut,
          separated: true,
          guarded: true,
          onSelect: () => void panel.signOut(),
        },
  ];
  return (
    <Menu
      label={words.menu.label}
      items={items}
      trigger={(attributes) => (
        <IconButton icon={Ellipsis} label={words.menu.label} attributes={attributes} />
      )}
    />
  );
}
