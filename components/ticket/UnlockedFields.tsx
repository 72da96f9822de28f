import { useMemo } from 'preact/hooks';
import type { OwnedProduct } from '../../domain/customer.ts';
import type { Draft } from '../../domain/draft.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { unlock as words } from '../../locales/pt-BR/unlock.ts';
import { writing } from '../../locales/pt-BR/writing.ts';
import { usePanel } from '../panel/panel-context.ts';
import { Combobox } from '../ui/Combobox.tsx';
import { FieldRow } from '../ui/Field.tsx';
import { ProductRow } from './ProductField.tsx';
import { typesToOptions } from './type-options.ts';
import type { WritingForm } from './use-writing.ts';

export interface UnlockedFieldsProps {
  form: WritingForm;
  ticket: Ticket;
  /** Null while they are not known on this machine. */
  products: OwnedProduct[] | null;
}

/** Type, product and version of an open ticket: what is chosen here is changed with the opinion and stays in its history. */
export function UnlockedFields({ form, ticket, products }: UnlockedFieldsProps) {
  const panel = usePanel();
  const { ticketTypes } = panel.catalogue.all.value;
  const options = useMemo(() => typesToOptions(ticketTypes, panel.catalogue.center), [ticketTypes, panel]);
  const recent = useMemo(() => panel.ports.recentTypes.read(), [panel]);
  const { changes } = form.draft;
  const typeId = changes?.typeId ?? ticket.typeId;
  const current = panel.catalogue.type(ticket.typeId);
  const isOther = changes?.typeId !== undefined;
  return (
    <>
      <FieldRow
        label={words.type}
        name="changes.typeId"
        error={form.errorOf('changes.typeId')}
        hint={isOther ? words.newStart : undefined}
      >
        {(control) => (
          <Combobox
            control={control}
            options={options}
            recent={recent}
            value={typeId}
            // A type that is given up is shown while the ticket has it.
            selected={
              current === null ? null : { value: current.id, code: current.number, label: current.name }
            }
            hint={writing.typeHint}
            onChange={(chosen) => {
              if (chosen === null) return;
              panel.ports.recentTypes.add(chosen);
              const other = chosen === ticket.typeId ? undefined : chosen;
              form.change({ changes: changesWith(changes, 'typeId', other) });
            }}
          />
        )}
      </FieldRow>
      <ProductRow
        name="changes.product.id"
        error={form.errorOf('changes.product.id') ?? form.errorOf('changes.product.version')}
        products={products}
        value={changes?.product === undefined ? ticket.product : changes.product}
        chosenName={ticket.product?.name}
        onChange={(product) => {
          const same = product?.id === ticket.product?.id && product?.version === ticket.product?.version;
          form.change({ changes: changesWith(changes, 'product', same ? undefined : product) });
        }}
      />
    </>
  );
}

type Changes = NonNullable<Draft['changes']>;

/** The changes with one of them set or, undefined, taken back; undefined where none is left. */
export function changesWith<Key extends keyof Changes>(
  changes: Draft['changes'],
  key: Key,
  value: Changes[Key],
): Draft['changes'] {
  const { [key]: _, ...rest } = changes ?? {};
  const next = value === undefined ? rest : { ...rest, [key]: value };
  return Object.keys(next).length === 0 ? undefined : (next as Changes);
}
