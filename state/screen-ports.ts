/** Small ports of the screens beside the CRM's ({@link PanelPorts}). */

/** Ticket types that this user chose lately, the last one first. */
export interface RecentTypes {
  read(): string[];
  add(typeId: string): void;
}

/**
 * A draft is written in one place at a time: two tabs that wrote the same one would take each other's words away. The
 * claim ends by itself with the page that holds it.
 */
export interface DraftClaims {
  /** A function that gives the claim back, or null where another tab holds it. */
  claim(draftId: string): Promise<(() => void) | null>;
}

/**
 * The draft on this tab's screen. It outlives the page: an ERP that loads a page for every customer must not hide what
 * is being written.
 */
export interface LastDraft {
  read(): string | null;
  write(draftId: string | null): void;
}

/** Puts text on the clipboard, with `html` also as formatted text; false where the browser refuses. */
export type CopyText = (text: string, html?: string) => Promise<boolean>;

export interface ScreenPorts {
  recentTypes: RecentTypes;
  claims: DraftClaims;
  copy: CopyText;
  lastDraft: LastDraft;
}
