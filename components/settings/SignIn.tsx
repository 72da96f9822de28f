import { Eye, EyeOff } from 'lucide';
import { useMemo, useRef, useState } from 'preact/hooks';
import { signIn as words } from '../../locales/pt-BR/sign-in.ts';
import type { SessionPort } from '../../state/ports.ts';
import { createSignIn } from '../../state/sign-in.ts';
import { Button } from '../ui/Button.tsx';
import { FieldRow } from '../ui/Field.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { TextField } from '../ui/TextField.tsx';

export interface SignInProps {
  session: Pick<SessionPort, 'signIn'>;
  serverUrl: string;
  /** Fills the user in, for the one whose session ended. */
  login?: string | undefined;
  /** Instead of the title, on a screen that has its own. */
  note?: string | undefined;
  /** False while nobody sees it: then it takes no focus. */
  active?: boolean | undefined;
  onDone?: (() => void) | undefined;
  onChangeServer?: (() => void) | undefined;
}

/** Sign-in, in the panel and in the options page. */
export function SignIn(props: SignInProps) {
  const { active = true } = props;
  const model = useMemo(() => createSignIn(props.session), [props.session]);
  const [login, setLogin] = useState(props.login ?? '');
  const [password, setPassword] = useState('');
  const [isShown, setShown] = useState(false);
  const [missing, setMissing] = useState<'login' | 'password' | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const problem = model.problem.value;
  const busy = model.busy.value;

  const goTo = (name: string) =>
    form.current?.querySelector<HTMLElement>(`[data-field="${name}"] input`)?.focus();

  const submit = async (event: Event) => {
    event.preventDefault();
    const lacks = login.trim() === '' ? 'login' : password === '' ? 'password' : null;
    setMissing(lacks);
    if (lacks !== null) {
      goTo(lacks);
      return;
    }
    if (await model.submit(login, password)) {
      setPassword('');
      props.onDone?.();
    } else {
      goTo('password');
    }
  };

  return (
    <form class="signin" ref={form} onSubmit={(event) => void submit(event)} noValidate>
      {props.note === undefined ? (
        <h2 class="signin__title">{words.title}</h2>
      ) : (
        <p class="signin__note">{props.note}</p>
      )}
      <FieldRow
        label={words.login}
        name="login"
        required
        error={missing === 'login' ? words.missingLogin : undefined}
      >
        {(control) => (
          <TextField
            control={control}
            value={login}
            onInput={setLogin}
            autocomplete="username"
            spellcheck={false}
            autofocus={active && login === ''}
          />
        )}
      </FieldRow>
      <FieldRow
        label={words.password}
        name="password"
        required
        error={missing === 'password' ? words.missingPassword : undefined}
      >
        {(control) => (
          <TextField
            control={control}
            type={isShown ? 'text' : 'password'}
            value={password}
            onInput={setPassword}
            autocomplete="current-password"
            spellcheck={false}
            autofocus={active && props.login !== undefined}
            end={
              <IconButton
                icon={isShown ? EyeOff : Eye}
                iconSize={14}
                size="xs"
                label={isShown ? words.hidePassword : words.showPassword}
                onClick={() => setShown(!isShown)}
              />
            }
          />
        )}
      </FieldRow>
      {problem !== null && (
        <p class="err" role="alert">
          {problem.message}
        </p>
      )}
      <div class="signin__acts">
        <Button kind="primary" type="submit" disabledReason={busy ? words.busy : undefined}>
          {words.submit}
        </Button>
        {props.onChangeServer !== undefined && (
          <Button kind="quiet" onClick={props.onChangeServer}>
            {words.changeServer}
          </Button>
        )}
      </div>
      <p class="hint">{words.server(props.serverUrl)}</p>
    </form>
  );
}
