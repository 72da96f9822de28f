import type { OwnedProduct } from './customer.ts';

/** A product at its place in the tree of what the customer owns. */
export interface PlacedProduct {
  product: OwnedProduct;
  /** 0 for a parent, 1 for what belongs to it, and so on. */
  depth: number;
}

/** Parents in their order, each followed by what belongs to it; what lost its parent stands as one. */
export function productsInTreeOrder(products: readonly OwnedProduct[]): PlacedProduct[] {
  const byParent = Map.groupBy(products, (product) => product.parentId);
  const known = new Set(products.map((product) => product.id));
  const roots = products.filter(
    ({ id, parentId }) => parentId === null || parentId === id || !known.has(parentId),
  );
  const walk = (product: OwnedProduct, depth: number): PlacedProduct[] => [
    { product, depth },
    ...(byParent.get(product.id) ?? [])
      .filter((child) => child.id !== product.id)
      .flatMap((child) => walk(child, depth + 1)),
  ];
  return roots.flatMap((product) => walk(product, 0));
}

/** Whether there is more to tell of a product than its name and version. */
export function hasProductDetails(product: OwnedProduct): boolean {
  const { situation, quantity, acquiredOn, expiresOn } = product;
  return situation !== null || quantity !== null || acquiredOn !== null || expiresOn !== null;
}
