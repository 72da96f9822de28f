import { LogOut } from 'lucide';
import { useRef } from 'preact/hooks';
import { options } from '../../locales/pt-BR/options.ts';
import type { SessionPort, SessionState } from '../../state/ports.ts';
import { Button } from '../ui/Button.tsx';
import { Avatar } from '../ui/Monogram.tsx';
import { SignIn } from './SignIn.tsx';

const words = options.account;

export interface AccountSectionProps {
  session: SessionPort;
  /** The sign-in is the next step of whoever sets the product up: the cursor goes there once the server is known. */
  leads?: boolean | undefined;
}

/** Who is signed in, or the sign-in. */
export function AccountSection({ session, leads = false }: AccountSectionProps) {
  const card = useRef<HTMLElement>(null);
  const wasWithoutServer = useRef(false);
  const state = session.state.value;
  if (state.kind === 'not-configured') wasWithoutServer.current = true;
  return (
    <section class="card" id="account" aria-label={words.title} tabIndex={-1} ref={card}>
      <Account
        state={state}
        session={session}
        takesFocus={leads && wasWithoutServer.current}
        // The form goes away under the cursor: it stays in the card, which says who is signed in.
        onSignedIn={() => card.current?.focus()}
      />
    </section>
  );
}

interface AccountProps {
  state: SessionState;
  session: SessionPort;
  takesFocus: boolean;
  onSignedIn: () => void;
}

function Account({ state, session, takesFocus, onSignedIn }: AccountProps) {
  if (state.kind === 'loading') return <Title />;
  if (state.kind === 'not-configured') {
    return (
      <>
        <Title />
        <p class="orow orow__sub">{words.noServer}</p>
      </>
    );
  }
  if (state.kind !== 'signed-in') {
    const isExpired = state.kind === 'expired';
    return (
      <SignIn
        session={session}
        serverUrl={state.serverUrl}
        login={isExpired ? state.user.login : undefined}
        note={isExpired ? words.expired : undefined}
        active={takesFocus}
        onDone={onSignedIn}
      />
    );
  }
  return (
    <div class="orow orow--acc">
      <Avatar name={state.user.name} size={28} />
      <div class="grow">
        <div class="cut">
          <b>{state.user.name}</b>
        </div>
        <div class="orow__sub cut">{[state.user.login, state.company.name].join(', ')}</div>
      </div>
      <Button size="s" icon={LogOut} onClick={() => void session.signOut()}>
        {words.signOut}
      </Button>
    </div>
  );
}

function Title() {
  return (
    <header>
      <h2>{words.title}</h2>
    </header>
  );
}
