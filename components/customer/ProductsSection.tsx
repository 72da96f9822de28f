import { Lock, Package } from 'lucide';
import type { OwnedProduct } from '../../domain/customer.ts';
import { productsInTreeOrder } from '../../domain/owned-products.ts';
import { customer as words } from '../../locales/pt-BR/customer.ts';
import { Badge } from '../ui/Badge.tsx';
import { Icon } from '../ui/Icon.tsx';
import { ProductDetails } from './ProductDetails.tsx';

/** What the customer owns: each product above its components, with versions; a blocked one says why. */
export function ProductsSection({ products }: { products: OwnedProduct[] }) {
  if (products.length === 0) return null;
  return (
    <section class="sec">
      <header class="sec__head">
        <h2>{words.products}</h2>
        <span class="n">{products.length}</span>
      </header>
      <ul class="rows">
        {productsInTreeOrder(products).map(({ product }) => (
          <ProductRow key={product.id} product={product} products={products} />
        ))}
      </ul>
    </section>
  );
}

function ProductRow({ product, products }: { product: OwnedProduct; products: OwnedProduct[] }) {
  const isChild = product.parentId !== null;
  const isBlocked = product.blockedReason !== null;
  const classes = ['prod', isChild ? 'prod--child' : '', isBlocked ? 'prod--blocked' : ''];
  return (
    <li class={classes.filter(Boolean).join(' ')}>
      {!isChild && <Icon icon={isBlocked ? Lock : Package} />}
      <span class="cut" title={product.name}>
        {product.name}
      </span>
      <ProductDetails product={product} products={products} size="xs" />
      {product.blockedReason !== null && (
        <Badge kind="warning" title={product.blockedReason}>
          {words.blocked}
        </Badge>
      )}
      {product.version !== null && <span class="prod__v">{product.version}</span>}
      {product.blockedReason !== null && <span class="prod__why">{product.blockedReason}</span>}
    </li>
  );
}
