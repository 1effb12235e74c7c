import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** A slow day fails no test: what is waited for may take its time, and only what hangs ends. */
const patience = { poll: { timeout: 60_000 } }
const onServers = {
  expect: patience,
  globalSetup: ['./tools/test-stack.ts'],
  fileParallelism: false,
  testTimeout: 120_000,
  hookTimeout: 120_000,
}

/** `unit`: no services, beside the source. `stack` and `voice` (calls of the worker): real Postgres, Temporal, LiveKit and speech, started once for the run. `faults`: speech and models that fail in every way, and bad audio; minutes. */
export default defineConfig({
  test: {
    // Usually one core is left free; on a machine with two that would be half of it.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'packages/*/src/**/*.test.{ts,tsx}',
            'packages/*/test/**/*.test.ts',
            'apps/*/src/**/*.test.{ts,tsx}',
            'temporal/**/*.test.ts',
            'tools/src/**/*.test.ts',
            'bench/src/**/*.test.ts',
          ],
          exclude: ['**/node_modules/**', '**/dist/**', '**/*.{stack,faults}.test.ts'],
          expect: patience,
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'stack',
          include: ['**/*.stack.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**', 'apps/worker/**'],
          ...onServers,
        },
      },
      { test: { name: 'voice', include: ['apps/worker/**/*.stack.test.ts'], exclude: ['**/node_modules/**', '**/dist/**'], ...onServers } },
      {
        test: {
          name: 'faults',
          include: ['**/*.faults.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**'],
          expect: patience,
          globalSetup: ['./tools/test-speech.ts'],
          fileParallelism: false,
          testTimeout: 240_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
