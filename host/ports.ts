import type { FromHostPage, ToHostPage } from '../messaging/host.ts';

/** The extension as seen from a host page. */
export interface HostPagePorts {
  /** Rejects when the background cannot be reached. */
  send(message: FromHostPage): Promise<unknown>;
  /** Returns how to stop listening. */
  listen(listener: (message: ToHostPage) => void): () => void;
  /** False once the extension was updated, reloaded or removed under the page. */
  isAlive(): boolean;
}
