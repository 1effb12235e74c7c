import { join } from 'node:path'
import { readWav } from '@parley/testing'
import { expect, it } from 'vitest'
import { createKeyPresses } from './key-presses.ts'
import { createKeyToneDetector } from './key-tone-detector.ts'

const rows = [697, 770, 852, 941]
const columns = [1209, 1336, 1477, 1633]
const keypad = ['123A', '456B', '789C', '*0#D']

function tones(keys: string, { ms = 40, pauseMs = 40, detuned = 1, twist = 1 } = {}) {
  const samples: number[] = []
  for (const key of keys) {
    const row = keypad.findIndex((line) => line.includes(key))
    const low = (rows[row] ?? 0) * detuned
    const high = (columns[keypad[row]?.indexOf(key) ?? 0] ?? 0) * detuned
    for (let at = 0; at < ms * 16; at++) {
      const phase = (2 * Math.PI * at) / 16_000
      samples.push(4_000 * Math.sin(phase * low) + 4_000 * twist * Math.sin(phase * high))
    }
    for (let at = 0; at < pauseMs * 16; at++) samples.push(0)
  }
  return Int16Array.from(samples)
}

function heard(pcm: Int16Array, frame = 333) {
  const detector = createKeyToneDetector()
  const keys: string[] = []
  for (let at = 0; at < pcm.length; at += frame) keys.push(...detector.add(pcm.subarray(at, at + frame)))
  return keys.join('')
}

const all = '123A456B789C*0#D'

it.each([1, 0.985, 1.015])('hears all keys at their shortest, detuned by %f', (detuned) => {
  for (let lead = 0; lead < 160; lead += 23) {
    expect(heard(Int16Array.from([...new Int16Array(lead), ...tones(all, { detuned })]))).toBe(all)
  }
})

it('hears the same key twice, and a long one once', () => {
  expect(heard(tones('1155'))).toBe('1155')
  expect(heard(tones('9', { ms: 900 }))).toBe('9')
})

it('takes no tone that is too short or too one-sided', () => {
  expect(heard(tones(all, { ms: 20 }))).toBe('')
  expect(heard(tones(all, { twist: 0.2 }))).toBe('')
})

it('hears no key in a spoken sentence', async () => {
  const { samples } = await readWav(join(import.meta.dirname, '../../../../e2e/fixtures/book-appointment.wav'))
  expect(heard(samples)).toBe('')
})

it('counts a press once that is told both ways, and two presses twice', () => {
  const { isNew, goOn } = createKeyPresses()
  expect([isNew('1', 0, 'tone'), isNew('1', 90, 'line'), isNew('1', 120, 'tone'), isNew('1', 200, 'line')]).toEqual([
    true,
    false,
    true,
    false,
  ])
  expect([isNew('2', 1_000, 'line'), isNew('2', 1_200, 'tone')]).toEqual([true, true])
  expect(isNew('3', 2_000, 'tone')).toBe(true)
  goOn(2_500)
  expect([isNew('3', 2_600, 'line'), isNew('3', 2_620, 'line')]).toEqual([false, true])
})
