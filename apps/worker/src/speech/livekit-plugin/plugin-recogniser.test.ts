import type { stt } from '@livekit/agents'
import { expect, test } from 'vitest'
import type { Transcript } from '../recogniser.ts'
import { loadAgents } from './agents.ts'
import { createPluginRecogniser } from './plugin-recogniser.ts'

/** A plugin that guesses at every frame and answers when it is flushed; its first stream breaks when it is flushed. It counts samples. */
async function plugin() {
  const { stt: framework, APIConnectionError, asLanguageCode } = await loadAgents()
  const types = framework.SpeechEventType
  let streams = 0
  class Hearing extends framework.SpeechStream {
    label = 'test'
    readonly #attempt = ++streams
    #tell(type: stt.SpeechEventType, text: string) {
      this.queue.put({ type, alternatives: [{ language: asLanguageCode('fr-FR'), text, startTime: 0, endTime: 0, confidence: 0.7 }] })
    }
    protected async run() {
      let samples = 0
      for await (const frame of this.input) {
        if (typeof frame !== 'symbol') {
          samples += frame.samplesPerChannel
          this.#tell(types.INTERIM_TRANSCRIPT, `${samples}?`)
          continue
        }
        this.#tell(types.FINAL_TRANSCRIPT, `${samples}.`)
        this.queue.put({ type: types.END_OF_SPEECH })
        if (this.#attempt === 1) throw new APIConnectionError({ message: 'gone' })
      }
    }
  }
  class Ear extends framework.STT {
    label = 'test'
    constructor() {
      super({ streaming: true, interimResults: true })
    }
    protected async _recognize(): Promise<stt.SpeechEvent> {
      throw new Error('not this way')
    }
    stream(options?: Parameters<stt.STT['stream']>[0]) {
      return new Hearing(this, 16_000, options?.connOptions)
    }
  }
  return createPluginRecogniser({ create: async () => new Ear(), turns: false, tellsLanguage: true })
}

test('words are guessed, told and settled; a stream that breaks as it answers is replaced and hears the utterance and the wish again', async () => {
  const recogniser = await plugin()
  const transcripts: Transcript[] = []
  const told: string[] = []
  const stream = recogniser.open(
    { language: 'en', expectation: { kind: 'free', hints: [] }, sampleRate: 16_000 },
    {
      onTranscript: (transcript) => transcripts.push(transcript),
      onRestart: () => {
        told.push('restart')
        transcripts.length = 0
      },
      onFailure: ({ code }) => told.push(code),
    },
  )
  stream.begin()
  stream.push(new Int16Array(512))
  stream.push(new Int16Array(512))
  stream.finalize()
  const heard = { confidence: 0.7, language: 'fr' }
  await expect
    .poll(() => transcripts, { timeout: 60_000 })
    .toEqual([
      { ...heard, text: '512?', isFinal: false, settled: false },
      { ...heard, text: '1024?', isFinal: false, settled: false },
      { ...heard, text: '1024.', isFinal: true, settled: false },
      { text: '', confidence: 0, isFinal: true, settled: true },
    ])
  expect(told).toEqual(['restart'])
  stream.close()
})
