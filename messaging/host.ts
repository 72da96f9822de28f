import type { CallEvidence, Evidence, HostRule } from '../detect/host-rule.ts';

/**
 * What the scripts in a host page (loader and dock) and the background say to each other. Types only: the loader carries no validator,
 * and the background parses what pages' contexts send (`host-schema.ts`).
 */

/** The launcher as the background wants it drawn. Words come ready from the catalogue. */
export interface LauncherView {
  /** `hidden` while the panel is docked. */
  state: 'hidden' | 'none' | 'certain' | 'offered' | 'ringing';
  name: string;
  /** The customer's code, or the caller's number. */
  code: string;
  /** Accessible name. */
  label: string;
  theme: Theme;
}

export type Theme = 'system' | 'light' | 'dark';

/** How the dock stands over the pages of one host. */
export interface DockLayout {
  /** Width in CSS pixels, 360 to 640. */
  width: number;
  side: 'left' | 'right';
}

/** Loader or dock to background. Each is answered as it says; with null where the page is no enabled host. */
export type FromHostPage =
  /** The loader has started in a new document: `LoaderState`. */
  | { type: 'host/hello' }
  /**
   * What the page shows changed; empty when it shows no customer any more: `LoaderState`. `call` only where a rule about calls is for this
   * page: null while nobody calls.
   */
  | { type: 'host/evidence'; evidence: Evidence[]; call?: CallEvidence | null | undefined }
  /** A `tel:` link was clicked. */
  | { type: 'host/tel'; number: string }
  /** The pointer is near the launcher: the panel is warmed. */
  | { type: 'host/near' }
  /** The launcher was clicked. */
  | { type: 'host/open' }
  /** The dock has started: `DockAnswer`. */
  | { type: 'dock/hello' }
  /** The agent changed width or side. */
  | { type: 'dock/layout'; layout: DockLayout }
  /** Something of the page lies over the panel, or no longer does. */
  | { type: 'dock/covered'; covered: boolean };

/** What the loader goes by; what is left out stays as it was. */
export interface LoaderState {
  rules?: HostRule[];
  /** Names of the attributes that these rules read, said with them. */
  attributes?: string[];
  launcher?: LauncherView;
  /** Style of the launcher, said once: kept out of the loader, which every page loads. */
  css?: string;
}

/** How the panel's frame stands over the page: kept ready, as the small card of a call, or docked at a side. */
export type PanelMode = 'hidden' | 'card' | 'docked';

export interface DockAnswer {
  /** Address of the panel page. */
  panel: string;
  layout: DockLayout;
  /** As it was before the page was loaded again. */
  mode: PanelMode;
  theme: Theme;
  /** Accessible names of frame and handle. */
  title: string;
  handle: string;
}

/** Background to the scripts in a host page. */
export type ToHostPage =
  /** Null: the host is enabled no longer. */
  | { type: 'host/state'; state: LoaderState | null }
  /** The address changed: look again. */
  | { type: 'host/look' }
  /** Tell again what was found: the page may have come back from the browser's cache, or its tab to the front. */
  | { type: 'host/tell' }
  | { type: 'dock/show'; focus: boolean }
  | { type: 'dock/hide' }
  /** Shows the frame as a card; `focus` only where the agent asked for it. */
  | { type: 'dock/card'; focus: boolean }
  /** The card's content is this high, in CSS pixels. */
  | { type: 'dock/card-height'; height: number }
  | { type: 'dock/layout'; layout: DockLayout };
