import { defineConfig } from '@playwright/test'

/** Stories that keep to flows of their own: they disturb nobody, and nobody them. */
const inTheStudio = [
  'campaign-page',
  'campaigns',
  'canvas',
  'canvas-scale',
  'dealership-keyboard',
  'dealership-mouse',
  'first-run',
  'forms',
  'numbers',
  'test-drawer',
  'trouble',
  'versions',
].map((name) => `${name}.spec.ts`)

/** One whole stack on free ports for the run. On two cores one story makes calls and changes what all share, while another one draws. */
export default defineConfig({
  testDir: '.',
  projects: [
    { name: 'calls', testMatch: '*.spec.ts', testIgnore: inTheStudio, workers: 1 },
    { name: 'studio', testMatch: inTheStudio, workers: 1 },
  ],
  globalSetup: './global-setup.ts',
  workers: 2,
  fullyParallel: false,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  outputDir: '../test-results',
  use: { actionTimeout: 30_000, screenshot: 'only-on-failure', trace: 'off' },
})
