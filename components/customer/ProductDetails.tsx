import { StickyNote } from 'lucide';
import type { OwnedProduct } from '../../domain/customer.ts';
import { formatDay } from '../../domain/format/calendar.ts';
import { hasProductDetails } from '../../domain/owned-products.ts';
import { product as words } from '../../locales/pt-BR/product.ts';
import { writerOf } from '../../state/writer.ts';
import { usePanel } from '../panel/panel-context.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Popover } from '../ui/Popover.tsx';

export interface ProductDetailsProps {
  product: OwnedProduct;
  /** All that the customer owns. */
  products: readonly OwnedProduct[];
  size?: 'xs' | undefined;
}

/**
 * The note of a product one click away and, for a company of services, its details; nothing where there is nothing to
 * tell.
 */
export function ProductDetails({ product, products, size }: ProductDetailsProps) {
  const panel = usePanel();
  const { sellsServices } = writerOf(panel.ports.session.state.value).company;
  const complements = products.filter(
    ({ kind, parentId }) => kind === 'complement' && parentId === product.id,
  );
  const details = sellsServices && (hasProductDetails(product) || complements.length > 0);
  if (product.note === null && !details) return null;
  const label = details ? words.details : words.note;
  return (
    <Popover
      label={label}
      placement="bottom-end"
      trigger={(attributes) => (
        <IconButton
          icon={StickyNote}
          label={label}
          attributes={attributes}
          {...(size === undefined ? {} : { size })}
        />
      )}
    >
      {() => (
        <div class="note-pop">
          {details && (
            <dl class="kv prodkv">
              <Detail name={words.situation} value={product.situation} />
              <Detail name={words.quantity} value={product.quantity?.toString() ?? null} />
              <Detail
                name={words.acquired}
                value={product.acquiredOn === null ? null : formatDay(product.acquiredOn)}
              />
              <Detail
                name={words.expires}
                value={product.expiresOn === null ? null : formatDay(product.expiresOn)}
              />
              <Detail
                name={words.complements}
                value={complements.length === 0 ? null : complements.map(({ name }) => name).join(', ')}
              />
            </dl>
          )}
          {product.note !== null && <p>{product.note}</p>}
        </div>
      )}
    </Popover>
  );
}

function Detail({ name, value }: { name: string; value: string | null }) {
  if (value === null) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd class="num">{value}</dd>
    </>
  );
}
