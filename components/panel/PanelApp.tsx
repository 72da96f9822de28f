import { useEffect, useMemo } from 'preact/hooks';
import { createPanel } from '../../state/panel.ts';
import type { PanelPorts } from '../../state/ports.ts';
import type { ScreenPorts } from '../../state/screen-ports.ts';
import { findWriter } from '../../state/writer.ts';
import { NotConfigured } from '../settings/NotConfigured.tsx';
import { SignIn } from '../settings/SignIn.tsx';
import { createToasts } from '../ui/toasts.ts';
import { PanelFrame } from './PanelFrame.tsx';
import { PanelMain } from './PanelMain.tsx';
import { PanelContext } from './panel-context.ts';

export type AppPorts = PanelPorts & ScreenPorts;

/** The whole panel: by the state of the session the panel itself, sign-in, or the way to the options. */
export function PanelApp({ ports }: { ports: AppPorts }) {
  const session = ports.session.state.value;
  const writer = findWriter(session);
  if (writer !== null) return <SignedInPanel key={writer.user.id} ports={ports} userId={writer.user.id} />;
  if (session.kind === 'not-configured') {
    return (
      <PanelFrame onClose={() => void ports.tab.close()}>
        <NotConfigured onOpenOptions={() => void ports.tab.openOptions('server')} />
      </PanelFrame>
    );
  }
  if (session.kind === 'signed-out') {
    return (
      <PanelFrame onClose={() => void ports.tab.close()}>
        <SignIn
          session={ports.session}
          serverUrl={session.serverUrl}
          active={ports.tab.visible.value}
          onChangeServer={() => void ports.tab.openOptions('server')}
        />
      </PanelFrame>
    );
  }
  // Loading takes a moment: what flickers by would only be in the way.
  return <PanelFrame onClose={() => void ports.tab.close()} />;
}

function SignedInPanel({ ports, userId }: { ports: AppPorts; userId: string }) {
  const surroundings = useMemo(
    () => ({ panel: createPanel(ports, { id: userId }), toasts: createToasts() }),
    [ports, userId],
  );
  useEffect(() => () => surroundings.panel.dispose(), [surroundings]);
  return (
    <PanelContext.Provider value={surroundings}>
      <PanelMain />
    </PanelContext.Provider>
  );
}
