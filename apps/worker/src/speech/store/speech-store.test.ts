import { mkdtemp, readdir, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createSpeechStore } from './speech-store.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-speech-store-'))
})
afterEach(() => rm(folder, { recursive: true }))

const key = (n: number) => n.toString(16).padStart(64, '0')
const pathOf = (n: number) => join(folder, key(n).slice(0, 2), key(n))
const speech = (samples = 1_000) => ({
  pcm: Int16Array.from({ length: samples }, (_, i) => Math.round(4_000 * Math.sin(i / 5))),
  words: [{ text: 'Élodie', startMs: 0, endMs: 41.5 }],
})
const open = (mostBytes = 1_000_000) => createSpeechStore({ folder, mostBytes })

test('what one process keeps another reads: in a room as it was, on a telephone as a telephone sounds', async () => {
  await open().write(key(1), 24_000, speech())
  await open().write(key(2), 8_000, speech())
  expect(await open().read(key(1), 24_000)).toEqual(speech())
  const onTelephone = await open().read(key(2), 8_000)
  expect(onTelephone?.words).toEqual(speech().words)
  const furthest = Math.max(...(onTelephone?.pcm ?? []).map((sample, i) => Math.abs(sample - (speech().pcm[i] ?? 0))))
  expect(furthest).toBeLessThan(200)
  expect((await stat(pathOf(2))).size).toBeLessThan((await stat(pathOf(1))).size)
  expect(await open().read(key(3), 24_000)).toBeUndefined()
})

test.each([
  ['cut', () => truncate(pathOf(1), 600)],
  ['something else', () => writeFile(pathOf(1), 'hello')],
  ['cut in its header', () => truncate(pathOf(1), 20)],
])('a file that is %s counts as missing and makes room for a whole one', async (_, damage) => {
  const store = open()
  await store.write(key(1), 24_000, speech())
  await damage()
  expect(await store.read(key(1), 24_000)).toBeUndefined()
  await store.write(key(1), 24_000, speech())
  expect(await store.read(key(1), 24_000)).toEqual(speech())
})

test('many processes that make the same speech leave one whole file', async () => {
  await Promise.all(Array.from({ length: 20 }, () => open().write(key(1), 24_000, speech())))
  expect(await readdir(join(folder, '00'))).toEqual([key(1)])
  expect(await open().read(key(1), 24_000)).toEqual(speech())
})

test('what was not used for longest goes first, and a speech that is used stays', async () => {
  const store = open(30_000)
  for (const n of [1, 2, 3, 4]) {
    await store.write(key(n), 24_000, speech(3_000))
    const at = Date.now() / 1_000 - 100_000 + n
    await utimes(pathOf(n), at, at)
  }
  await store.read(key(1), 24_000)
  await expect.poll(async () => (await stat(pathOf(1))).mtimeMs).toBeGreaterThan(Date.now() - 60_000)
  await store.write(key(5), 24_000, speech(3_000))
  expect(await store.read(key(2), 24_000)).toBeUndefined()
  expect(await store.read(key(1), 24_000)).toBeDefined()
  expect(await store.read(key(5), 24_000)).toBeDefined()
})

test('a disk that refuses is told of and costs nothing else', async () => {
  const told: unknown[] = []
  await writeFile(join(folder, 'file'), 'no folder')
  const store = createSpeechStore({ folder: join(folder, 'file', 'inside'), mostBytes: 1_000_000, onFailure: (error) => told.push(error) })
  await store.write(key(1), 24_000, speech())
  expect(told).toHaveLength(1)
  expect(await store.read(key(1), 24_000)).toBeUndefined()
})
