import { useEffect, useState } from 'preact/hooks';
import { customer as words } from '../../locales/pt-BR/customer.ts';
import { usePanel, useToasts } from '../panel/panel-context.ts';
import { Switch } from '../ui/Switch.tsx';

/**
 * Spy System for a whole customer: this user gets an e-mail of every step of all its tickets. It is asked and changed with the server only and
 * never queued: without the network the switch is off limits and says so.
 */
export function WatchCustomer({ customerId }: { customerId: string }) {
  const panel = usePanel();
  const toasts = useToasts();
  /** Null while it is asked, or where the server could not be asked. */
  const [watching, setWatching] = useState<boolean | null>(null);
  const [isAway, setAway] = useState(false);
  const { crm, changed } = panel.ports;
  const pulled = changed.value;

  useEffect(() => {
    let isCurrent = true;
    void crm.watching(customerId).then((answer) => {
      if (!isCurrent) return;
      setAway(!answer.ok);
      setWatching(answer.ok ? answer.value.watching : null);
    });
    return () => {
      isCurrent = false;
    };
  }, [customerId, pulled]);

  const change = async (wanted: boolean) => {
    const answer = await crm.setWatching(customerId, wanted);
    if (answer.ok) setWatching(answer.value.watching);
    else toasts.show({ text: answer.error.message });
  };
  return (
    <section class="sec cust__watch">
      <header class="sec__head">
        <h2>{words.watching}</h2>
      </header>
      <Switch
        checked={watching ?? false}
        disabled={watching === null}
        hint={isAway ? words.watchOffline : words.watchHint}
        onChange={(wanted) => void change(wanted)}
      >
        {words.watch}
      </Switch>
    </section>
  );
}
