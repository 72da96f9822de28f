import { Building2, Search, X } from 'lucide';
import { panel as words } from '../../locales/pt-BR/panel.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { EmptyMonogram, Monogram } from '../ui/Monogram.tsx';
import { type HeaderCustomer, headerCustomer } from './customer-on-screen.ts';
import { PanelMenu } from './PanelMenu.tsx';
import { usePanel } from './panel-context.ts';
import { WhyCustomer } from './WhyCustomer.tsx';

/** Whose screen this is, and why; search, menu, close. */
export function PanelHeader({ tabs }: { tabs: boolean }) {
  const panel = usePanel();
  const customer = headerCustomer(panel);
  return (
    <header class={tabs ? 'head head--tabs' : 'head'}>
      {customer === null ? <Nobody /> : <Somebody customer={customer} />}
      <div class="head__tools">
        <IconButton icon={Search} label={words.find} keys="/" onClick={() => panel.find('show')} />
        <PanelMenu />
        <IconButton icon={X} label={words.close} keys="Esc" onClick={() => void panel.ports.tab.close()} />
      </div>
    </header>
  );
}

function Nobody() {
  return (
    <>
      <EmptyMonogram icon={Building2} />
      <div class="head__id">
        <h1 class="head__name cut">{words.none.title}</h1>
        <div class="head__meta">
          <span class="cut">{words.none.hint}</span>
        </div>
      </div>
    </>
  );
}

function Somebody({ customer }: { customer: HeaderCustomer }) {
  const { code, page, confirmed } = customer;
  const name = customer.isUnknown ? words.fault.unknownTitle(code) : customer.name;
  return (
    <>
      {name === null ? <EmptyMonogram /> : <Monogram name={customer.isUnknown ? '?' : name} />}
      <div class="head__id">
        {name === null ? (
          <h1 class="head__name" aria-label={words.loading}>
            <span class="sk sk--name" />
          </h1>
        ) : (
          <h1 class="head__name cut" title={name}>
            {name}
          </h1>
        )}
        <div class="head__meta">
          <span class="num">{code}</span>
          {page === null ? (
            <span class="cut">{words.why.chosen}</span>
          ) : (
            <WhyCustomer page={page} confirmed={confirmed} />
          )}
        </div>
      </div>
    </>
  );
}
