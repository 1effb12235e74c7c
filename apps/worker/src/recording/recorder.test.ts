import { mkdtemp, open, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Recorder } from '../voice-port.ts'
import { peaksOf } from './peaks.ts'
import { createRecorder } from './recorder.ts'
import { openWavFile, recordingRate } from './wav-file.ts'

const start = 1_800_000_000_000
const jitter = [0, 6, -4, 9, 3, -7, 12, 1]

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-recorder-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** Silence with 440 Hz between the given milliseconds. */
function audio(ms: number, rate: number, tones: [from: number, to: number][]): Int16Array {
  const pcm = new Int16Array((ms * rate) / 1_000)
  for (const [from, to] of tones) {
    for (let i = (from * rate) / 1_000; i < (to * rate) / 1_000; i += 1) pcm[i] = 12_000 * Math.sin((2 * Math.PI * 440 * i) / rate)
  }
  return pcm
}

type Sound = { give: Recorder['agent']; pcm: Int16Array; rate: number; at: number }

/** Gives all audio in the order of its instants, in frames of 20 ms that jitter as they do on a line. */
function feed(...sounds: Sound[]) {
  const frames = sounds.flatMap(({ give, pcm, rate, at }) =>
    Array.from({ length: Math.ceil((pcm.length * 50) / rate) }, (_, i) => ({
      at: at + i * 20 + (i === 0 ? 0 : (jitter[i % 8] ?? 0)),
      give,
      rate,
      pcm: pcm.subarray((i * rate) / 50, ((i + 1) * rate) / 50),
    })),
  )
  for (const frame of frames.sort((a, b) => a.at - b.at)) frame.give(frame.pcm, frame.at, frame.rate)
}

async function described(path: string) {
  const file = await openWavFile(path, 0)
  const found = { seconds: file.frames() / recordingRate, peaks: await peaksOf(file) }
  await file.close()
  return found
}

async function readChannels(path: string) {
  const bytes = await readFile(path)
  expect(bytes.toString('latin1', 0, 4)).toBe('RIFF')
  const data = bytes.indexOf('data', 0, 'latin1')
  expect(bytes.readUInt32LE(4)).toBe(bytes.length - 8)
  expect(bytes.readUInt32LE(data + 4)).toBe(bytes.length - data - 8)
  const samples = new Int16Array(bytes.buffer.slice(bytes.byteOffset + data + 8, bytes.byteOffset + bytes.length))
  return { contact: samples.filter((_, i) => i % 2 === 0), agent: samples.filter((_, i) => i % 2 === 1) }
}

/** Beginnings and ends of sound in milliseconds; pauses under 50 ms do not count. */
function sounds(channel: Int16Array): [number, number][] {
  const found: [number, number][] = []
  channel.forEach((sample, i) => {
    if (Math.abs(sample) < 2_000) return
    const at = i / 16
    const last = found.at(-1)
    if (last && at - last[1] < 50) last[1] = at
    else found.push([at, at])
  })
  return found
}

function expectSounds(channel: Int16Array, expected: [number, number][]) {
  const found = sounds(channel)
  expect(found.length).toBe(expected.length)
  expected.flat().forEach((instant, i) => {
    expect(Math.abs((found.flat()[i] ?? 0) - instant)).toBeLessThanOrEqual(10)
  })
}

test('both sides stand where they sounded, whatever their rate and jitter', async () => {
  const path = join(folder, 'tenant', 'call.wav')
  const { contact, agent, finish } = await createRecorder({ path, now: start })
  feed(
    {
      give: contact,
      pcm: audio(9_000, 16_000, [
        [500, 800],
        [6_200, 6_500],
      ]),
      rate: 16_000,
      at: start,
    },
    { give: agent, pcm: audio(1_000, 24_000, [[0, 400]]), rate: 24_000, at: start + 7_000 },
    { give: agent, pcm: audio(600, 8_000, [[100, 500]]), rate: 8_000, at: start + 8_400 },
  )
  agent(audio(20, 24_000, [[0, 20]]), start + 30 * 24 * 3_600_000, 24_000)
  await finish()
  const done = await described(path)

  const heard = await readChannels(path)
  expectSounds(heard.contact, [
    [500, 800],
    [6_200, 6_500],
  ])
  expectSounds(heard.agent, [
    [7_000, 7_400],
    [8_500, 8_900],
  ])
  expect(done.seconds).toBeCloseTo(9, 1)
  expect(done.peaks.contact).toHaveLength(done.peaks.agent.length)
  expect(done.peaks.contact.length).toBe(Math.ceil(done.seconds * 50))
  expect(Math.max(...done.peaks.contact.slice(26, 39))).toBeCloseTo(12_000 / 32_768, 1)
  expect(Math.max(...done.peaks.contact.slice(45, 300))).toBe(0)
  expect((await stat(dirname(path))).mode & 0o777).toBe(0o700)
  expect((await stat(path)).mode & 0o777).toBe(0o600)
})

test('a second process goes on in the same file after the gap, even when the header was never brought up to date', async () => {
  const path = join(folder, 'call.wav')
  const killed = await createRecorder({ path, now: start, contactRate: 48_000 })
  feed({ give: killed.contact, pcm: audio(4_000, 48_000, [[1_000, 1_300]]), rate: 48_000, at: start })
  await expect.poll(async () => (await stat(path)).size).toBeGreaterThan(2.4 * 64_000)
  await sleep(20)
  const file = await open(path, 'r+')
  await file.write(Buffer.alloc(4), 0, 4, 60)
  await file.truncate((await file.stat()).size - 3)
  await file.close()

  const { contact, agent, finish } = await createRecorder({ path, now: start + 6_000 })
  feed(
    { give: contact, pcm: audio(3_000, 16_000, [[1_000, 1_200]]), rate: 16_000, at: start + 6_000 },
    { give: agent, pcm: audio(500, 24_000, [[0, 500]]), rate: 24_000, at: start + 6_500 },
  )
  await finish()
  expect((await described(path)).seconds).toBeCloseTo(9, 1)
  const heard = await readChannels(path)
  expectSounds(heard.contact, [
    [1_000, 1_300],
    [7_000, 7_200],
  ])
  expectSounds(heard.agent, [[6_500, 7_000]])
})
