import { effect, type ReadonlySignal } from '@preact/signals';
import type { Ticket } from '../domain/ticket.ts';
import { createReading, type Loadable } from './loadable.ts';
import type { PanelPorts } from './ports.ts';

/** Minha fila: what waits for the signed-in user. */
export interface InboxModel {
  readonly state: ReadonlySignal<Loadable<{ items: Ticket[]; total: number }>>;
  load(): Promise<void>;
  dispose(): void;
}

export function createInbox(ports: Pick<PanelPorts, 'crm' | 'changed'>): InboxModel {
  const reading = createReading(() => ports.crm.inbox());
  let asked = false;
  const stop = effect(() => {
    if (ports.changed.value !== null && asked) void reading.load();
  });
  return {
    state: reading.state,
    async load() {
      asked = true;
      await reading.load();
    },
    dispose() {
      stop();
      reading.dispose();
    },
  };
}
