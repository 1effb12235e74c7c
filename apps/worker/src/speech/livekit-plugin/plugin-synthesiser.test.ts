import type { tts } from '@livekit/agents'
import { AudioFrame } from '@livekit/rtc-node'
import { afterEach, expect, test, vi } from 'vitest'
import type { SpeechError } from '../speech-error.ts'
import { loadAgents } from './agents.ts'
import { createPluginSynthesiser } from './plugin-synthesiser.ts'

afterEach(() => vi.useRealTimers())

/** A plugin that makes half a second of sound at 16 kHz for each text in one answer, or throws; `close` is told. */
async function plugin(failure?: (agents: Awaited<ReturnType<typeof loadAgents>>) => Error, close = vi.fn(async () => undefined)) {
  const agents = await loadAgents()
  class Speech extends agents.tts.ChunkedStream {
    label = 'test'
    protected async run() {
      this.queue.put({
        requestId: 'r',
        segmentId: 's',
        frame: new AudioFrame(new Int16Array(8_000).fill(5_000), 16_000, 1, 8_000),
        final: true,
      })
      if (failure) throw failure(agents)
    }
  }
  class Voice extends agents.tts.TTS {
    label = 'test'
    constructor() {
      super(16_000, 1, { streaming: false })
    }
    synthesize(text: string, options?: Parameters<tts.TTS['synthesize']>[1]) {
      return new Speech(text, this, options)
    }
    stream(): tts.SynthesizeStream {
      throw new Error('not streaming')
    }
    override close = close
  }
  return createPluginSynthesiser(async () => new Voice())
}

async function samplesOf(synthesiser: Awaited<ReturnType<typeof plugin>>, sampleRate: 24_000 | 8_000) {
  const samples: number[] = []
  for await (const { pcm } of synthesiser.synthesise({ text: 'good morning', language: 'en', sampleRate })) samples.push(...pcm)
  return samples
}

test.each([24_000, 8_000] as const)('the sound of a plugin with another rate is as long at %i Hz', async (sampleRate) => {
  const samples = await samplesOf(await plugin(), sampleRate)
  const mostMsMore = 1
  expect(samples.length).toBeGreaterThanOrEqual(sampleRate / 2)
  expect(samples.length).toBeLessThan(sampleRate / 2 + (mostMsMore * sampleRate) / 1_000)
  expect(samples[sampleRate / 4]).toBe(5_000)
})

test.each([
  ['a time-out', 'BROKEN', (agents) => new agents.APITimeoutError({})],
  ['its key refused', 'UNAUTHORIZED', (agents) => new agents.APIStatusError({ message: 'no', options: { statusCode: 403 } })],
  ['anything', 'BROKEN', () => new TypeError('undefined is not a function')],
] satisfies [string, SpeechError['fault'], Parameters<typeof plugin>[0]][])(
  'a plugin that answers at once and throws %s is %s, and nothing else',
  async (_, fault, failure) => {
    await expect(samplesOf(await plugin(failure), 24_000)).rejects.toMatchObject({ stage: 'synthesis', fault })
  },
)

test.each(['heard', 'aborted'])(
  'a plugin nobody speaks with for half a minute is closed, with its sockets, when its last speech was %s',
  async (end) => {
    const close = vi.fn(async () => undefined)
    const synthesiser = await plugin(undefined, close)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const abort = new AbortController()
    const pieces = synthesiser.synthesise({ text: 'good morning', language: 'en', sampleRate: 24_000, signal: abort.signal })
    if (end === 'heard') for await (const _ of pieces) await vi.advanceTimersByTimeAsync(60_000)
    else {
      await pieces[Symbol.asyncIterator]().next()
      await vi.advanceTimersByTimeAsync(60_000)
      abort.abort()
    }
    expect(close).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(30_000)
    expect(close).toHaveBeenCalledOnce()
  },
)
