import { setImmediate as soon } from 'node:timers/promises'
import type { stt } from '@livekit/agents'
import type { ProviderSocket } from '../line/connection.ts'
import { connectOnce, loadAgents } from './agents.ts'
import { failureOfRun } from './failure-of-run.ts'
import { type Heard, heardIn } from './heard.ts'
import { pluginError } from './plugin-error.ts'

/** One stream of a plugin. The plugin keeps the sound until its socket is open. */
export async function pluginSocket(ear: stt.STT, sampleRate: number): Promise<ProviderSocket<Heard>> {
  const [{ stt: framework }, { AudioFrame }] = await Promise.all([loadAgents(), import('@livekit/rtc-node')])
  const stream = ear.stream({ connOptions: connectOnce })
  const failure = failureOfRun(stream)
  let listeners: Parameters<ProviderSocket<Heard>['on']>[0] | undefined

  async function listen() {
    let begun = false
    for await (const event of stream) {
      // As it fails, a plugin may call what it has heard by then the end; its failure is known a moment later.
      await soon()
      if (failure() !== undefined) break
      const heard = heardIn(event, framework.SpeechEventType)
      begun = true
      if (heard) listeners?.message(heard)
    }
    const error = failure()
    if (error === undefined) listeners?.close()
    else listeners?.error(pluginError('recognition', error, begun))
  }

  return {
    on(told) {
      listeners = told
    },
    connect() {
      listeners?.open()
      listen().catch((error: unknown) => listeners?.error(pluginError('recognition', error, true)))
    },
    send: (pcm) => stream.pushFrame(new AudioFrame(pcm, sampleRate, 1, pcm.length)),
    finalize: () => stream.flush(),
    close: () => stream.close(),
  }
}
