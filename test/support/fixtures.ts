import { test as base } from '@playwright/test';
import { extensionFolder } from './e2e-extension.ts';
import { type ExtensionBrowser, launchExtension } from './extension.ts';
import { createDatabase, type TestDatabase } from './postgres.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';

export interface Fixtures {
  /** A database of this test alone, with the sample company. */
  database: TestDatabase;
  /** The real server, as a process, on that database. */
  server: ServerProcess;
  /** Chromium with the real extension, whose pages `context` and `page` are. */
  extension: ExtensionBrowser;
}

/** Playwright's `test` with the real parts; each is started only by tests that name it. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern.
  database: async ({}, use) => {
    const database = await createDatabase('sample');
    await use(database);
    await database.drop();
  },
  server: async ({ database }, use) => {
    const server = await startServerProcess(database.url);
    await use(server);
    await server.stop();
  },
  // biome-ignore lint/correctness/noEmptyPattern: see above.
  extension: async ({}, use) => {
    const extension = await launchExtension({ extension: extensionFolder() });
    await use(extension);
    await extension.close();
  },
  context: ({ extension }, use) => use(extension.context),
});

export { expect } from '@playwright/test';
