import { Lock, Package, StickyNote } from 'lucide';
import type { OwnedProduct } from '../../domain/customer.ts';
import { customer as words } from '../../locales/pt-BR/customer.ts';
import { Badge } from '../ui/Badge.tsx';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Popover } from '../ui/Popover.tsx';

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
        {inTreeOrder(products).map((product) => (
          <ProductRow key={product.id} product={product} />
        ))}
      </ul>
    </section>
  );
}

function ProductRow({ product }: { product: OwnedProduct }) {
  const isChild = product.parentId !== null;
  const isBlocked = product.blockedReason !== null;
  const classes = ['prod', isChild ? 'prod--child' : '', isBlocked ? 'prod--blocked' : ''];
  return (
    <li class={classes.filter(Boolean).join(' ')}>
      {!isChild && <Icon icon={isBlocked ? Lock : Package} />}
      <span class="cut" title={product.name}>
        {product.name}
      </span>
      {product.note !== null && <Note text={product.note} />}
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

function Note({ text }: { text: string }) {
  return (
    <Popover
      label={words.productNote}
      trigger={(attributes) => (
        <IconButton icon={StickyNote} size="xs" label={words.productNote} attributes={attributes} />
      )}
    >
      {() => <p class="note-pop">{text}</p>}
    </Popover>
  );
}

/** Parents in their order, each followed by what belongs to it; what lost its parent comes at the end. */
function inTreeOrder(products: OwnedProduct[]): OwnedProduct[] {
  const byParent = Map.groupBy(products, (product) => product.parentId);
  const known = new Set(products.map((product) => product.id));
  const roots = products.filter((product) => product.parentId === null || !known.has(product.parentId));
  const walk = (product: OwnedProduct): OwnedProduct[] => [
    product,
    ...(byParent.get(product.id) ?? []).filter((child) => child.id !== product.id).flatMap(walk),
  ];
  return roots.flatMap(walk);
}
