import { useEffect, useLayoutEffect } from 'preact/hooks';
import { panel as words } from '../../locales/pt-BR/panel.ts';
import type { Screen } from '../../state/navigation.ts';
import { CallInFrame } from '../call/CallInFrame.tsx';
import { CallOverPanel } from '../call/CallOverPanel.tsx';
import { ClosedTicketsScreen } from '../customer/ClosedTicketsScreen.tsx';
import { CustomerScreen } from '../customer/CustomerScreen.tsx';
import { FindScreen } from '../customer/FindScreen.tsx';
import { RecordScreen } from '../customer/RecordScreen.tsx';
import { preloadRichTextEditor } from '../editor/LazyRichTextEditor.tsx';
import { InboxScreen } from '../inbox/InboxScreen.tsx';
import { PendingScreen } from '../pending/PendingScreen.tsx';
import { TicketSearchScreen } from '../search/TicketSearchScreen.tsx';
import { NewTicketScreen } from '../ticket/NewTicketScreen.tsx';
import { TicketScreen } from '../ticket/TicketScreen.tsx';
import { ToastRegion } from '../ui/ToastRegion.tsx';
import { PanelBanners } from './PanelBanners.tsx';
import { PanelHeader } from './PanelHeader.tsx';
import { PanelTabs } from './PanelTabs.tsx';
import { usePanel, useToasts } from './panel-context.ts';
import { listenForPanelKeys } from './panel-keys.ts';
import { SignInAgain } from './SignInAgain.tsx';
import { useShowGuard } from './use-show-guard.ts';

/** Header, tabs, lines of state, the screen, notices; and the keys of all of them. */
export function PanelMain() {
  const panel = usePanel();
  useShowGuard();

  // At once: a key that follows the opening closely must not be lost.
  const { isCard, current } = panel.ports.calls;
  const hidden = isCard.value;
  useLayoutEffect(() => (hidden ? undefined : listenForPanelKeys(panel)), [panel, hidden]);

  // The editor is heavy and comes after the panel, yet before it is wanted; with a text to go on with, at once.
  useEffect(() => {
    if (panel.restoring.peek()) {
      void preloadRichTextEditor();
      return undefined;
    }
    const idle = requestIdleCallback(() => void preloadRichTextEditor());
    return () => cancelIdleCallback(idle);
  }, [panel]);

  useEffect(() => {
    // The page may be gone a moment later.
    const keep = () => {
      if (document.visibilityState === 'hidden') void panel.keepNow();
    };
    const leave = () => void panel.keepNow();
    document.addEventListener('visibilitychange', keep);
    window.addEventListener('pagehide', leave);
    window.addEventListener('blur', leave);
    return () => {
      document.removeEventListener('visibilitychange', keep);
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('blur', leave);
    };
  }, [panel]);

  const screen = panel.navigation.screen.value;
  // Neither the work nor the flicker of a screen that the restored text takes away again.
  if (panel.restoring.value)
    return <main class="panel panel--fill" aria-label={words.label} aria-busy="true" />;
  const isTab = screen.kind === 'customer' || screen.kind === 'inbox' || screen.kind === 'pending';
  return (
    <>
      {hidden && current.value !== null && <CallInFrame current={current.value} />}
      {/* What is being written stays where it is behind the card of a call. */}
      <main class="panel panel--fill" aria-label={words.label} hidden={hidden}>
        <PanelHeader tabs={isTab} />
        {isTab && <PanelTabs />}
        <PanelBanners />
        <ScreenOf screen={screen} />
        <Notices />
        {!hidden && <CallOverPanel />}
      </main>
    </>
  );
}

function Notices() {
  return <ToastRegion toasts={useToasts()} />;
}

function ScreenOf({ screen }: { screen: Screen }) {
  switch (screen.kind) {
    case 'customer':
      return <CustomerScreen key="customer" />;
    case 'inbox':
      return <InboxScreen key="inbox" />;
    case 'pending':
      return <PendingScreen key="pending" />;
    case 'find':
      return <FindScreen key="find" purpose={screen.purpose} />;
    case 'searchTickets':
      return <TicketSearchScreen key="search-tickets" />;
    case 'closedTickets':
      return <ClosedTicketsScreen key="closed" />;
    case 'newTicket':
      return <NewTicketScreen key={screen.open.writing.draft.peek().id} open={screen.open} />;
    case 'ticket':
      return <TicketScreen key={screen.ticket.view.id} screen={screen.ticket} />;
    case 'record':
      return <RecordScreen key={screen.form.customer.id} form={screen.form} />;
    case 'signIn':
      return <SignInAgain key="sign-in" />;
  }
}
