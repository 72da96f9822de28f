import { Check, ChevronDown, CircleQuestionMark, LocateFixed } from 'lucide';
import { panel as words } from '../../locales/pt-BR/panel.ts';
import type { PageCustomer } from '../../state/ports.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Popover } from '../ui/Popover.tsx';
import { usePanel } from './panel-context.ts';

export interface WhyCustomerProps {
  page: PageCustomer;
  /** The agent said that it is this one. */
  confirmed: boolean;
}

/** The chip that says why this customer: green where a rule is certain, amber where it is an offer. Opens the evidence. */
export function WhyCustomer({ page, confirmed }: WhyCustomerProps) {
  const source = page.because[0]?.label ?? words.why.unnamed;
  const isCertain = page.certainty === 'certain' || confirmed;
  return (
    <Popover
      label={words.why.title}
      class="why-pop"
      trigger={(attributes) => (
        <button
          {...attributes}
          class={isCertain ? 'why' : 'why why--offered'}
          type="button"
          aria-label={words.why.label(source)}
        >
          <Icon icon={LocateFixed} size={12} />
          <span class="cut">{source}</span>
          <Icon icon={ChevronDown} size={12} />
        </button>
      )}
    >
      {(close) => <Evidence page={page} certain={isCertain} onDone={close} />}
    </Popover>
  );
}

function Evidence({ page, certain, onDone }: { page: PageCustomer; certain: boolean; onDone: () => void }) {
  const panel = usePanel();
  const byCompany = page.because[0]?.company === true;
  const sure = byCompany ? words.why.certainByCompany : words.why.certain;
  const icon = certain ? Check : CircleQuestionMark;
  return (
    <>
      <div class={certain ? 'why-pop__b' : 'why-pop__b why-pop__b--offered'}>
        <h2>{words.why.title}</h2>
        <ol>
          {page.because.map(({ label, value }) => (
            <li key={`${label} ${value}`}>
              <Icon icon={icon} size={14} />
              <span>
                {words.why.evidence(label)} <b class="num">{value}</b>
              </span>
            </li>
          ))}
          <li>
            <Icon icon={icon} size={14} />
            <span>{page.certainty === 'certain' ? sure : words.why.offered}</span>
          </li>
        </ol>
      </div>
      <div class="pop__foot why-pop__f">
        <Button
          size="xs"
          onClick={() => {
            onDone();
            void panel.dismissCustomer();
          }}
        >
          {words.why.notThis}
        </Button>
        <Button
          size="xs"
          kind="quiet"
          onClick={() => {
            onDone();
            void panel.ports.tab.openOptions('rules');
          }}
        >
          {words.why.fixRule}
        </Button>
      </div>
    </>
  );
}
