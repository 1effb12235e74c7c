/** The mean power of one frequency (in cycles per sample) in a window: Goertzel's algorithm. A sine of amplitude a has a²/2. */
export function bandPower(window: Float64Array, frequency: number): number {
  const factor = 2 * Math.cos(2 * Math.PI * frequency)
  let last = 0
  let before = 0
  for (const sample of window) {
    const next = sample + factor * last - before
    before = last
    last = next
  }
  return (2 * (last * last + before * before - factor * last * before)) / window.length ** 2
}
