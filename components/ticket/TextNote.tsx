import { panel as panelWords } from '../../locales/pt-BR/panel.ts';
import { writing as words } from '../../locales/pt-BR/writing.ts';
import type { OpenWriting } from '../../state/open-writing.ts';
import { usePanel } from '../panel/panel-context.ts';
import { Delivery } from '../ui/Delivery.tsx';

/** Under the text: whose it stays while the page is about somebody else, and where it waits while nobody is signed in. */
export function TextNote({ open }: { open: OpenWriting }) {
  const panel = usePanel();
  const isElsewhere = panel.pageOffer.value !== null;
  const waits =
    panel.ports.session.state.value.kind === 'expired' && open.writing.keeping.value.kind === 'kept';
  if (!isElsewhere && !waits) return null;
  const { customer } = open.writing.draft.value;
  return (
    <p class="nt__note">
      {isElsewhere && <span class="cut">{panelWords.banner.stays(customer.tradeName ?? customer.name)}</span>}
      {waits && <Delivery state="kept" words={words.keptSignedOut} />}
    </p>
  );
}
