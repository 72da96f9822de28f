import type { Requester } from '../messaging/message.ts';
import type { PanelRequests } from '../messaging/panel-requests.ts';
import type { CallPort } from '../state/ports.ts';

/** Calls as a panel knows them: it is told with its tab's context, and asks the background for everything else. */
export function createCallPort(
  ask: Requester<PanelRequests>,
  told: Pick<CallPort, 'current' | 'isCard'>,
): CallPort {
  return {
    current: told.current,
    isCard: told.isCard,
    lookUp: (number) => ask('crm.caller', { number }),
    async take(id) {
      await ask('call.take', { id });
    },
    async dismiss(id) {
      await ask('call.dismiss', { id });
    },
    async collapse(id) {
      await ask('call.collapse', { id });
    },
    resize: (height) => void ask('tab.cardHeight', { height }),
  };
}
