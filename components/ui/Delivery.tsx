import type { DeliveryState } from '../../domain/delivery.ts';
import { ui } from '../../locales/pt-BR/ui.ts';

export interface DeliveryProps {
  state: DeliveryState;
  /** Says more than the state's own word, e.g. "Guardado aqui, sai quando você entrar". */
  words?: string | undefined;
}

/** Where the words are: four ticks and a word, the same everywhere. */
export function Delivery({ state, words }: DeliveryProps) {
  return (
    <span class="dlv" data-s={state}>
      <span class="dlv__steps" aria-hidden="true">
        <i />
        <i />
        <i />
        <i />
      </span>
      {words ?? ui.delivery[state]}
    </span>
  );
}
