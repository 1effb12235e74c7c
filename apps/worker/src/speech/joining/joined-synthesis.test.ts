import { expect, test } from 'vitest'
import { oneChunk } from '../one-chunk.ts'
import type { SpeechNote } from '../speech-error.ts'
import type { SynthesisChunk, SynthesisRequest } from '../synthesiser.ts'
import { createJoinedSynthesis } from './joined-synthesis.ts'

const sampleRate = 8_000
const wordMs = 400
const known = 'Thank you for calling,'
const text = `${known} Anna Martin, goodbye now.`

/** Every word is 300 ms of a tone and 100 ms of silence. */
function spoken(words: string, hz: number): SynthesisChunk {
  const tokens = words.split(' ')
  const pcm = new Int16Array((tokens.length * wordMs * sampleRate) / 1_000)
  for (let i = 0; i < pcm.length; i += 1) if (i % 3_200 < 2_400) pcm[i] = Math.round(5_000 * Math.sin((2 * Math.PI * hz * i) / sampleRate))
  return { pcm, words: tokens.map((word, i) => ({ text: word, startMs: i * wordMs, endMs: i * wordMs + 300 })) }
}

/** `hz`: the pitch a text is spoken with; `made`: what is kept already; nothing comes of what is live before `go`. */
function voice({
  hz = () => 120,
  made = [known, 'goodbye now.'],
  notes,
}: {
  hz?: (text: string) => number
  made?: string[]
  notes?: SpeechNote[]
}) {
  const asked: string[] = []
  const signals: (AbortSignal | undefined)[] = []
  let go: () => void = () => undefined
  const gate = new Promise<void>((resolve) => {
    go = resolve
  })
  const joined = createJoinedSynthesis(
    {
      kept: async ({ text: wanted }) => (made.includes(wanted) ? spoken(wanted, 120) : undefined),
      async *synthesise({ text: wanted, signal, onNote }: SynthesisRequest) {
        asked.push(wanted)
        signals.push(signal)
        await gate
        for (const note of notes?.splice(0) ?? []) onNote?.(note)
        const { pcm, words } = spoken(wanted, hz(wanted))
        for (let at = 0; at < pcm.length; at += 1_600) yield { pcm: pcm.subarray(at, at + 1_600), words: at === 0 ? words : [] }
      },
    },
    () => new Set([known, 'goodbye now.']),
  )
  const told: SpeechNote[] = []
  const speak = (): AsyncIterator<SynthesisChunk> =>
    joined.synthesise({ text, language: 'en', sampleRate, onNote: (note) => told.push(note) })[Symbol.asyncIterator]()
  return { asked, signals, told, go, speak }
}

async function all(reader: AsyncIterator<SynthesisChunk>): Promise<SynthesisChunk> {
  const chunks: SynthesisChunk[] = []
  for (let next = await reader.next(); !next.done; next = await reader.next()) chunks.push(next.value)
  return oneChunk(chunks)
}

const textOf = ({ words }: SynthesisChunk) => words.map((word) => word.text).join(' ')
const inOrder = ({ words }: SynthesisChunk) => words.every(({ startMs }, i) => startMs >= (words[i - 1]?.endMs ?? 0))

test('the known head sounds at once while only the changing clause is being made; every word is told where it sounds', async () => {
  const { asked, told, go, speak } = voice({})
  const reader = speak()
  const head = await reader.next()
  expect(head.done ? 0 : head.value.pcm.length).toBeGreaterThan(3 * 3_200)
  await expect.poll(() => asked).toEqual(['Anna Martin,'])
  go()
  const whole = oneChunk([head.value, await all(reader)])
  expect(textOf(whole)).toBe(text)
  expect(inOrder(whole)).toBe(true)
  expect(asked).toEqual(['Anna Martin,'])
  expect(told).toEqual([])
})

test('where the pitch would jump, what has sounded stands and the rest comes from the whole text, every word once', async () => {
  const { asked, told, go, speak } = voice({ hz: (wanted) => (wanted === 'Anna Martin,' ? 200 : 120) })
  go()
  const whole = await all(speak())
  expect(told).toEqual([{ code: 'SEAM_UNEVEN', detail: 'PITCH' }])
  expect(asked).toEqual(['Anna Martin,', text])
  expect(textOf(whole)).toBe(text)
  expect(inOrder(whole)).toBe(true)
  expect((whole.pcm.length * 1_000) / sampleRate).toBeLessThanOrEqual(text.split(' ').length * wordMs + 400)
})

test('when another voice has to take over, it says all the rest', async () => {
  const { asked, told, go, speak } = voice({ hz: () => 250, notes: [{ code: 'PROVIDER_FALLBACK', detail: 'SYNTHESIS_UNAVAILABLE' }] })
  go()
  expect(textOf(await all(speak()))).toBe(text)
  expect(asked).toEqual(['Anna Martin,', 'goodbye now.'])
  expect(told.map(({ code }) => code)).toEqual(['PROVIDER_FALLBACK'])
})

test('known words that are not made yet are made with what is around them; a text that was made as a whole has no seams', async () => {
  const some = voice({ made: ['goodbye now.'] })
  some.go()
  expect(textOf(await all(some.speak()))).toBe(text)
  expect(some.asked).toEqual([`${known} Anna Martin,`])
  const none = voice({ made: [] })
  none.go()
  await all(none.speak())
  expect(none.asked).toEqual([text])
  const whole = voice({ made: [text, known] })
  await all(whole.speak())
  expect(whole.asked).toEqual([])
})

test('who stops listening ends what is still being made', async () => {
  const { signals, speak } = voice({})
  const reader = speak()
  await reader.next()
  await expect.poll(() => signals.length).toBe(1)
  await reader.return?.()
  expect(signals[0]?.aborted).toBe(true)
})
