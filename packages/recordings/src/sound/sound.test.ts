import { createReadStream } from 'node:fs'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { channelOf, soundSpans, writeWav } from '@parley/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { decodeSound, encodeOpus, soundRate, withoutPauses } from '../index.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-sound-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** A recording of 8 s: the caller at 0.5 to 1 s and 6 to 6.5 s, the agent at 1.6 to 2 s, in between a hum too soft to be heard. */
async function recording(): Promise<string> {
  const samples = new Int16Array(8 * soundRate * 2)
  const sound = (side: 0 | 1, from: number, to: number, loudness: number) => {
    for (let at = from * soundRate; at < to * soundRate; at += 1)
      samples[at * 2 + side] = loudness * Math.sin((2 * Math.PI * 440 * at) / soundRate)
  }
  sound(0, 0, 8, 50)
  sound(0, 0.5, 1, 9_000)
  sound(0, 6, 6.5, 9_000)
  sound(1, 1.6, 2, 9_000)
  const file = join(folder, 'call.wav')
  await writeWav(file, { sampleRate: soundRate, channels: 2, samples })
  return file
}

async function decoded(source: Readable) {
  const bytes = await buffer(decodeSound(source))
  const samples = new Int16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2)
  const wav = { sampleRate: soundRate, channels: 2, samples }
  return { seconds: samples.length / 2 / soundRate, contact: channelOf(wav, 0), agent: channelOf(wav, 1) }
}

const spans = (samples: Int16Array) => soundSpans(samples, soundRate).map(({ fromMs, toMs }) => [fromMs, toMs])

test('opus keeps both sides apart and where they were, at a tenth of the size', async () => {
  const wav = await recording()
  const ogg = join(folder, 'call.ogg')
  await encodeOpus(wav, ogg, 60_000)
  const { seconds, contact, agent } = await decoded(createReadStream(ogg))
  expect(seconds).toBeCloseTo(8, 1)
  const expected = [contact, agent].map(spans)
  expect(expected.map((side) => side.length)).toEqual([2, 1])
  const [[first, second] = [], [only] = []] = expected
  for (const [found, wanted] of [
    [first, [500, 1_000]],
    [second, [6_000, 6_500]],
    [only, [1_600, 2_000]],
  ] as const)
    for (const at of [0, 1] as const) expect(Math.abs((found?.[at] ?? 0) - wanted[at])).toBeLessThanOrEqual(40)
  expect((await stat(ogg)).size).toBeLessThan((await stat(wav)).size / 10)
})

test('pauses of both sides above a second become 300 ms, shorter ones stay', async () => {
  const { seconds, contact, agent } = await decoded(withoutPauses(createReadStream(await recording())))
  // 0.5 s before, 0.5 s of the caller, 0.6 s, 0.4 s of the agent, 4 s cut to 0.3 s, 0.5 s of the caller, 1.5 s cut to 0.3 s.
  expect(Math.abs(seconds - 3.1)).toBeLessThan(0.1)
  const [first, second] = spans(contact)
  expect(Math.abs((first?.[0] ?? 0) - 500)).toBeLessThanOrEqual(40)
  expect(Math.abs((spans(agent)[0]?.[0] ?? 0) - 1_600)).toBeLessThanOrEqual(40)
  expect(Math.abs((second?.[0] ?? 0) - 2_300)).toBeLessThanOrEqual(60)
})

test('what is no sound has a code, and so has a source that breaks', async () => {
  const noise = join(folder, 'noise.ogg')
  await writeFile(noise, 'no sound at all')
  await expect(encodeOpus(noise, join(folder, 'x.ogg'), 60_000)).rejects.toMatchObject({ code: 'SOUND_NOT_ENCODED' })
  await expect(buffer(withoutPauses(createReadStream(noise)))).rejects.toMatchObject({ code: 'SOUND_NOT_READ' })
  const breaks = Readable.from(
    (async function* () {
      yield Buffer.alloc(100)
      throw new Error('gone')
    })(),
  )
  await expect(buffer(decodeSound(breaks))).rejects.toMatchObject({ code: 'SOUND_NOT_READ' })
})
