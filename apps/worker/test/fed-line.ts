import { setTimeout as sleep } from 'node:timers/promises'
import type { Expectation } from '@parley/flow-runtime'
import type { SpeechProviders } from '../src/speech/providers.ts'
import type { SpeechNote } from '../src/speech/synthesiser.ts'
import type { LineEvent } from '../src/turn-taking/line.ts'
import { createLinePort } from '../src/turn-taking/line-port.ts'
import type { PortEvent } from '../src/voice-port.ts'

const rate = 16_000
export type Told = PortEvent & { at: number }
type FedLineOptions = { expectation?: Expectation; timeoutMs?: number; timesFaster?: number }

/**
 * The real port, voice detector and recogniser on a line that is fed with samples, listening to its contact. `timesFaster`: the line's clock runs
 * so much faster than the wall's.
 */
export function openFedLine(
  speech: SpeechProviders,
  { expectation = { kind: 'yesNo', hints: ['yes please', 'no thank you'] }, timeoutMs = 60_000, timesFaster = 1 }: FedLineOptions = {},
) {
  const startedAt = performance.now()
  const clock = { now: () => startedAt + (performance.now() - startedAt) * timesFaster }
  const events: Told[] = []
  const notes: SpeechNote[] = []
  let emit: (event: LineEvent) => void = () => undefined
  const port = createLinePort(
    {
      output: { sampleRate: 24_000, play() {}, clear() {} },
      onEvent: (listener) => {
        emit = listener
      },
      answered: async () => true,
      sendKeys: async () => undefined,
      transfer: async () => 'failed',
      hangUp: async () => undefined,
      close: async () => undefined,
    },
    { clock, speech, interruption: { enabled: true, minSpeechMs: 120 }, onNote: (note) => void notes.push(note) },
  )
  port.onEvent((event) => void events.push({ ...event, at: clock.now() }))
  const listen = () => port.listen({ id: 'l1', language: 'en', timeoutMs, expectation })
  listen()

  return {
    port,
    events,
    notes,
    listen,
    now: clock.now,
    /** Says nothing and hears nothing until `done`, or until `withinMs` have passed. */
    async until(done: () => boolean, withinMs: number): Promise<void> {
      for (const end = clock.now() + withinMs; !done() && clock.now() < end; ) await this.feed(new Int16Array(rate / 50))
    },
    /** Feeds samples in their own time, in frames of these lengths in turn. */
    async feed(samples: Int16Array, { frames = [rate / 50], stop = () => false }: { frames?: number[]; stop?: () => boolean } = {}) {
      const from = clock.now()
      for (let at = 0, turn = 0; at < samples.length && !stop(); turn += 1) {
        const length = frames[turn % frames.length] ?? 0
        const pcm = samples.slice(at, at + length)
        at += length
        const dueAt = from + (at * 1_000) / rate
        const wait = (dueAt - clock.now()) / timesFaster
        if (wait > 0) await sleep(wait)
        emit({ type: 'audio', pcm, at: Math.max(dueAt, clock.now()) })
      }
    },
  }
}
