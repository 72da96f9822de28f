import type { OwnedProduct } from '../../domain/customer.ts';
import { productsInTreeOrder } from '../../domain/owned-products.ts';
import type { ComboboxOption } from '../ui/option-search.ts';

/** Products that the customer owns: components and complements below their parent, blocked ones with the reason. */
export function productsToOptions(
  products: readonly OwnedProduct[],
  kindName: (kind: 'component' | 'complement') => string,
): ComboboxOption[] {
  return productsInTreeOrder(products).map(({ product, depth }) => ({
    value: product.id,
    label: product.name,
    depth,
    meta:
      [product.kind === 'parent' ? null : kindName(product.kind), product.version]
        .filter(Boolean)
        .join(' · ') || undefined,
    blockedReason: product.blockedReason ?? undefined,
  }));
}
