import { defineConfig } from 'vitest/config'

/** `unit`: no services, beside the source. `stack`: real Postgres, Temporal, LiveKit and speech, started once for the run. `faults`: speech and models that fail in every way, and bad audio; minutes. */
export default defineConfig({
  test: {
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
          // A slow day fails no test: this only ends one that hangs.
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'stack',
          include: ['**/*.stack.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**'],
          globalSetup: ['./tools/test-stack.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'faults',
          include: ['**/*.faults.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**'],
          globalSetup: ['./tools/test-speech.ts'],
          fileParallelism: false,
          testTimeout: 240_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
