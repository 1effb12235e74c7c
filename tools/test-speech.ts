import { startThrowawayStack } from './src/index.ts'

/** Vitest global set-up of the tests of faults: a speech server that takes orders to fail, stopped and removed at the end. */
export default async function setup(): Promise<() => Promise<void>> {
  const { env, stop } = await startThrowawayStack('faults', { parts: ['speech'], extraEnv: { SPEECH_SERVER_FAULTS: '1' } })
  Object.assign(process.env, env)
  return stop
}
