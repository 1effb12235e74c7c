/** A soft chord that swells and fades, then another one. Hertz; the second chord leads back to the first. */
const chords = [
  [220, 277.18, 329.63],
  [196, 246.94, 293.66],
]
const chordSeconds = 3
/** Of the whole chord, far below speech. */
const peak = 2_400

/** What a caller hears while a colleague is asked: sound that says the line is alive. `next` gives the samples that follow, at `rate`. */
export function createHoldTone(rate: number): (samples: number) => Int16Array {
  const chordSamples = rate * chordSeconds
  let at = 0
  return (samples) => {
    const pcm = new Int16Array(samples)
    for (let i = 0; i < samples; i += 1, at += 1) {
      const notes = chords[Math.floor(at / chordSamples) % chords.length] ?? []
      const swell = Math.sin((Math.PI * (at % chordSamples)) / chordSamples)
      const sum = notes.reduce((total, hertz) => total + Math.sin((2 * Math.PI * hertz * at) / rate), 0)
      pcm[i] = Math.round((peak * swell * sum) / notes.length)
    }
    return pcm
  }
}
