/** Frequencies of the rows and columns of a telephone's keys (ITU-T Q.23), hertz. */
const rows = [697, 770, 852, 941]
const columns = [1_209, 1_336, 1_477, 1_633]
const keys = '123A456B789C*0#D'

const toneMs = 100
const pauseMs = 80
/** Loud enough for any exchange, with room for both tones. */
const amplitude = 9_000

/** The tones of keys for a line that has no other way to press them: 100 ms each with pauses of 80 ms. Other characters are left out. */
export function dtmfTones(pressed: string, sampleRate: number): Int16Array {
  const samplesOf = (ms: number) => Math.round((ms * sampleRate) / 1_000)
  const known = [...pressed.toUpperCase()].filter((key) => keys.includes(key))
  const one = samplesOf(toneMs) + samplesOf(pauseMs)
  const pcm = new Int16Array(known.length * one)
  known.forEach((key, index) => {
    const place = keys.indexOf(key)
    const row = rows[Math.floor(place / 4)] ?? 0
    const column = columns[place % 4] ?? 0
    const step = (2 * Math.PI) / sampleRate
    for (let i = 0; i < samplesOf(toneMs); i += 1)
      pcm[index * one + i] = Math.round(amplitude * (Math.sin(step * row * i) + Math.sin(step * column * i)))
  })
  return pcm
}
