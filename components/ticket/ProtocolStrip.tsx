import { Copy } from 'lucide';
import { useEffect } from 'preact/hooks';
import { formatProtocol } from '../../domain/protocol.ts';
import { writing as words } from '../../locales/pt-BR/writing.ts';
import type { OpenWriting } from '../../state/open-writing.ts';
import { usePanel } from '../panel/panel-context.ts';
import { useCopy } from '../panel/use-copy.ts';
import { IconButton } from '../ui/IconButton.tsx';

/** The number to tell the customer, there from the start. Copying it counts as telling it. */
export function ProtocolStrip({ open }: { open: OpenWriting }) {
  const copy = useCopy();
  const protocol = open.protocol.value;
  const isOnline = useWaitForNumber(open);
  return (
    <div class="strip">
      <span>{words.protocol}</span>
      {protocol === null ? (
        <span class="muted">{isOnline ? words.protocolLater : words.protocolOffline}</span>
      ) : (
        <>
          <b class="num" data-protocol={protocol}>
            {formatProtocol(protocol)}
          </b>
          <IconButton
            icon={Copy}
            size="xs"
            label={words.copyProtocol}
            onClick={() => {
              open.markTold();
              void copy(formatProtocol(protocol));
            }}
          />
          <span class="grow" />
          <span class="strip__tip">{words.tell}</span>
        </>
      )}
    </div>
  );
}

/** When (ms) the device's numbers are asked again while there is a connection that can bring new ones; each wait is twice the last. */
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 60_000;

/** Where none was left, the number comes as soon as the connection has brought some. Says whether there is a connection. */
function useWaitForNumber(open: OpenWriting): boolean {
  const panel = usePanel();
  const isOnline = panel.ports.connection.state.value === 'online';
  const waits = open.protocol.value === null && panel.ports.tab.visible.value;
  useEffect(() => {
    if (!waits || !isOnline) return undefined;
    let wait = FIRST_WAIT;
    let timer: ReturnType<typeof setTimeout>;
    const ask = () => {
      void open.takeProtocol();
      timer = setTimeout(ask, wait);
      wait = Math.min(LONGEST_WAIT, 2 * wait);
    };
    ask();
    return () => clearTimeout(timer);
  }, [open, waits, isOnline]);
  return isOnline;
}
