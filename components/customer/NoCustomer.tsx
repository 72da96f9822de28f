import { LocateFixed } from 'lucide';
import { panel as words } from '../../locales/pt-BR/panel.ts';
import { usePanel } from '../panel/panel-context.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { CustomerFinder } from './CustomerFinder.tsx';

/** The page shows no customer: a field for code or name, and the way to teach the page. */
export function NoCustomer() {
  const panel = usePanel();
  return (
    <CustomerFinder onChoose={(customer) => void panel.choose(customer)} keys="/">
      <EmptyState
        icon={LocateFixed}
        title={words.none.title}
        actions={
          <Button onClick={() => void panel.ports.tab.openOptions('rules')}>{words.none.teach}</Button>
        }
      >
        {words.none.text}
      </EmptyState>
    </CustomerFinder>
  );
}
