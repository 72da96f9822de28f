import { Bookmark, Trash2 } from 'lucide';
import type { SavedSearch } from '../../domain/saved-search.ts';
import { ticketSearch as words } from '../../locales/pt-BR/ticket-search.ts';
import { readyValue } from '../../state/loadable.ts';
import type { TicketSearch } from '../../state/ticket-search.ts';
import { usePanel, useToasts } from '../panel/panel-context.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { criteriaInWords } from './criteria-in-words.ts';

/** The searches that the user keeps. Enter runs one, Delete takes it away, and the notice brings it back. */
export function SavedSearches({ search }: { search: TicketSearch }) {
  const panel = usePanel();
  const toasts = useToasts();
  const state = search.saved.value;
  const saved = readyValue(state) ?? [];

  const remove = async (one: SavedSearch) => {
    const answer = await search.remove(one.id);
    toasts.show(
      answer.ok
        ? { text: words.saved.removed(one.name), undo: () => void search.restore(one) }
        : { text: answer.error.message },
    );
  };

  return (
    <>
      <p class="find__note muted">{words.start}</p>
      {state.kind === 'failed' && <p class="find__note muted">{words.saved.failed}</p>}
      {saved.length > 0 && (
        <section class="sec" aria-labelledby="saved-searches">
          <div class="sec__head">
            <h2 id="saved-searches">{words.saved.title}</h2>
            <span class="n">{saved.length}</span>
          </div>
          <ul class="rows">
            {saved.map((one) => (
              <li key={one.id} class="saved">
                <button
                  type="button"
                  class="trow"
                  data-row=""
                  onClick={() => search.run(one)}
                  onKeyDown={(event) => {
                    if (event.key !== 'Delete') return;
                    event.preventDefault();
                    void remove(one);
                  }}
                >
                  <Icon icon={Bookmark} size={14} />
                  <span>
                    <span class="trow__1">
                      <span class="trow__title cut">{one.name}</span>
                    </span>
                    <span class="trow__2">
                      <span class="cut">{criteriaInWords(one.criteria, panel.catalogue)}</span>
                    </span>
                  </span>
                </button>
                <IconButton
                  icon={Trash2}
                  iconSize={14}
                  label={words.saved.remove(one.name)}
                  onClick={() => void remove(one)}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
