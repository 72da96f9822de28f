import type { Page } from '@playwright/test';
import { createErpServer, type ErpServer } from '../../../demo/erp/server.ts';
import { test as base } from '../fixtures.ts';
import { firstPage, openPanelOn, RIO_PARDO, signInQuickly } from './agent.ts';
import { type FaultyProxy, startFaultyProxy } from './faulty-proxy.ts';
import type { PanelPage } from './panel.ts';
import { type Records, readRecords } from './records.ts';

interface Fixtures {
  /** The server, by a way on which things can go wrong. */
  gateway: FaultyProxy;
  records: Records;
  /** A tab to open the host page in. */
  host: Page;
  /** The panel over the page of Rio Pardo in the demo ERP, where Jonas has signed in. */
  panel: PanelPage;
  /** The same, of a browser that knows the server by the way on which things can go wrong. */
  panelByGateway: PanelPage;
}

/** Playwright's `test` with the real parts, the demo ERP and what is needed to look behind the screens. */
export const test = base.extend<Fixtures, { erp: ErpServer }>({
  erp: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern.
    async ({}, use) => {
      const erp = await createErpServer({ port: 0 });
      await use(erp);
      await erp.stop();
    },
    { scope: 'worker' },
  ],
  gateway: async ({ server }, use) => {
    const proxy = await startFaultyProxy(server.url);
    await use(proxy);
    await proxy.stop();
  },
  records: ({ database }, use) => use(readRecords(database)),
  host: async ({ extension }, use) => use(await firstPage(extension.context)),
  panel: async ({ extension, server, erp, host }, use) => {
    await signInQuickly(extension, server.url);
    await use(await openPanelOn(host, `${erp.url}/pessoas/000318`, RIO_PARDO));
  },
  panelByGateway: async ({ extension, gateway, erp, host }, use) => {
    await signInQuickly(extension, gateway.url);
    await use(await openPanelOn(host, `${erp.url}/pessoas/000318`, RIO_PARDO));
  },
});

export { expect } from '@playwright/test';
