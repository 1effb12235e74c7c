const rate = 16_000
const sample = (value: number) => Math.max(-32_768, Math.min(32_767, Math.round(value)))
const sine = (hertz: number, at: number) => Math.sin((2 * Math.PI * hertz * at) / rate)

/** Seconds of a sound at 16 kHz, given sample by sample. */
export const sounding = (seconds: number, sound: (at: number) => number) =>
  Int16Array.from({ length: seconds * rate }, (_, at) => sample(sound(at)))

/** Samples, each of them changed. */
export const withEach = (samples: Int16Array, change: (value: number, at: number) => number) =>
  samples.map((value, at) => sample(change(value, at)))

let seed = 1
/** White noise from -1 to 1, the same in every run. */
export function noise(): number {
  seed = (seed * 48_271) % 2_147_483_647
  return (seed / 2_147_483_647) * 2 - 1
}

/** Chords of four notes with overtones, struck twice a second. */
export function music(at: number): number {
  const steps = [0, 5, 7, 3][Math.floor(at / rate) % 4] ?? 0
  const root = 220 * 2 ** (steps / 12)
  const fade = Math.exp((-3 * (at % (rate / 2))) / rate)
  const notes = [1, 1.26, 1.5, 2].map((interval) => sine(root * interval, at) + sine(2 * root * interval, at) / 2)
  return 2_500 * fade * notes.reduce((sum, note) => sum + note, 0)
}
