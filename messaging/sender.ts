/** Who sent a message, as the browser says it. */
export interface MessageSender {
  id?: string | undefined;
  url?: string | undefined;
  origin?: string | undefined;
  tab?: { id?: number | undefined; url?: string | undefined } | undefined;
  frameId?: number | undefined;
}

/** This extension, by its id and the address that its pages begin with (`chrome-extension://…/`). */
export interface OwnExtension {
  id: string;
  baseUrl: string;
}

/**
 * One of our own pages: panel, options. The address decides, not the id: a content script carries our id too, but the
 * address of the page it stands in.
 */
export function isExtensionPage(sender: MessageSender, own: OwnExtension): boolean {
  return sender.id === own.id && sender.url !== undefined && sender.url.startsWith(own.baseUrl);
}

/** Our content script in a page of somebody else's. */
export function isContentScript(sender: MessageSender, own: OwnExtension): boolean {
  return (
    sender.id === own.id &&
    sender.tab?.id !== undefined &&
    sender.url !== undefined &&
    /^https?:/.test(sender.url)
  );
}
