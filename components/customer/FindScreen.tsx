import { TextSearch } from 'lucide';
import { search as words } from '../../locales/pt-BR/search.ts';
import { BackBar } from '../panel/BackBar.tsx';
import { Body } from '../panel/Body.tsx';
import { usePanel } from '../panel/panel-context.ts';
import { Button } from '../ui/Button.tsx';
import { KeyHints } from '../ui/KeyHints.tsx';
import { CustomerFinder } from './CustomerFinder.tsx';

/** Search of another customer, over whatever was on screen. */
export function FindScreen({ purpose }: { purpose: 'show' | 'newTicket' }) {
  const panel = usePanel();
  const title = purpose === 'newTicket' ? words.titleForTicket : words.title;
  return (
    <>
      <BackBar title={title} />
      <Body label={title}>
        <CustomerFinder onChoose={(customer) => void panel.choose(customer)} autofocus>
          <p class="find__note muted">{words.start}</p>
          {purpose === 'show' && (
            <p class="find__note">
              <Button size="s" icon={TextSearch} onClick={() => panel.searchTickets()}>
                {words.tickets}
              </Button>
            </p>
          )}
        </CustomerFinder>
      </Body>
      <KeyHints
        hints={[
          { keys: ['↑', '↓'], words: words.move },
          { keys: ['↵'], words: words.open },
        ]}
      />
    </>
  );
}
