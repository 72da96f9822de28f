import { computed, effect, type ReadonlySignal, untracked } from '@preact/signals';
import type { ContactChannel } from '../domain/contact-channel.ts';
import type { TicketType } from '../domain/ticket-type.ts';
import type { ResponsibilityCenter, User } from '../domain/user.ts';
import { createReading, type Loadable, readyValue } from './loadable.ts';
import type { Catalogue, Changed, CrmReader } from './ports.ts';

/** Ticket types, channels, users and centers, found by id. */
export interface CatalogueModel {
  readonly state: ReadonlySignal<Loadable<Catalogue>>;
  readonly all: ReadonlySignal<Catalogue>;
  type(id: string | null): TicketType | null;
  channel(id: string | null): ContactChannel | null;
  user(id: string | null): User | null;
  center(id: string | null): ResponsibilityCenter | null;
  load(): Promise<void>;
  dispose(): void;
}

const EMPTY: Catalogue = {
  ticketTypes: [],
  opinionTemplates: [],
  workflows: [],
  contactChannels: [],
  users: [],
  centers: [],
};

export interface CataloguePorts {
  crm: Pick<CrmReader, 'catalogue'>;
  changed: ReadonlySignal<Changed | null>;
}

/** Read by `load`, and again whenever the company configured something else. */
export function createCatalogue({ crm, changed }: CataloguePorts): CatalogueModel {
  const reading = createReading(() => crm.catalogue());
  const stopHearing = effect(() => {
    if (changed.value?.catalogue === true) untracked(() => void reading.load());
  });
  const all = computed(() => readyValue(reading.state.value) ?? EMPTY);
  const types = computed(() => byId(all.value.ticketTypes));
  const channels = computed(() => byId(all.value.contactChannels));
  const users = computed(() => byId(all.value.users));
  const centers = computed(() => byId(all.value.centers));

  return {
    state: reading.state,
    all,
    type: (id) => find(types, id),
    channel: (id) => find(channels, id),
    user: (id) => find(users, id),
    center: (id) => find(centers, id),
    load: reading.load,
    dispose() {
      stopHearing();
      reading.dispose();
    },
  };
}

function byId<T extends { id: string }>(items: T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

function find<T>(index: ReadonlySignal<Map<string, T>>, id: string | null): T | null {
  return id === null ? null : (index.value.get(id) ?? null);
}
