import { defineContentScript } from 'wxt/utils/define-content-script';
import { createHostPagePorts } from '../extension/host-page-ports.ts';
import { startLoader } from '../host/loader.ts';
import '../host/world.ts';

/**
 * The loader. The background registers it for the enabled hosts, in the isolated world, at document_start. `world: 'MAIN'` here only chooses
 * the bundler's plain wrapper: the other posts a window message to every page, and a page can end the script by forging one
 * (docs/adr/0008-the-loader-goes-without-the-frameworks-wrapper.md).
 */
export default defineContentScript({
  registration: 'runtime',
  world: 'MAIN',
  runAt: 'document_start',
  main() {
    globalThis.parecerLoader ??= startLoader(document, createHostPagePorts());
  },
});
