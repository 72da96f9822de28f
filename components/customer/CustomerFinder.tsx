import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { CustomerSummary } from '../../domain/customer.ts';
import { isSameCustomerCode } from '../../domain/customer-code.ts';
import { formatDocument } from '../../domain/documents.ts';
import { search as words } from '../../locales/pt-BR/search.ts';
import { type CustomerSearch, createCustomerSearch } from '../../state/customer-search.ts';
import { usePanel } from '../panel/panel-context.ts';
import { useTimes } from '../panel/use-times.ts';
import { Badge } from '../ui/Badge.tsx';
import { Monogram } from '../ui/Monogram.tsx';
import { SearchField } from '../ui/SearchField.tsx';

export interface CustomerFinderProps {
  onChoose: (customer: CustomerSummary) => void;
  /** Shown while nothing is typed. */
  children?: ComponentChildren;
  autofocus?: boolean | undefined;
  keys?: string | undefined;
}

/** One field for code, name, document, phone or e-mail, and what it finds. ↑ ↓ mark, Enter chooses. */
export function CustomerFinder({ onChoose, children, autofocus, keys }: CustomerFinderProps) {
  const panel = usePanel();
  const finder = useMemo(() => createCustomerSearch(panel.ports.crm), [panel]);
  useEffect(() => () => finder.dispose(), [finder]);
  const [marked, setMarked] = useState(0);
  const query = finder.query.value;
  const results = finder.results.value;
  const at = Math.min(marked, Math.max(0, results.length - 1));

  const chooseByEnter = async () => {
    // Enter right after typing means what was typed, not what an older answer showed.
    if (finder.answered.peek() !== finder.query.peek().trim()) await finder.now();
    const found = finder.results.peek();
    const text = finder.query.peek().trim();
    const exact = found.find((customer) => isSameCustomerCode(customer.code, text));
    const chosen = marked === 0 ? (exact ?? found[0]) : found[Math.min(marked, found.length - 1)];
    if (chosen !== undefined) onChoose(chosen);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && results.length > 0) {
      event.preventDefault();
      setMarked((at + step + results.length) % results.length);
    } else if (event.key === 'Enter' && !event.isComposing && query.trim() !== '') {
      event.preventDefault();
      void chooseByEnter();
    }
  };

  return (
    <div class="find">
      <div class="search">
        <SearchField
          value={query}
          onInput={(text) => {
            setMarked(0);
            finder.type(text);
          }}
          label={words.label}
          placeholder={words.placeholder}
          autofocus={autofocus}
          keys={keys}
          onKeyDown={onKeyDown}
        />
      </div>
      {query.trim() === '' ? children : <Results finder={finder} marked={at} onChoose={onChoose} />}
    </div>
  );
}

interface ResultsProps {
  finder: CustomerSearch;
  marked: number;
  onChoose: (customer: CustomerSummary) => void;
}

function Results({ finder, marked, onChoose }: ResultsProps) {
  const results = finder.results.value;
  const problem = finder.problem.value;
  const answered = finder.answered.value;
  const times = useTimes();
  const { value: here } = finder.fromMachine;
  const isNothing = results.length === 0 && answered !== null && !finder.busy.value;
  return (
    <>
      <p class="sr" role="status">
        {finder.busy.value ? words.searching : answered === null ? '' : words.found(results.length)}
      </p>
      {problem !== null && <p class="find__note err">{problem.message}</p>}
      {problem === null && isNothing && (
        <div class="find__note">
          <b>{here === null ? words.none(answered) : words.noneHere(answered)}</b>
          <p class="muted">{here === null ? words.noneText : words.noneHereText(times.moment(here))}</p>
        </div>
      )}
      {here !== null && results.length > 0 && (
        <p class="find__note muted">{words.fromMachine(times.moment(here))}</p>
      )}
      <ul class="rows" aria-label={words.label}>
        {results.map((customer, index) => (
          <li key={customer.id}>
            <button
              type="button"
              class={index === marked ? 'pick is-on' : 'pick'}
              data-row=""
              data-customer={customer.code}
              onClick={() => onChoose(customer)}
            >
              <Monogram name={customer.tradeName ?? customer.name} />
              <CustomerWords customer={customer} />
              {customer.active ? (
                <span class="num muted">{customer.code}</span>
              ) : (
                <Inactive customer={customer} />
              )}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function CustomerWords({ customer }: { customer: CustomerSummary }) {
  const more = [
    customer.tradeName,
    customer.document === null ? null : formatDocument(customer.document),
    customer.city,
  ].filter(Boolean);
  return (
    <div class="pick__main">
      <div class="cut" title={customer.name}>
        {customer.name}
      </div>
      <div class="cut">{more.join(' · ')}</div>
    </div>
  );
}

function Inactive({ customer }: { customer: CustomerSummary }) {
  return (
    <span class="row">
      <Badge kind="warning">{words.inactive}</Badge>
      <span class="num muted">{customer.code}</span>
    </span>
  );
}
