import preact from '@preact/preset-vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumPath } from './test/support/chromium-path.ts';
import { clientDependencies } from './test/support/client-dependencies.ts';

const isRoot = process.getuid?.() === 0;

/** What is polled for comes as soon as it comes: a bound for what never does, in ms. */
const POLLED_FOR = 10_000;

export default defineConfig({
  test: {
    // Two cores: more workers only make each other wait.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/unit/**/*.test.ts', 'test/sim/**/*.test.ts'],
          // A bound for what hangs, far from what a busy machine needs.
          testTimeout: 30_000,
          expect: { poll: { timeout: POLLED_FOR } },
        },
      },
      {
        test: {
          name: 'server',
          environment: 'node',
          include: ['test/server/**/*.test.ts'],
          globalSetup: ['test/support/postgres-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: POLLED_FOR } },
        },
      },
      {
        plugins: [preact()],
        // A dependency found late is bundled again, and two copies of preact meet: so each one is named beforehand.
        optimizeDeps: { include: clientDependencies() },
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.{ts,tsx}'],
          testTimeout: 30_000,
          expect: { poll: { timeout: POLLED_FOR } },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: chromiumPath(), args: isRoot ? ['--no-sandbox'] : [] },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
