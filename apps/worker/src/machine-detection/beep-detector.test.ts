import { join } from 'node:path'
import { createResampler, decodeMuLaw, dtmfTones, encodeMuLaw } from '@parley/audio'
import { readWav } from '@parley/testing'
import { expect, test } from 'vitest'
import { createBeepDetector } from './beep-detector.ts'

const leadMs = 400

/** Always the same noise, normally distributed. */
function noise(length: number, power: number) {
  let seed = 7
  const next = () => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed / 2_147_483_647
  }
  return Float64Array.from({ length }, () => Math.sqrt(-2 * power * Math.log(next())) * Math.cos(2 * Math.PI * next()))
}

type Tone = { hz: number; ms: number; decibels: number; signalToNoise: number; rate: 8_000 | 16_000 }

/** A tone after and before silence, in noise; at 8 kHz as a telephone brings it. */
function tone({ hz, ms, decibels, signalToNoise, rate }: Tone): Int16Array {
  const amplitude = 32_768 * 10 ** (decibels / 20)
  const before = (leadMs * rate) / 1_000
  const length = (ms * rate) / 1_000
  const sound = noise(2 * before + length, amplitude ** 2 / 2 / 10 ** (signalToNoise / 10))
  for (let at = 0; at < length; at += 1)
    sound[before + at] = (sound[before + at] ?? 0) + amplitude * Math.sin((2 * Math.PI * hz * at) / rate)
  const pcm = Int16Array.from(sound, Math.round)
  return rate === 16_000 ? pcm : createResampler(8_000, 16_000).next(decodeMuLaw(encodeMuLaw(pcm)))
}

function beepsIn(pcm: Int16Array, frame = 320) {
  const detector = createBeepDetector()
  return Array.from({ length: Math.ceil(pcm.length / frame) }, (_, index) => {
    const part = pcm.subarray(index * frame, (index + 1) * frame)
    return detector.add(part, (index * frame + part.length) / 16)
  }).filter((beep) => beep !== undefined)
}

const joined = (...parts: Int16Array[]) => Int16Array.from(parts.flatMap((part) => [...part]))
const clear = { decibels: -15, signalToNoise: 60, rate: 16_000 } as const

test.each([8_000, 16_000] as const)('hears every beep at %i Hz: high and low, short and long, soft, in noise', (rate) => {
  const missed: unknown[] = []
  let count = 0
  for (const hz of [400, 637, 1_000, 1_336, 2_100]) {
    for (const ms of [120, 400, 2_000]) {
      for (const [decibels, signalToNoise] of [
        [-6, 60],
        [-35, 20],
        [-20, 8],
      ] as const) {
        const beeps = beepsIn(tone({ hz, ms, decibels, signalToNoise, rate }))
        const [beep] = beeps
        count += 1
        const isRight = beep && Math.abs(beep.hz - hz) <= 5 && Math.abs(beep.ms - ms) <= 25 && Math.abs(beep.endedAt - leadMs - ms) <= 25
        if (!isRight || beeps.length !== 1) missed.push({ hz, ms, decibels, signalToNoise, beeps })
      }
    }
  }
  console.info(`beeps: ${count - missed.length} of ${count} heard`)
  expect(missed).toEqual([])
})

test('is told within 150 ms of its end, whatever the size of frames', () => {
  for (const frame of [160, 333, 1_600]) {
    const pcm = tone({ ...clear, hz: 1_000, ms: 500 })
    const soon = pcm.subarray(0, (leadMs + 500 + 150) * 16)
    expect(beepsIn(joined(soon, new Int16Array(frame === 1_600 ? 1_600 : 0)), frame)).toMatchObject([{ hz: 1_000 }])
  }
})

test.each([
  ['too short', tone({ ...clear, hz: 1_000, ms: 90 })],
  ['too long', tone({ ...clear, hz: 1_000, ms: 2_200 })],
  ['too low or too high', joined(tone({ ...clear, hz: 300, ms: 500 }), tone({ ...clear, hz: 2_400, ms: 500 }))],
  ['two tones', joined(dtmfTones('159D', 16_000), new Int16Array(8_000))],
  [
    'a melody that goes on',
    joined(
      ...[523, 587, 659, 698, 784, 698].map((hz) => tone({ ...clear, hz, ms: 250 }).subarray(leadMs * 16, (leadMs + 250) * 16)),
      Int16Array.from(noise(4_800, 8_000_000)),
    ),
  ],
  ['a siren', Int16Array.from({ length: 16_000 }, (_, at) => 6_000 * Math.sin(2 * Math.PI * (500 + at / 32) * (at / 16_000)))],
  [
    'a voice whose second partial is the loudest',
    Int16Array.from({ length: 12_000 }, (_, at) =>
      at > 3_000 && at < 7_000
        ? 5_000 * Math.sin((2 * Math.PI * 414 * at) / 16_000) + 900 * Math.sin((2 * Math.PI * 207 * at) / 16_000)
        : 0,
    ),
  ],
  ['noise', Int16Array.from(noise(32_000, 4_000_000))],
])('hears none in %s', (_, pcm) => {
  expect(beepsIn(pcm)).toEqual([])
})

test('hears none in spoken sentences', async () => {
  for (const name of ['book-appointment', 'talk-to-a-person', 'john-smith', 'three-in-the-afternoon']) {
    const { samples } = await readWav(join(import.meta.dirname, `../../../../e2e/fixtures/${name}.wav`))
    expect(beepsIn(samples)).toEqual([])
  }
})
