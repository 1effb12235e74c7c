import { contactSampleRate } from '../speech/recogniser.ts'
import { leastPower, type ToneWindow, toneWindow } from './tone-window.ts'

/** A machine's signal to speak: when it was over, how high and how long it was. */
export type Beep = { endedAt: number; hz: number; ms: number }

type Tone = { startedAt: number; endedAt: number; hz: number; power: number; windows: number }

const windowSize = 320
const hop = 160
const hopMs = (hop * 1_000) / contactSampleRate
const windowMs = (windowSize * 1_000) / contactSampleRate
const shortestMs = 120
const longestMs = 2_000
/** A beep stays where it is; a voice does not. */
const mostDriftHz = 12
/** Loudest against mean power of a beep: 4 dB. */
const mostLouder = 2.5
/** A window without the tone inside a beep: a lost frame. */
const mostMissing = 2
/** After a beep the line is quiet for this long: 12 dB down, or as quiet as it was before; a tone followed by sound was part of it. */
const quietMs = 80
const quietShare = 0.06
const mostOverNoise = 2
const mostNoiseShare = 0.35
/** The quietest window of this time is the line's own noise. */
const noiseWindows = 150

/**
 * Hears the beep of an answering machine in mono audio at 16 kHz, in frames of any size: one steady tone of 400 to 2,100 Hz, 120 to 2,000 ms long, with
 * silence after it. Keys (two tones), voices (which drift) and music (which goes on) are none. Told about 100 ms after its end.
 */
export function createBeepDetector() {
  const window = new Float64Array(windowSize)
  let filled = 0
  let tone: Tone | undefined
  let missing = 0
  let ended: Tone | undefined
  const powers: number[] = []

  function goesOn(heard: ToneWindow, at: number): boolean {
    if (!tone || heard.hz === undefined) return false
    const ratio = heard.power / tone.power
    if (Math.abs(heard.hz - tone.hz) > mostDriftHz || ratio > mostLouder || ratio < 1 / mostLouder) return false
    const weight = 1 / (tone.windows + 1)
    tone.hz += (heard.hz - tone.hz) * weight
    tone.power += (heard.power - tone.power) * weight
    tone.windows += 1
    tone.endedAt = at
    return true
  }

  function end() {
    const ms = tone ? tone.endedAt - tone.startedAt : 0
    if (ms >= shortestMs - hopMs && ms <= longestMs) ended = tone
    tone = undefined
  }

  function took(heard: ToneWindow, at: number): Beep | undefined {
    powers.push(heard.power)
    if (powers.length > noiseWindows) powers.shift()
    if (goesOn(heard, at)) missing = 0
    else if (tone && missing < mostMissing) missing += 1
    else {
      end()
      missing = 0
      if (heard.hz !== undefined) tone = { startedAt: at - windowMs, endedAt: at, hz: heard.hz, power: heard.power, windows: 1 }
    }
    return ended && confirm(ended, heard, at)
  }

  /** The first windows after the tone still hold some of it. */
  function confirm(over: Tone, heard: ToneWindow, at: number): Beep | undefined {
    if (at - over.endedAt <= windowMs) return undefined
    const noise = Math.min(Math.min(...powers) * mostOverNoise, over.power * mostNoiseShare)
    if (heard.power > Math.max(leastPower, over.power * quietShare, noise)) {
      ended = undefined
      return undefined
    }
    if (at - over.endedAt < quietMs + windowMs) return undefined
    ended = undefined
    return { endedAt: over.endedAt, hz: Math.round(over.hz), ms: Math.round(over.endedAt - over.startedAt) }
  }

  return {
    /** Adds audio that ends at `at`; the beep that is over now. */
    add(pcm: Int16Array, at: number): Beep | undefined {
      let beep: Beep | undefined
      for (const [index, sample] of pcm.entries()) {
        window[filled++] = sample
        if (filled < windowSize) continue
        beep ??= took(toneWindow(window), at - ((pcm.length - 1 - index) * 1_000) / contactSampleRate)
        window.copyWithin(0, hop)
        filled = windowSize - hop
      }
      return beep
    },
    /** A tone that may be a beep is sounding. */
    isSounding: () => tone !== undefined && tone.endedAt - tone.startedAt >= shortestMs,
  }
}
