import { expect, test } from 'vitest';
import type { OwnedProduct } from '../../../domain/customer.ts';
import { hasProductDetails, productsInTreeOrder } from '../../../domain/owned-products.ts';

const product = (
  id: string,
  parentId: string | null = null,
  more: Partial<OwnedProduct> = {},
): OwnedProduct => ({
  id,
  name: id,
  version: null,
  note: null,
  kind: parentId === null ? 'parent' : 'component',
  parentId,
  blockedReason: null,
  situation: null,
  quantity: null,
  acquiredOn: null,
  expiresOn: null,
  ...more,
});
const places = (products: OwnedProduct[]) =>
  productsInTreeOrder(products).map((placed) => `${placed.product.id} ${placed.depth}`);

test('each product is followed by what belongs to it, however the list came', () => {
  expect(places([product('c', 'a'), product('b'), product('a'), product('d', 'c')])).toEqual([
    'b 0',
    'a 0',
    'c 1',
    'd 2',
  ]);
});

test('one whose parent is not there, or is itself, stands as a parent', () => {
  expect(places([product('x', 'gone'), product('y', 'y')])).toEqual(['x 0', 'y 0']);
});

test('only situation, quantity and dates are details', () => {
  expect(hasProductDetails(product('a', null, { note: 'nota' }))).toBe(false);
  expect(hasProductDetails(product('a', null, { quantity: 0 }))).toBe(true);
});
