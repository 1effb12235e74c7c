import { bandPower } from '../tones/band-power.ts'

/** What a window sounds like: its mean power, and the one tone in it. */
export type ToneWindow = { power: number; hz?: number }

const sampleRate = 16_000
const fromHz = 350
const toHz = 2_150
/** What a window of 20 ms tells apart; between two steps the power is searched in finer ones. */
const stepHz = 50
const fineHz = [-25, -12.5, 0, 12.5, 25]
/** What the tone has of the window's power, at least: a square wave's fundamental has 81 %, noise 6 dB under a sine leaves it 80 %. */
const purity = 0.75
/** What may be found of a second tone, at most: with more it is a key or a chord. */
const secondTone = 0.05
/** A voice whose second or third partial is the loudest still has its first one: so much of the power, and of what is not the loudest. */
const firstPartial = { ofAll: 0.01, ofRest: 0.15 }
/** Nearer than this a window of 20 ms cannot tell two tones apart. */
const apartHz = 100
/** Mean power below which nothing counts: about -48 dBm0. */
export const leastPower = 2_000

const frequencies = Array.from({ length: (toHz - fromHz) / stepHz + 1 }, (_, index) => fromHz + index * stepHz)

/** The one tone of 400 to 2,100 Hz in a window (20 ms at 16 kHz); no `hz` when there is none, or more than one. */
export function toneWindow(window: Float64Array): ToneWindow {
  let power = 0
  for (const sample of window) power += sample * sample
  power /= window.length
  if (power < leastPower) return { power }
  const powerAt = (hz: number) => bandPower(window, hz / sampleRate)
  const powers = frequencies.map(powerAt)
  const strongest = frequencies[powers.indexOf(Math.max(...powers))] ?? 0
  const near = fineHz.map((offset) => powerAt(strongest + offset))
  const hz = strongest + peakOf(near)
  const tone = powerAt(hz)
  if (hz < 395 || hz > 2_105 || tone < purity * power) return { power }
  const leastPartial = Math.max(firstPartial.ofAll * power, firstPartial.ofRest * (power - tone))
  if ([2, 3].some((times) => powerAt(hz / times) > leastPartial)) return { power }
  const isOther = (at: number) => Math.abs((frequencies[at] ?? 0) - hz) > apartHz
  return powers.some((each, at) => isOther(at) && each > secondTone * power) ? { power } : { power, hz }
}

/** Where the peak is among the fine steps: the top of the parabola through the strongest and its neighbours. */
function peakOf(powers: readonly number[]): number {
  const at = Math.max(1, Math.min(powers.length - 2, powers.indexOf(Math.max(...powers))))
  const [left = 0, top = 0, right = 0] = [powers[at - 1], powers[at], powers[at + 1]]
  const bend = left - 2 * top + right
  const shift = bend === 0 ? 0 : (left - right) / (2 * bend)
  return (fineHz[at] ?? 0) + Math.max(-1, Math.min(1, shift)) * 12.5
}
