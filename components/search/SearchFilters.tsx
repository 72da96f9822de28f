import { useRef, useState } from 'preact/hooks';
import type { SearchCriteria } from '../../domain/saved-search.ts';
import { ticketSearch as words } from '../../locales/pt-BR/ticket-search.ts';
import type { TicketSearch } from '../../state/ticket-search.ts';
import { usePanel } from '../panel/panel-context.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { filterInWords } from './criteria-in-words.ts';
import { FilterField } from './FilterField.tsx';
import { FILTERS, type Filter, filterCriteria } from './filters.ts';

/** A chip for each filter. Pressed, it opens its field below; chosen, it shows the choice, and Delete takes it away. */
export function SearchFilters({ search }: { search: TicketSearch }) {
  const panel = usePanel();
  const [open, setOpen] = useState<Filter | null>(null);
  const chips = useRef<HTMLDivElement>(null);
  const criteria = search.criteria.value;

  const close = (filter: Filter) => {
    setOpen(null);
    chips.current?.querySelector<HTMLElement>(`[data-filter="${filter}"]`)?.focus();
  };
  const choose = (filter: Filter, chosen: Omit<SearchCriteria, 'query'>) => {
    search.filter(chosen);
    close(filter);
  };

  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row of chips. */}
      <div ref={chips} class="chips find__chips" role="group" aria-label={words.filters.label}>
        {FILTERS.map((filter) => {
          const chosen = filterInWords(filter, criteria, panel.catalogue);
          const name = words.filters[filter];
          return (
            <Chip
              key={filter}
              active={chosen !== null || open === filter}
              add={chosen === null}
              label={chosen === null ? name : `${name}: ${chosen}`}
              attributes={{
                'aria-expanded': open === filter,
                ...({ 'data-filter': filter } as object),
                onKeyDown: (event) => {
                  if (chosen === null || (event.key !== 'Delete' && event.key !== 'Backspace')) return;
                  event.preventDefault();
                  search.filter(filterCriteria(filter, undefined));
                },
              }}
              onClick={() => setOpen(open === filter ? null : filter)}
            >
              <span class="cut">{chosen ?? name}</span>
            </Chip>
          );
        })}
      </div>
      {open !== null && (
        // biome-ignore lint/a11y/noStaticElementInteractions: Escape belongs to the field inside, and closes it first.
        <div
          class="form find__filter"
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || event.defaultPrevented) return;
            event.preventDefault();
            event.stopPropagation();
            close(open);
          }}
        >
          <FilterField
            key={open}
            filter={open}
            criteria={criteria}
            onChoose={(chosen) => choose(open, chosen)}
          />
          {filterInWords(open, criteria, panel.catalogue) !== null && (
            <Button size="s" kind="quiet" onClick={() => choose(open, filterCriteria(open, undefined))}>
              {words.filters.remove(words.filters[open])}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
