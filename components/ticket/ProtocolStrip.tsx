import { Copy } from 'lucide';
import { formatProtocol } from '../../domain/protocol.ts';
import { writing as words } from '../../locales/pt-BR/writing.ts';
import type { OpenWriting } from '../../state/open-writing.ts';
import { useCopy } from '../panel/use-copy.ts';
import { IconButton } from '../ui/IconButton.tsx';

/** The number to tell the customer, there from the start. Copying it counts as telling it. */
export function ProtocolStrip({ open }: { open: OpenWriting }) {
  const copy = useCopy();
  const protocol = open.protocol.value;
  return (
    <div class="strip">
      <span>{words.protocol}</span>
      {protocol === null ? (
        <span class="muted">{words.protocolLater}</span>
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
