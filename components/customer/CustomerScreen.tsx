import { CloudOff, Plus, UserX } from 'lucide';
import type { ComponentChildren } from 'preact';
import type { DirectoryEntry } from '../../domain/directory.ts';
import type { Instant } from '../../domain/instant.ts';
import { customer as words } from '../../locales/pt-BR/customer.ts';
import { panel as panelWords } from '../../locales/pt-BR/panel.ts';
import type { CustomerView } from '../../state/customer-view.ts';
import { Body } from '../panel/Body.tsx';
import { Fault } from '../panel/Fault.tsx';
import { usePanel } from '../panel/panel-context.ts';
import { useTimes } from '../panel/use-times.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { ContactsSection } from './ContactsSection.tsx';
import { CustomerAlerts } from './CustomerAlerts.tsx';
import { NoCustomer } from './NoCustomer.tsx';
import { ProductsSection } from './ProductsSection.tsx';
import { RecordSection } from './RecordSection.tsx';
import { ClosedSection, OpenSection } from './TicketSections.tsx';
import { WatchCustomer } from './WatchCustomer.tsx';

/** Everything about one customer, on one screen. */
export function CustomerScreen() {
  const panel = usePanel();
  const view = panel.customer.value;
  return (
    <>
      <Body tab="customer" label={panelWords.tabs.customer}>
        {view === null ? <NoCustomer /> : <Customer key={view.code} view={view} />}
      </Body>
      {view !== null && view.summary.value !== null && (
        <footer class="foot">
          <Button
            kind="primary"
            wide
            icon={Plus}
            keys="N"
            onClick={() => void panel.newTicket()}
            data={{ 'data-key': 'new-ticket', 'data-focus': '' }}
          >
            {words.newTicket}
          </Button>
        </footer>
      )}
    </>
  );
}

function Customer({ view }: { view: CustomerView }) {
  const record = view.record.value;
  const panel = usePanel();
  const value = view.edited.value;
  const known = view.directory.value?.value ?? null;
  if (record.kind === 'failed') {
    return known === null || record.problem.code === 'not-found' ? (
      <CustomerFault view={view} />
    ) : (
      <KnownCustomer view={view} known={known} />
    );
  }
  const top = (
    <>
      <SeenAt view={view} />
      {value !== null && <CustomerAlerts customer={value} />}
    </>
  );
  return (
    <Columns view={view} top={top}>
      {value === null ? (
        <Skeleton rows={2} />
      ) : (
        <>
          <ContactsSection customer={value} />
          <ProductsSection products={value.products} />
          <RecordSection customer={value} onOpen={() => panel.showRecord(value)} />
          <WatchCustomer customerId={value.id} />
        </>
      )}
    </Columns>
  );
}

/** Without the server and without a copy of the record: what the directory has, and what is not here. */
function KnownCustomer({ view, known }: { view: CustomerView; known: DirectoryEntry }) {
  const times = useTimes();
  const directory = view.directory.value;
  const top = (
    <>
      {directory !== null && <p class="cust__seen">{times.seen(directory.asOf)}</p>}
      <p class="cust__seen">{words.notHere}</p>
    </>
  );
  return (
    <Columns view={view} top={top}>
      <ContactsSection customer={known} />
      <RecordSection customer={known} />
    </Columns>
  );
}

/** Tickets in the main column, what is known of the customer beside them. */
function Columns(props: { view: CustomerView; top: ComponentChildren; children: ComponentChildren }) {
  const { view, top, children } = props;
  return (
    <div class="cust">
      <div class="cust__top">{top}</div>
      <div class="cust__main">
        <OpenSection view={view} />
        <ClosedSection view={view} />
      </div>
      <div class="cust__side">{children}</div>
    </div>
  );
}

/** Old data says of when it is. */
function SeenAt({ view }: { view: CustomerView }) {
  const times = useTimes();
  const record = view.record.value;
  if (record.kind !== 'ready' || !record.stale) return null;
  return <p class="cust__seen">{times.seen(record.asOf)}</p>;
}

function CustomerFault({ view }: { view: CustomerView }) {
  const panel = usePanel();
  const record = view.record.value;
  if (record.kind !== 'failed') return null;
  if (record.problem.code !== 'not-found') {
    const directory = view.directory.value;
    return directory !== null && directory.value === null ? (
      <NotOnThisMachine view={view} asOf={directory.asOf} />
    ) : (
      <Fault title={panelWords.fault.customer} problem={record.problem} onRetry={() => void view.load()} />
    );
  }
  const isFromPage = panel.shown.value?.page != null;
  return (
    <EmptyState
      icon={UserX}
      tone="warning"
      title={panelWords.fault.unknown(view.code)}
      actions={
        <>
          <Button kind="primary" keys="/" onClick={() => panel.find('show')}>
            {panelWords.fault.findOther}
          </Button>
          {isFromPage && (
            <Button onClick={() => void panel.ports.tab.openOptions('rules')}>
              {panelWords.fault.fixRule}
            </Button>
          )}
        </>
      }
    >
      {isFromPage ? panelWords.fault.unknownText : panelWords.fault.unknownChosen}
    </EmptyState>
  );
}

/** All customers of some time ago are here, and none has the code: only the server can say whether it exists. */
function NotOnThisMachine({ view, asOf }: { view: CustomerView; asOf: Instant }) {
  const panel = usePanel();
  const times = useTimes();
  return (
    <EmptyState
      icon={CloudOff}
      tone="warning"
      title={panelWords.fault.notHere(view.code)}
      actions={
        <>
          <Button kind="primary" onClick={() => void view.load()}>
            {panelWords.fault.retry}
          </Button>
          <Button keys="/" onClick={() => panel.find('show')}>
            {panelWords.fault.findOther}
          </Button>
        </>
      }
    >
      {panelWords.fault.notHereText(times.moment(asOf))}
    </EmptyState>
  );
}
