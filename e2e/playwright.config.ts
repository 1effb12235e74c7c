import { defineConfig } from '@playwright/test'

/** One whole stack on free ports for the run; calls share two cores, so one test at a time. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  globalSetup: './global-setup.ts',
  workers: 1,
  fullyParallel: false,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  outputDir: '../test-results',
  use: { screenshot: 'only-on-failure', trace: 'off' },
})
