import { useEffect, useRef } from 'preact/hooks';
import { ticketSearch as words } from '../../locales/pt-BR/ticket-search.ts';
import { summaryOfTicket } from '../../state/ticket-owner.ts';
import { BackBar } from '../panel/BackBar.tsx';
import { Body } from '../panel/Body.tsx';
import { usePanel } from '../panel/panel-context.ts';
import { KeyHints } from '../ui/KeyHints.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { FoundTickets } from './FoundTickets.tsx';
import { SavedSearches } from './SavedSearches.tsx';
import { SaveSearch } from './SaveSearch.tsx';
import { SearchFilters } from './SearchFilters.tsx';

/** Search of tickets: one field, filters, what was found; while nothing is asked, the searches that the user keeps. */
export function TicketSearchScreen() {
  const panel = usePanel();
  const search = panel.ticketSearch;
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => void search.loadSaved(), [search]);

  const openFirst = async () => {
    await search.now();
    const first = search.found.peek()?.items[0]?.ticket;
    if (first !== undefined) panel.openTicket(first.id, first, summaryOfTicket(first));
  };

  return (
    <>
      <BackBar title={words.title}>
        <SaveSearch search={search} />
      </BackBar>
      <Body label={words.title}>
        <div ref={root} class="find find--tickets">
          <div class="search">
            <SearchField
              value={search.criteria.value.query ?? ''}
              onInput={(text) => search.type(text)}
              label={words.label}
              placeholder={words.placeholder}
              keys="/"
              autofocus={panel.navigation.returnTo.peek() === null}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.isComposing || search.isEmpty.peek()) return;
                event.preventDefault();
                void openFirst();
              }}
            />
          </div>
          <SearchFilters search={search} />
          {search.isEmpty.value ? <SavedSearches search={search} /> : <FoundTickets search={search} />}
        </div>
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
