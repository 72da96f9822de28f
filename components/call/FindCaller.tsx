import { call as words } from '../../locales/pt-BR/call.ts';
import type { CallCard } from '../../state/call-card.ts';
import { CustomerFinder } from '../customer/CustomerFinder.tsx';

/** Nobody is known by the number: found by name, code or document. It takes no cursor by itself. */
export function FindCaller({ card }: { card: CallCard }) {
  const problem = card.problem.value;
  const text = problem?.message ?? (card.phone.value === null ? words.withheldText : words.unknownText);
  return (
    <div class="callcard__body cc__find">
      <h1 class="cc__ask">{words.find}</h1>
      {card.matches.value.length === 0 && <p class="cc__note">{text}</p>}
      <CustomerFinder onChoose={(customer) => card.choose({ customer, person: null })} />
    </div>
  );
}
