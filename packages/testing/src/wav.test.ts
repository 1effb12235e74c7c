import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { channelOf, readWav, writeMuLawWav, writeWav } from './wav.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'parley-wav-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const stereo = { sampleRate: 8_000, channels: 2, samples: Int16Array.from({ length: 1_600 }, (_, i) => (i % 2 === 0 ? 4_000 : -90)) }

test('16-bit samples are read as they were written', async () => {
  const file = path.join(folder, 'pcm.wav')
  await writeWav(file, stereo)
  expect(await readWav(file)).toEqual(stereo)
  expect((await stat(file)).size).toBe(44 + 3_200)
})

test('µ-law keeps both channels apart, to within a step, in half the bytes', async () => {
  const file = path.join(folder, 'mu-law.wav')
  await writeMuLawWav(file, stereo)
  const read = await readWav(file)
  expect((await stat(file)).size).toBe(44 + 1_600)
  expect({ sampleRate: read.sampleRate, channels: read.channels }).toEqual({ sampleRate: 8_000, channels: 2 })
  expect(channelOf(read, 0).every((sample) => Math.abs(sample - 4_000) < 130)).toBe(true)
  expect(channelOf(read, 1).every((sample) => Math.abs(sample + 90) < 8)).toBe(true)
})
