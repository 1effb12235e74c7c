import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { median, resample, rms, soundSpans, trimSilence } from './audio.ts'
import { channelOf, readWav, writeWav } from './wav.ts'

const tone = (ms: number, rate: number, level = 8_000) =>
  Int16Array.from({ length: (ms * rate) / 1_000 }, (_, i) => Math.round(level * Math.sin((2 * Math.PI * 440 * i) / rate)))
const joined = (...parts: Int16Array[]) => Int16Array.from(parts.flatMap((part) => [...part]))
const silence = (ms: number, rate: number) => new Int16Array((ms * rate) / 1_000)

it('finds sounds where they are and joins over short pauses', () => {
  const rate = 16_000
  const audio = joined(silence(300, rate), tone(500, rate), silence(100, rate), tone(200, rate), silence(600, rate), tone(100, rate))
  expect(soundSpans(audio, rate)).toEqual([
    { fromMs: 300, toMs: 1_100 },
    { fromMs: 1_700, toMs: 1_800 },
  ])
})

it('keeps loudness and length when the rate is raised', () => {
  const raised = resample(tone(200, 16_000), 16_000, 48_000)
  expect(raised.length).toBe(9_600)
  expect(rms(raised) / rms(tone(200, 16_000))).toBeCloseTo(1, 1)
})

it('cuts silence at the ends only', () => {
  const cut = trimSilence(joined(silence(50, 1_000), Int16Array.of(900, 0, 0, -900), silence(50, 1_000)))
  expect([...cut]).toEqual([900, 0, 0, -900])
})

it('reads back what it wrote, channel by channel', async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'wav-')), 'two.wav')
  await writeWav(path, { sampleRate: 8_000, channels: 2, samples: Int16Array.of(1, -1, 2, -2) })
  const wav = await readWav(path)
  expect([wav.sampleRate, [...channelOf(wav, 0)], [...channelOf(wav, 1)]]).toEqual([8_000, [1, 2], [-1, -2]])
  await expect(readWav(import.meta.filename)).rejects.toThrow('no WAV file')
})

it('takes the middle of an even number of figures', () => {
  expect(median([4, 1, 3, 2])).toBe(2.5)
})
