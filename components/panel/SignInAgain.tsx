import { signIn as words } from '../../locales/pt-BR/sign-in.ts';
import { SignIn } from '../settings/SignIn.tsx';
import { BackBar } from './BackBar.tsx';
import { Body } from './Body.tsx';
import { usePanel } from './panel-context.ts';

/** Sign-in over a session that ended by itself: what was written waits below it. */
export function SignInAgain() {
  const panel = usePanel();
  const session = panel.ports.session.state.value;
  if (session.kind !== 'expired' && session.kind !== 'signed-in') return null;
  return (
    <>
      <BackBar title={words.again} />
      <Body label={words.again}>
        <SignIn
          session={panel.ports.session}
          serverUrl={session.serverUrl}
          login={session.user.login}
          note={words.againText(session.user.name)}
          active={panel.ports.tab.visible.value}
          onDone={() => void panel.back()}
        />
      </Body>
    </>
  );
}
