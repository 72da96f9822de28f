import type { Call } from '../../../domain/call.ts';
import type { CallerMatch } from '../../../domain/caller.ts';
import type { TabCall } from '../../../state/ports.ts';
import {
  aCustomer,
  aSummary,
  openTickets,
  rioPardo,
  rioPardoSummary,
  testId,
} from '../../support/screens/fixtures.ts';
import { createMemoryPorts, type World } from '../../support/screens/memory-ports.ts';

/** A call that began to ring four seconds before the time of the scenes. */
export function aCall(more: Partial<Call> = {}): TabCall {
  return {
    asks: true,
    call: {
      id: testId(900),
      number: '+5516991005500',
      direction: 'in',
      startedAt: '2026-07-16T17:35:56.000Z',
      answeredAt: null,
      endedAt: null,
      ...more,
    },
  };
}

const jose = { id: testId(110), name: 'José Almeida', role: 'Faturamento' };
const padaria = aSummary({
  ...{ id: testId(201), code: '000777', name: 'Padaria Santa Rita', tradeName: null, city: 'Franca, SP' },
});
const clinica = aSummary({
  ...{ id: testId(202), code: '001202', name: 'Clínica Vila Nova', tradeName: null, active: false },
});

export const oneCaller: CallerMatch[] = [{ customer: rioPardoSummary, contactPerson: jose, shared: false }];
export const severalCallers: CallerMatch[] = [rioPardoSummary, padaria, clinica].map((customer) => ({
  ...{ customer, contactPerson: null, shared: true },
}));
export const sharedCaller: CallerMatch[] = [{ customer: rioPardoSummary, contactPerson: null, shared: true }];

/** The panel as the card of a call over somebody's page. */
export function callWorld(more: Partial<World> = {}): Partial<World> {
  return {
    ...{ call: aCall(), card: true, callers: oneCaller },
    customers: [rioPardo, aCustomer(padaria), aCustomer(clinica)],
    open: openTickets,
    ...more,
  };
}

const scene = (more: Partial<World>) => ({ world: () => createMemoryPorts(callWorld(more)) });
const withheld = { call: aCall({ number: '' }), callers: [] };

export const callScenes = {
  call: scene({}),
  'call-answered': scene({
    call: aCall({ answeredAt: '2026-07-16T17:33:00.000Z' }),
    customers: [{ ...rioPardo, active: false }],
    callers: oneCaller.map((one) => ({ ...one, customer: { ...one.customer, active: false } })),
    open: [],
  }),
  'call-several': scene({ callers: severalCallers }),
  'call-shared': scene({ callers: sharedCaller }),
  'call-unknown': scene({ call: aCall({ number: '+5517997152208' }), callers: [] }),
  'call-withheld': scene(withheld),
  'call-out': scene({ call: aCall({ direction: 'out' }) }),
  'call-over-panel': scene({ card: false, call: aCall() }),
};
