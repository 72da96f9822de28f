import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  globalSetup: './test/support/e2e-setup.ts',
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  // A trace costs every test about as much as what it tests: PARECER_TRACE=1 asks for it.
  use: { trace: process.env.PARECER_TRACE ? 'retain-on-failure' : 'off', screenshot: 'only-on-failure' },
});
