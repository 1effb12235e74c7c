import { bandPower } from './band-power.ts'

const rows = [697, 770, 852, 941]
const columns = [1209, 1336, 1477, 1633]
const keys = ['123A', '456B', '789C', '*0#D']
const sampleRate = 16_000
const windowSize = 320
const hop = 160
/** A tone of 40 ms fills at least three windows, a pause of 40 ms at least two. */
const windowsToBegin = 3
const windowsToEnd = 2
/** What the two tones have of the window's power, at least. */
const purity = 0.75
/** Mean power of a window below which nothing counts: about -42 dBm0. */
const leastPower = 8_000
/** How much stronger than the other a tone may be: 8 dB. */
const mostTwist = 6.3
/** Keypads are off by up to 1.5 %. */
const detunings = [0.988, 1.012]

/** The strongest of four tones, with its power where the keypad has it. */
function strongest(window: Float64Array, tones: number[]) {
  const powerAt = (tone: number) => bandPower(window, tone / sampleRate)
  const powers = tones.map(powerAt)
  const index = powers.indexOf(Math.max(...powers))
  const tone = tones[index] ?? 0
  return { index, power: Math.max(powers[index] ?? 0, ...detunings.map((factor) => powerAt(tone * factor))) }
}

/**
 * Hears pressed keys (DTMF, after ITU-T Q.24) in mono audio at 16 kHz, in frames of any size: tones of 40 ms or more,
 * 40 ms or more apart. `add` gives the keys whose tone began; `isSounding` says whether a key's tone is still heard.
 */
export function createKeyToneDetector() {
  const window = new Float64Array(windowSize)
  let filled = 0
  let candidate: string | undefined
  let count = 0
  let sounding: string | undefined
  let misses = 0

  function keyIn() {
    let power = 0
    for (const sample of window) power += sample * sample
    power /= windowSize
    if (power < leastPower) return undefined
    const row = strongest(window, rows)
    const column = strongest(window, columns)
    const twist = row.power / column.power
    if (row.power + column.power < purity * power || twist > mostTwist || twist < 1 / mostTwist) return undefined
    return keys[row.index]?.[column.index]
  }

  function took(key: string | undefined) {
    count = key === candidate ? count + 1 : 1
    candidate = key
    if (sounding !== undefined) {
      misses = key === sounding ? 0 : misses + 1
      if (misses >= windowsToEnd) sounding = undefined
    }
    if (key === undefined || sounding !== undefined || count < windowsToBegin) return []
    sounding = key
    misses = 0
    return [key]
  }

  return {
    add(pcm: Int16Array): string[] {
      const pressed: string[] = []
      for (const sample of pcm) {
        window[filled++] = sample
        if (filled < windowSize) continue
        pressed.push(...took(keyIn()))
        window.copyWithin(0, hop)
        filled = windowSize - hop
      }
      return pressed
    },
    isSounding: () => sounding !== undefined,
  }
}
