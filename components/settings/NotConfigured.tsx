import { Settings } from 'lucide';
import { signIn as words } from '../../locales/pt-BR/sign-in.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';

/** No server is known yet: the options page asks for it. */
export function NotConfigured({ onOpenOptions }: { onOpenOptions: () => void }) {
  return (
    <EmptyState
      icon={Settings}
      title={words.notConfigured}
      actions={
        <Button kind="primary" onClick={onOpenOptions}>
          {words.openOptions}
        </Button>
      }
    >
      {words.notConfiguredText}
    </EmptyState>
  );
}
