import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createHostPagePorts } from '../extension/host-page-ports.ts';
import { startDock } from '../host/dock.ts';
import type { DockAnswer } from '../messaging/host.ts';
import '../host/world.ts';

/** The dock: injected beside the loader when the panel is about to be wanted. A second injection finds the first. */
export default defineUnlistedScript(async () => {
  if (globalThis.parecerDock || !globalThis.parecerLoader) return;
  const ports = createHostPagePorts();
  const answer = (await ports.send({ type: 'dock/hello' })) as DockAnswer | null;
  // Another injection may have been faster while this one asked.
  if (answer && !globalThis.parecerDock) globalThis.parecerDock = startDock(document, ports, answer);
});
