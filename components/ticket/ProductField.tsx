import { useMemo } from 'preact/hooks';
import type { OwnedProduct } from '../../domain/customer.ts';
import type { TicketProduct } from '../../domain/ticket.ts';
import { product as words } from '../../locales/pt-BR/product.ts';
import { ProductDetails } from '../customer/ProductDetails.tsx';
import { Combobox } from '../ui/Combobox.tsx';
import { type FieldControl, FieldRow } from '../ui/Field.tsx';
import { productsToOptions } from './product-options.ts';
import type { WritingForm } from './use-writing.ts';

/** Produto do cliente: only what the customer owns. The version is the product's of this day and stays on the ticket. */
export function ProductField({ form, products }: { form: WritingForm; products: OwnedProduct[] | null }) {
  return (
    <ProductRow
      name="product.id"
      error={form.errorOf('product.id') ?? form.errorOf('product.version')}
      products={products}
      value={form.draft.product ?? null}
      onChange={(product) => form.change({ product })}
    />
  );
}

export interface ProductRowProps {
  /** Path of the field in refusals. */
  name: string;
  error: string | undefined;
  /** Null while they are not known on this machine. */
  products: OwnedProduct[] | null;
  value: TicketProduct | null;
  /** Name of a chosen product that the list may not hold. */
  chosenName?: string | undefined;
  onChange: (product: TicketProduct | null) => void;
}

export function ProductRow({ name, error, products, value, chosenName, onChange }: ProductRowProps) {
  const options = useMemo(() => productsToOptions(products ?? [], (kind) => words.kinds[kind]), [products]);
  const owned = products?.find(({ id }) => id === value?.id) ?? null;
  const choose = (id: string | null) => {
    const product = products?.find((one) => one.id === id);
    if (id === null) onChange(null);
    else if (product !== undefined) onChange({ id, version: product.version?.trim() || null });
  };
  const combobox = (control: FieldControl) => (
    <Combobox
      control={control}
      clearable
      value={value?.id ?? null}
      selected={value === null || owned !== null ? null : { value: value.id, label: chosenName ?? words.one }}
      options={options}
      placeholder={placeholderOf(products)}
      emptyText={products?.length ? undefined : placeholderOf(products)}
      onChange={choose}
    />
  );
  return (
    <FieldRow label={words.label} name={name} error={error}>
      {(control) => (
        <div class="fset">
          {combobox(control)}
          {value?.version != null && (
            <span class="field field--fix prodver" title={words.versionKept}>
              <span class="sr">{`${words.version} `}</span>
              <span class="muted" aria-hidden="true">
                {words.v}
              </span>
              <span class="num">{value.version}</span>
            </span>
          )}
          {owned !== null && <ProductDetails product={owned} products={products ?? []} />}
        </div>
      )}
    </FieldRow>
  );
}

function placeholderOf(products: readonly OwnedProduct[] | null): string {
  if (products === null) return words.unknown;
  return products.length === 0 ? words.none : words.choose;
}
