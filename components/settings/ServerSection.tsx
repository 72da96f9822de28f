import { TriangleAlert } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import { options } from '../../locales/pt-BR/options.ts';
import type { OptionsPorts } from '../../state/options-ports.ts';
import { Alert } from '../ui/Alert.tsx';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';

const words = options.server;

/** The server's address. It is asked before it is taken, and so is the agent where words would stay behind. */
export function ServerSection({ server }: Pick<OptionsPorts, 'server'>) {
  const address = server.address.value;
  const isManaged = server.managed.value;
  const [typed, setTyped] = useState(address ?? '');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [company, setCompany] = useState<string | null>(null);
  const [leftBehind, setLeftBehind] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => setTyped(address ?? ''), [address]);

  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    const isAnother = address !== null && typed.trim() !== address;
    const count = isAnother ? await server.waiting() : 0;
    setLeftBehind(count);
    if (count === 0) await use();
  };
  const stay = () => {
    setLeftBehind(0);
    setTyped(address ?? '');
    input.current?.focus();
  };
  const use = async () => {
    setLeftBehind(0);
    setBusy(true);
    const answer = await server.use(typed);
    setBusy(false);
    setCompany(answer.ok ? answer.value : null);
    setProblem(answer.ok ? null : answer.error.message);
    if (!answer.ok) input.current?.focus();
  };
  const describedBy = problem ? 'server-problem' : isManaged ? 'server-managed' : undefined;
  return (
    <section class="card" id="server" aria-labelledby="server-title">
      <header>
        <div class="grow">
          <h2 id="server-title">{words.title}</h2>
          {address === null && <p>{words.text}</p>}
        </div>
        {company !== null && <Badge kind="success">{company}</Badge>}
      </header>
      <form class="card__b" noValidate onSubmit={(event) => void submit(event)}>
        <div class="oset oset--col">
          <label class="lbl" for="server-address">
            {words.address}
          </label>
          <TextField
            control={{
              ...{ id: 'server-address', labelId: '', describedBy },
              ...{ invalid: problem !== null, required: true },
            }}
            ref={input}
            type="url"
            value={typed}
            onInput={setTyped}
            disabled={isManaged}
            spellcheck={false}
          />
          {isManaged && (
            <p class="hint" id="server-managed">
              {words.managed}
            </p>
          )}
          {problem !== null && (
            <p class="err" id="server-problem" role="alert">
              {problem}
            </p>
          )}
          <p class="hint" role="status">
            {company === null ? '' : words.connected(company)}
          </p>
        </div>
        {leftBehind > 0 && address !== null && (
          <Alert
            icon={TriangleAlert}
            kind="warning"
            flush
            announced
            actions={
              <>
                <Button kind="primary" size="s" onClick={stay}>
                  {words.stay}
                </Button>
                <Button size="s" onClick={() => void use()}>
                  {words.changeAnyway}
                </Button>
              </>
            }
          >
            {words.leftBehind(leftBehind, address)}
          </Alert>
        )}
        {!isManaged && leftBehind === 0 && (
          <div class="oform__acts">
            <Button
              kind={address === null ? 'primary' : 'default'}
              type="submit"
              size="s"
              disabledReason={busy ? words.checking : undefined}
            >
              {words.check}
            </Button>
          </div>
        )}
      </form>
    </section>
  );
}
