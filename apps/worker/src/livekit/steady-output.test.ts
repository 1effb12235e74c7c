import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createSteadyOutput } from './steady-output.ts'

const rate = 24_000
const tickMs = 10
const tick = (rate * tickMs) / 1_000
const loud = (ms: number) => new Int16Array((rate * ms) / 1_000).fill(1_000)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Plays what is queued in real time, 10 ms at a time; a dot is silence, a hash sound, an underscore nothing to send. */
function room() {
  let queued: number[] = []
  let sent = ''
  const output = createSteadyOutput(
    {
      capture: (pcm) => void queued.push(...pcm),
      clearQueue: () => {
        queued = []
      },
      get queuedDuration() {
        return (queued.length * 1_000) / rate
      },
    },
    rate,
    Date,
  )
  const player = setInterval(() => {
    const part = queued.splice(0, tick)
    sent += part.length < tick ? '_' : part.some((sample) => sample !== 0) ? '#' : '.'
  }, tickMs)
  function close() {
    output.close()
    clearInterval(player)
  }
  return { output, close, sent: () => sent }
}

test('goes on sending between speeches, and no speech waits for silence', () => {
  const { output, close, sent } = room()
  vi.advanceTimersByTime(3_000)
  output.play(loud(30))
  vi.advanceTimersByTime(1_000)
  for (let part = 0; part < 25; part += 1) output.play(loud(20))
  vi.advanceTimersByTime(300)
  for (let part = 0; part < 25; part += 1) output.play(loud(20))
  vi.advanceTimersByTime(1_700)
  // What is queued is dropped at once, and the next words follow at once.
  output.play(loud(500))
  vi.advanceTimersByTime(100)
  output.clear()
  vi.advanceTimersByTime(50)
  output.play(loud(50))
  vi.advanceTimersByTime(1_000)
  close()
  expect(sent()).toMatch(/^\.{300}#{3}[._]{97}#{100}[._]{100}#{10}\.{5}#{5}[._]{95}$/)
  // A timer may come a tick after the last sound.
  expect(
    sent()
      .match(/_+/g)
      ?.every((hole) => hole.length <= 1) ?? true,
  ).toBe(true)
  expect(vi.getTimerCount()).toBe(0)
})
