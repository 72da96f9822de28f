import { LogOut } from 'lucide';
import { options } from '../../locales/pt-BR/options.ts';
import type { SessionPort } from '../../state/ports.ts';
import { Button } from '../ui/Button.tsx';
import { Avatar } from '../ui/Monogram.tsx';
import { SignIn } from './SignIn.tsx';

const words = options.account;

/** Who is signed in, or the sign-in. */
export function AccountSection({ session }: { session: SessionPort }) {
  const state = session.state.value;
  return (
    <section class="card" id="account" aria-label={words.title}>
      {state.kind === 'not-configured' && <p class="orow orow__sub">{words.noServer}</p>}
      {state.kind === 'signed-out' && <SignIn session={session} serverUrl={state.serverUrl} active={false} />}
      {state.kind === 'expired' && (
        <SignIn
          session={session}
          serverUrl={state.serverUrl}
          login={state.user.login}
          note={words.expired}
          active={false}
        />
      )}
      {state.kind === 'signed-in' && (
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
      )}
    </section>
  );
}
