import { call as words } from '../../locales/pt-BR/call.ts';
import type { CallCard } from '../../state/call-card.ts';
import { Monogram } from '../ui/Monogram.tsx';

/** Several may be calling, or one whose number several persons answer: the agent says which. */
export function ChooseCaller({ card }: { card: CallCard }) {
  const matches = card.matches.value;
  return (
    <div class="callcard__body cc__tight">
      <h1 class="cc__ask">{words.choose}</h1>
      <p class="cc__note">{words.shared(matches.length)}</p>
      <ul>
        {matches.map(({ customer, contactPerson }, index) => (
          <li key={customer.id}>
            <button
              type="button"
              class={index === card.marked.value ? 'pick is-on' : 'pick'}
              aria-pressed={index === card.marked.value}
              data-customer={customer.code}
              onClick={() => card.mark(index)}
            >
              <Monogram name={customer.name} />
              <span class="pick__main">
                <span class="cut" title={customer.name}>
                  {customer.name}
                </span>
                <span class="cut pick__more">
                  {[contactPerson?.name, customer.city].filter(Boolean).join(' · ')}
                </span>
              </span>
              <span class="num muted">{customer.code}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
