import { useEffect, useMemo, useState } from 'preact/hooks';
import type { SearchCriteria } from '../../domain/saved-search.ts';
import { search as customerWords } from '../../locales/pt-BR/search.ts';
import { ticketSearch as words } from '../../locales/pt-BR/ticket-search.ts';
import { createCustomerSearch } from '../../state/customer-search.ts';
import { usePanel } from '../panel/panel-context.ts';
import { typesToOptions } from '../ticket/type-options.ts';
import { Combobox, type ComboboxOption } from '../ui/Combobox.tsx';
import { FieldRow } from '../ui/Field.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { type Filter, filterCriteria } from './filters.ts';
import { PeriodFilter } from './PeriodFilter.tsx';

export interface FilterFieldProps {
  filter: Filter;
  criteria: SearchCriteria;
  onChoose: (criteria: Omit<SearchCriteria, 'query'>) => void;
}

/** The field of one filter. */
export function FilterField({ filter, criteria, onChoose }: FilterFieldProps) {
  const panel = usePanel();
  const { ticketTypes, centers, users } = panel.catalogue.all.value;
  switch (filter) {
    case 'customer':
      return <CustomerFilter criteria={criteria} onChoose={onChoose} />;
    case 'type':
      return (
        <ListFilter
          filter="type"
          value={criteria.typeId}
          // A group finds everything below it.
          options={typesToOptions(ticketTypes, panel.catalogue.center).map((type) => ({
            ...type,
            group: false,
          }))}
          onChoose={onChoose}
        />
      );
    case 'center':
      return (
        <ListFilter
          filter="center"
          value={criteria.centerId}
          options={centers.map(({ id, name }) => ({ value: id, label: name }))}
          onChoose={onChoose}
        />
      );
    case 'user':
      return (
        <ListFilter
          filter="user"
          value={criteria.userId}
          options={users.map(({ id, name }) => ({ value: id, label: name, person: name }))}
          hint={words.filters.userHint}
          onChoose={onChoose}
        />
      );
    case 'subject':
      return <SubjectFilter criteria={criteria} onChoose={onChoose} />;
    case 'period':
      return <PeriodFilter value={criteria.period} onChoose={onChoose} />;
    case 'state':
      return (
        <FieldRow label={words.filters.state} name="state">
          {() => (
            <Segmented
              label={words.filters.state}
              value={criteria.state ?? 'any'}
              options={[
                { value: 'any', label: words.filters.any },
                { value: 'open', label: words.states.open },
                { value: 'closed', label: words.states.closed },
              ]}
              onChange={(state) => onChoose(filterCriteria('state', state === 'any' ? undefined : state))}
            />
          )}
        </FieldRow>
      );
  }
}

interface ListFilterProps {
  filter: 'type' | 'center' | 'user' | 'subject';
  value: string | undefined;
  options: readonly ComboboxOption[];
  onChoose: FilterFieldProps['onChoose'];
  hint?: string | undefined;
}

function ListFilter({ filter, value, options, onChoose, hint }: ListFilterProps) {
  return (
    <FieldRow label={words.filters[filter]} name={filter}>
      {(control) => (
        <Combobox
          control={control}
          options={options}
          value={value ?? null}
          placeholder={words.filters.choose}
          hint={hint}
          autofocus
          onChange={(chosen) => onChoose(filterCriteria(filter, chosen ?? undefined))}
        />
      )}
    </FieldRow>
  );
}

function CustomerFilter({ criteria, onChoose }: Omit<FilterFieldProps, 'filter'>) {
  const panel = usePanel();
  const finder = useMemo(() => createCustomerSearch(panel.ports.crm), [panel]);
  useEffect(() => () => finder.dispose(), [finder]);
  const shown = panel.customer.value?.summary.value ?? null;
  const query = finder.query.value;
  // The customer on screen is the likeliest one.
  const found = query.trim() === '' && shown !== null ? [shown] : finder.results.value;
  const { customer } = criteria;
  return (
    <FieldRow label={words.filters.customer} name="customer">
      {(control) => (
        <Combobox
          control={control}
          options={found.map(({ id, code, name, city }) => ({
            ...{ value: id, code, label: name, meta: city ?? undefined },
          }))}
          value={customer?.id ?? null}
          selected={
            customer === undefined ? null : { value: customer.id, code: customer.code, label: customer.name }
          }
          placeholder={customerWords.placeholder}
          autofocus
          onQuery={(text) => finder.type(text)}
          emptyText={
            finder.problem.value?.message ??
            (query.trim() === ''
              ? customerWords.start
              : finder.busy.value
                ? customerWords.searching
                : customerWords.none(query))
          }
          onChange={(id) => {
            const chosen = found.find((one) => one.id === id);
            if (chosen === undefined) return;
            onChoose(filterCriteria('customer', { id: chosen.id, code: chosen.code, name: chosen.name }));
          }}
        />
      )}
    </FieldRow>
  );
}

function SubjectFilter({ criteria, onChoose }: Omit<FilterFieldProps, 'filter'>) {
  const panel = usePanel();
  const [subjects, setSubjects] = useState<readonly string[]>([]);
  const customerId = criteria.customer?.id ?? panel.customer.value?.summary.value?.id;
  useEffect(() => {
    let isGone = false;
    void panel.ports.crm.subjects({ customerId, typeId: criteria.typeId }).then((answer) => {
      if (!isGone && answer.ok) setSubjects(answer.value.value);
    });
    return () => {
      isGone = true;
    };
  }, [panel, customerId, criteria.typeId]);
  return (
    <ListFilter
      filter="subject"
      value={criteria.subject}
      options={subjects.map((subject) => ({ value: subject, label: subject }))}
      onChoose={onChoose}
    />
  );
}
