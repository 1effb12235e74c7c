import { setTimeout as sleep } from 'node:timers/promises'
import type { Expectation } from '@parley/flow-runtime'
import type { SpeechProviders } from '../src/speech/providers.ts'
import { createLinePort, type PortNote } from '../src/turn-taking/line-port.ts'
import { createVoiceDetector, voiceWindow } from '../src/turn-taking/voice-detector.ts'
import type { PortEvent } from '../src/voice-port.ts'
import { silentLine } from './silent-line.ts'

const rate = 16_000
/** How much of a delay is made up for. */
const mostHasteMs = 40
type Told = PortEvent & { at: number }
/** `frames`: their lengths, in turn. `trueRate`: that of the samples, which the line takes for 16 kHz. */
type FeedOptions = { frames?: number[]; trueRate?: number }
type FedLineOptions = { expectation?: Expectation; timeoutMs?: number }

/**
 * The real port, voice detector and recogniser on a line that is fed with samples, listening to its contact. Its clock goes with the audio: no
 * faster than time, and slower where the machine does not keep up.
 */
export function openFedLine(
  speech: SpeechProviders,
  { expectation = { kind: 'yesNo', hints: ['yes please', 'no thank you'] }, timeoutMs = 60_000 }: FedLineOptions = {},
) {
  let now = performance.now()
  let dueAt = now
  let fed = 0
  let detected = 0
  const events: Told[] = []
  const notes: PortNote[] = []
  const { line, tell } = silentLine()
  const model = createVoiceDetector()
  const port = createLinePort(line, {
    clock: { now: () => now },
    speech,
    interruption: { enabled: true, minSpeechMs: 120 },
    onNote: (note) => void notes.push(note),
    detector: { detect: (window, levels) => model.detect(window, levels).finally(() => (detected += 1)) },
  })
  port.onEvent((event) => void events.push({ ...event, at: now }))
  const listen = () => port.listen({ id: 'l1', language: 'en', timeoutMs, expectation })
  listen()
  const answers = () => events.filter(({ type }) => ['contactSaid', 'contactSilent', 'failed'].includes(type))

  /** Feeds samples in their own time. */
  async function feed(samples: Int16Array, { frames = [rate / 50], trueRate = rate }: FeedOptions = {}) {
    for (let at = 0, turn = 0; at < samples.length; turn += 1) {
      const pcm = samples.slice(at, at + (frames[turn % frames.length] ?? 0))
      at += pcm.length
      fed += pcm.length
      const ms = (pcm.length * 1_000) / trueRate
      now += ms
      dueAt = Math.max(dueAt + ms, performance.now() - mostHasteMs)
      tell({ type: 'audio', pcm, at: now })
      while (dueAt > performance.now() || detected < Math.floor(fed / voiceWindow)) await sleep(Math.max(1, dueAt - performance.now()))
    }
  }

  return {
    port,
    answers,
    notes,
    listen,
    feed,
    now: () => now,
    /** The silence after what was said, until the listening is over, for at most a minute. */
    async answer(): Promise<Told> {
      const { length } = answers()
      for (const end = now + 60_000; answers().length === length && now < end; ) await feed(new Int16Array(rate / 50))
      const answer = answers()[length]
      if (!answer) throw new Error('The line never answered.')
      return answer
    },
  }
}
