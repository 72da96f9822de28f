import { IdCard } from 'lucide';
import { useEffect, useMemo } from 'preact/hooks';
import { record as recordWords } from '../../locales/pt-BR/record.ts';
import { search as searchWords } from '../../locales/pt-BR/search.ts';
import { writing as words } from '../../locales/pt-BR/writing.ts';
import { createCustomerSearch } from '../../state/customer-search.ts';
import { usePanel } from '../panel/panel-context.ts';
import { Combobox } from '../ui/Combobox.tsx';
import { FieldRow } from '../ui/Field.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import type { WritingForm } from './use-writing.ts';

/** The way back from the record. */
const RETURN_HERE = { 'data-key': 'record' };

/**
 * Cliente, by code or search. A draft belongs to its customer for ever: choosing another one keeps this text with its
 * customer and opens the other's new ticket.
 */
export function CustomerField({ form }: { form: WritingForm }) {
  const panel = usePanel();
  const finder = useMemo(() => createCustomerSearch(panel.ports.crm), [panel]);
  useEffect(() => () => finder.dispose(), [finder]);
  const { customer } = form.draft;
  const found = finder.results.value;
  const options = found.map(({ id, code, name, city }) => ({
    value: id,
    code,
    label: name,
    meta: city ?? undefined,
  }));
  return (
    <FieldRow label={words.customer} name="customerId" required>
      {(control) => (
        <div class="fset">
          <Combobox
            control={control}
            options={options}
            value={customer.id}
            selected={{ value: customer.id, code: customer.code, label: customer.name }}
            placeholder={searchWords.placeholder}
            onQuery={(query) => finder.type(query)}
            emptyText={emptyText(finder.query.value, finder.busy.value, finder.problem.value?.message)}
            hint={words.customerHint}
            onChange={(id) => {
              const chosen = found.find((one) => one.id === id);
              if (chosen !== undefined && chosen.id !== customer.id) void panel.newTicket(chosen);
            }}
          />
          <IconButton
            icon={IdCard}
            boxed
            label={recordWords.open}
            attributes={RETURN_HERE as object}
            onClick={() => panel.showRecord(customer)}
          />
        </div>
      )}
    </FieldRow>
  );
}

function emptyText(query: string, busy: boolean, problem: string | undefined): string {
  if (problem !== undefined) return problem;
  if (query.trim() === '') return searchWords.start;
  return busy ? searchWords.searching : searchWords.none(query);
}
