import { CloudOff, LocateFixed, Lock, PhoneIncoming } from 'lucide';
import { useEffect, useRef } from 'preact/hooks';
import { formatPhone } from '../../domain/phone.ts';
import { call as callWords } from '../../locales/pt-BR/call.ts';
import { panel as words } from '../../locales/pt-BR/panel.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { usePanel } from './panel-context.ts';
import { useTimes } from './use-times.ts';

/** Lines under the header, one sentence and one act each; never modal, never taking the focus away from a text. */
export function PanelBanners() {
  return (
    <>
      <CallBanner />
      <PageBanner />
      <SessionBanner />
      <ConfirmBanner />
    </>
  );
}

/** Somebody calls while the panel is open: its card comes when the agent wants it. */
function CallBanner() {
  const panel = usePanel();
  const current = panel.ports.calls.current.value;
  if (current === null || !current.asks || panel.callShown.value === current.call.id) return null;
  const { id, number, direction } = current.call;
  const who = number === '' ? callWords.withheld : formatPhone(number);
  return (
    <Banner icon={PhoneIncoming} kind="info" action={{ label: callWords.see, run: () => panel.showCall(id) }}>
      <b>{direction === 'in' ? callWords.banner(who) : callWords.bannerOut(who)}</b>
    </Banner>
  );
}

/** The page is about somebody else: it is offered, and nothing moves by itself. */
function PageBanner() {
  const panel = usePanel();
  const offer = panel.pageOffer.value;
  const { kind } = panel.navigation.screen.value;
  if (offer === null || kind === 'inbox' || kind === 'pending' || kind === 'find' || kind === 'signIn') {
    return null;
  }
  return (
    <Banner
      icon={LocateFixed}
      kind="info"
      action={{ label: words.banner.see, run: () => void panel.followPage() }}
    >
      {words.banner.pageIsOn} <b>{offer.name ?? words.banner.pageCode(offer.page.code)}</b>
    </Banner>
  );
}

function SessionBanner() {
  const panel = usePanel();
  const session = panel.ports.session.state.value;
  const connection = panel.ports.connection.state.value;
  if (panel.navigation.screen.value.kind === 'signIn') return null;
  if (session.kind === 'expired') {
    return (
      <Banner icon={Lock} action={{ label: words.banner.signIn, run: () => panel.signIn(), primary: true }}>
        <b>{words.banner.expired}</b> {words.banner.expiredText}
      </Banner>
    );
  }
  if (connection === 'online') return null;
  const isOffline = connection === 'offline';
  return (
    <Banner
      icon={CloudOff}
      action={{ label: words.banner.tryNow, run: () => void panel.ports.connection.check() }}
    >
      <b>{isOffline ? words.banner.offline : words.banner.trouble}</b> <SeenAt />
    </Banner>
  );
}

/** Of when the data on screen is; without old data, where the words are. */
function SeenAt() {
  const panel = usePanel();
  const times = useTimes();
  const record =
    panel.navigation.screen.value.kind === 'customer' ? panel.customer.value?.record.value : null;
  const isOld = record?.kind === 'ready' && record.stale;
  return <>{isOld ? `${times.seen(record.asOf)}.` : words.banner.keptHere}</>;
}

/** An offered customer stays visibly an offer; before a ticket it has to be confirmed. */
function ConfirmBanner() {
  const panel = usePanel();
  const yes = useRef<HTMLButtonElement>(null);
  const asks = panel.asksToConfirm.value;
  useEffect(() => {
    if (asks) yes.current?.focus();
  }, [asks]);
  const shown = panel.shown.value;
  if (shown === null || shown.confirmed || panel.navigation.screen.value.kind !== 'customer') return null;
  if (panel.customer.value?.summary.value == null) return null;
  return (
    <div class="banner" role="status">
      <Icon icon={LocateFixed} />
      <span class="banner__t">{asks ? <b>{words.confirm.asked}</b> : words.confirm.text}</span>
      <Button size="xs" ref={yes} onClick={() => void panel.confirmCustomer()}>
        {words.confirm.yes}
      </Button>
      <Button size="xs" kind="quiet" onClick={() => void panel.dismissCustomer()}>
        {words.confirm.no}
      </Button>
    </div>
  );
}
