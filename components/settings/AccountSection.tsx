import { LogOut } from 'lucide';
import { options } from '../../locales/pt-BR/options.ts';
import type { SessionPort, SessionState } from '../../state/ports.ts';
import { Button } from '../ui/Button.tsx';
import { Avatar } from '../ui/Monogram.tsx';
import { SignIn } from './SignIn.tsx';

const words = options.account;

/** Who is signed in, or the sign-in. */
export function AccountSection({ session }: { session: SessionPort }) {
  const state = session.state.value;
  return (
    <section class="card" id="account" aria-label={words.title}>
      <Account state={state} session={session} />
    </section>
  );
}

function Account({ state, session }: { state: SessionState; session: SessionPort }) {
  if (state.kind === 'loading') return <p class="orow" />;
  if (state.kind === 'not-configured') return <p class="orow orow__sub">{words.noServer}</p>;
  if (state.kind !== 'signed-in') {
    const isExpired = state.kind === 'expired';
    return (
      <SignIn
        session={session}
        serverUrl={state.serverUrl}
        login={isExpired ? state.user.login : undefined}
        note={isExpired ? words.expired : undefined}
        active={false}
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
