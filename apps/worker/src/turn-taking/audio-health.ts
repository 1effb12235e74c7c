import { contactSampleRate } from '../speech/recogniser.ts'

/** What is wrong with the contact's audio; worth knowing for the call, no failure. */
export type AudioNote = { code: 'AUDIO_SILENT' | 'AUDIO_CLIPPED' | 'AUDIO_OFFSET' | 'AUDIO_NOISE' | 'AUDIO_RATE'; detail: string }

const limits = {
  /** Windows that are judged together: two seconds. */
  blockWindows: 64,
  /** Share of samples at full scale in what is loud, and how many loud windows there must be. */
  fullScale: 32_000,
  clippedShare: 0.01,
  clippedWindows: 10,
  /** Mean of all samples; a microphone's is near zero. */
  offset: 800,
  /** Loudness without pause and without voice, for so many blocks in a row. */
  loud: 300,
  noiseShare: 0.9,
  noiseBlocks: 2,
  /** Nothing above this has ever been heard: a muted microphone. */
  silent: 25,
  /** Audio that comes so much faster than time is of another rate than it is taken for. */
  fasterBy: 1.3,
  rateAfterMs: 8_000,
}

/** Measures the contact's audio window by window; each kind of note is given once. Pure. */
export function createAudioHealth() {
  const given = new Set<AudioNote['code']>()
  let block = emptyBlock()
  let noisyBlocks = 0
  let loudest = 0
  let samples = 0
  let firstAt: number | undefined

  function once(code: AudioNote['code'], isSo: boolean, detail: () => string): AudioNote[] {
    if (!isSo || given.has(code)) return []
    given.add(code)
    return [{ code, detail: detail() }]
  }

  function judge({ windows, sum, count, loud, fullScale, unvoiced }: Block): AudioNote[] {
    const clipped = fullScale / Math.max(1, loud * (count / windows))
    const mean = Math.round(sum / count)
    noisyBlocks = unvoiced >= windows * limits.noiseShare ? noisyBlocks + 1 : 0
    return [
      ...once('AUDIO_CLIPPED', loud >= limits.clippedWindows && clipped >= limits.clippedShare, () => `${percent(clipped)} at full scale`),
      ...once('AUDIO_OFFSET', Math.abs(mean) >= limits.offset, () => `${percent(mean / 32_768)} of full scale`),
      ...once('AUDIO_NOISE', noisyBlocks >= limits.noiseBlocks, () => 'sound without pause and without voice'),
    ]
  }

  return {
    /** Audio arrived; it ends at `at`. */
    arrived(length: number, at: number): AudioNote[] {
      firstAt ??= at
      const passedMs = at - firstAt
      const factor = (samples * 1_000) / contactSampleRate / passedMs
      samples += length
      return once('AUDIO_RATE', passedMs >= limits.rateAfterMs && factor >= limits.fasterBy, () => `${factor.toFixed(2)} times real time`)
    },

    /** One window, and how probable a voice in it is. */
    window(pcm: Int16Array, probability: number): AudioNote[] {
      const { sum, energy, peak, fullScale } = measure(pcm)
      const level = Math.sqrt(Math.max(0, energy / pcm.length - (sum / pcm.length) ** 2))
      loudest = Math.max(loudest, peak)
      const isLoud = level >= limits.loud
      block = {
        windows: block.windows + 1,
        count: block.count + pcm.length,
        sum: block.sum + sum,
        fullScale: block.fullScale + fullScale,
        loud: block.loud + (isLoud ? 1 : 0),
        unvoiced: block.unvoiced + (isLoud && probability < 0.5 ? 1 : 0),
      }
      if (block.windows < limits.blockWindows) return []
      const whole = block
      block = emptyBlock()
      return judge(whole)
    },

    /** The contact said nothing although it was listened for. */
    saidNothing: (): AudioNote[] =>
      once('AUDIO_SILENT', loudest <= limits.silent, () => (samples === 0 ? 'no audio came' : 'no sound since the call began')),
  }
}

/** `loud`, `unvoiced`: windows. */
type Block = { windows: number; count: number; sum: number; fullScale: number; loud: number; unvoiced: number }
const emptyBlock = (): Block => ({ windows: 0, count: 0, sum: 0, fullScale: 0, loud: 0, unvoiced: 0 })

const percent = (share: number) => `${(share * 100).toFixed(1)} %`

function measure(pcm: Int16Array) {
  let [sum, energy, peak, fullScale] = [0, 0, 0, 0]
  for (const sample of pcm) {
    const size = Math.abs(sample)
    sum += sample
    energy += sample * sample
    if (size > peak) peak = size
    if (size >= limits.fullScale) fullScale += 1
  }
  return { sum, energy, peak, fullScale }
}
