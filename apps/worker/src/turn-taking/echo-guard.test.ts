import { join } from 'node:path'
import { readWav } from '@parley/testing'
import { beforeAll, expect, test } from 'vitest'
import { createEchoGuard } from './echo-guard.ts'
import { levelsOf, voiceWindow, voiceWindowMs } from './voice-detector.ts'

const rate = 16_000
const delayMs = 180
let ours: Int16Array
let theirs: Int16Array

const sentence = async (name: string) => (await readWav(join(import.meta.dirname, `../../../../e2e/fixtures/${name}.wav`))).samples
const joined = (...parts: Int16Array[]) => Int16Array.from(parts.flatMap((part) => [...part]))

beforeAll(async () => {
  const [book, tuesday, three, name] = await Promise.all(
    ['book-appointment', 'tuesday', 'three-in-the-afternoon', 'john-smith'].map(sentence),
  )
  if (!book || !tuesday || !three || !name) throw new Error('A sentence is missing.')
  ours = joined(book, three, book, name)
  theirs = joined(name, tuesday, three)
})

/** Shares of the windows in which `counted` is loud that are taken for echo while we speak, second by second. */
function shares(contact: (at: number) => number, counted = contact): number[] {
  const guard = createEchoGuard()
  const seconds: { echo: number; all: number }[] = []
  for (let at = 0; at + voiceWindow <= ours.length; at += voiceWindow) {
    guard.said(ours.subarray(at, at + voiceWindow), (at * 1_000) / rate, rate)
    const window = Int16Array.from({ length: voiceWindow }, (_, i) => contact(at + i))
    const levels = levelsOf(window)
    const isEcho = guard.isEcho(levels, ((at + voiceWindow) * 1_000) / rate)
    if (Math.max(...levelsOf(Int16Array.from({ length: voiceWindow }, (_, i) => counted(at + i)))) < 500) continue
    const second = Math.floor((at * 1_000) / rate / 1_000)
    seconds[second] ??= { echo: 0, all: 0 }
    seconds[second].echo += isEcho ? 1 : 0
    seconds[second].all += 1
  }
  return seconds.map(({ echo, all }) => echo / all)
}

const echo = (at: number) => 0.3 * (ours[at - (delayMs * rate) / 1_000] ?? 0)

test('our own voice coming back is recognised after a moment, and from then on', () => {
  const found = shares(echo)
  expect(Math.min(...found.slice(2))).toBeGreaterThan(0.9)
})

test('a contact who speaks over us is not taken for an echo, with or without one', () => {
  const voice = (at: number) => theirs[at % theirs.length] ?? 0
  expect(Math.max(...shares(voice))).toBeLessThan(0.2)
  const over = (at: number) => (at > 3 * rate ? voice(at) : 0)
  const both = shares((at) => echo(at) + over(at), over)
  expect(Math.max(...both.slice(3))).toBeLessThan(0.5)
})

test('a contact who only shows that they listen, for which we fall silent each time, stays heard', () => {
  const guard = createEchoGuard()
  const agreement = theirs.subarray(0, 0.5 * rate)
  const everyMs = 2_000
  const heard: number[] = []
  let next = 0
  for (let at = 0; at < 30_000; at += voiceWindowMs) {
    const intoMs = at % everyMs
    const isSpoken = intoMs < 500
    // Held 70 ms after the voice began, until 260 ms after its end.
    const silent = intoMs >= 70 && intoMs < 760
    if (!silent) {
      const from = next % (ours.length - voiceWindow)
      guard.said(ours.subarray(from, from + voiceWindow), at, rate)
      next += voiceWindow
    }
    const from = (intoMs * rate) / 1_000
    const pcm = isSpoken ? agreement.slice(from, from + voiceWindow) : new Int16Array(voiceWindow)
    const levels = levelsOf(pcm)
    const isEcho = guard.isEcho(levels, at + voiceWindowMs)
    if (Math.max(...levels) > 500) heard.push(isEcho ? 0 : 1)
  }
  expect(heard.reduce((sum, each) => sum + each, 0) / heard.length).toBeGreaterThan(0.98)
})

test('windows are as long as the guard counts them', () => {
  expect(voiceWindowMs / levelsOf(new Int16Array(voiceWindow)).length).toBe(8)
})
