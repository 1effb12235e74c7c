import { expect, test } from 'vitest'
import { createVoiceRuns, type VoiceFrame } from './voice-run.ts'

/** One frame of 32 ms per entry: probability and the loudness of its four slices. */
function follow(frames: [probability: number, levels: number[]][]) {
  const runs = createVoiceRuns(300)
  const seen: (ReturnType<typeof runs.current> & object)[] = []
  frames.forEach(([probability, levels], i) => {
    const frame: VoiceFrame = { at: (i + 1) * 32, durationMs: 32, probability, levels }
    runs.add(frame)
    const run = runs.current()
    if (run) seen.push({ ...run })
  })
  return { last: seen.at(-1), current: runs.current() }
}

const silent: [number, number[]] = [0.01, [3, 4, 3, 4]]
const voiced: [number, number[]] = [0.9, [800, 800, 800, 800]]

test('voice is dated back to where the sound began and its end to where it ended', () => {
  const { last } = follow([silent, [0.2, [3, 4, 500, 700]], voiced, voiced, [0.8, [700, 300, 10, 5]], [0.6, [4, 4, 4, 4]], silent])
  expect(last).toMatchObject({ onsetAt: 48, lastVoicedAt: 144 })
})

test('sound that begins within the first voiced window begins there', () => {
  expect(follow([silent, [0.7, [3, 4, 600, 700]], voiced]).last).toMatchObject({ onsetAt: 48, voicedMs: 48 })
})

test('voice the detector hears on after the sound is gone counts no longer than three windows', () => {
  const tail: [number, number[]] = [0.9, [4, 4, 4, 4]]
  expect(follow([voiced, voiced, tail, tail, tail]).last?.lastVoicedAt).toBe(64)
  expect(follow([voiced, voiced, tail, tail, tail, tail, tail]).last?.lastVoicedAt).toBe(128)
})

test('a pause ends the run', () => {
  expect(follow([voiced, ...Array.from({ length: 11 }, () => silent)]).current).toBeUndefined()
})
