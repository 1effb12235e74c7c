import { startThrowawayStack } from './src/index.ts'

/** Vitest global set-up of the stack tests: real servers on free ports with a data folder of their own, stopped and removed at the end. */
export default async function setup(): Promise<() => Promise<void>> {
  const { env, stop } = await startThrowawayStack('test', {
    parts: ['postgres', 'temporal', 'livekit', 'speech'],
    extraEnv: { SPEECH_SERVER_FAULTS: '1' },
  })
  Object.assign(process.env, env)
  return stop
}
