import { pitchOf } from './pitch.ts'
import { decibels, levelOf, loudness, soundIn } from './sound.ts'

/** What is heard as a jump at a seam: loudness, or pitch. */
export type SeamFault = 'ENERGY' | 'PITCH'

/** How far from the seam its sides reach, milliseconds of sound. */
const sideMs = 300
/** So much of a side is compared, milliseconds. */
const coreMs = 60
const coreStepMs = 10
/** Decibels. */
const mostDifference = 6
const mostGain = 4
const mostPitchRatio = 1.2

/** By how much the later piece is to be multiplied so that it is as loud as the earlier one; no more than 4 dB either way. */
export function matchingGain(earlier: Int16Array, later: Int16Array, sampleRate: number): number {
  const [wanted, present] = [levelOf(earlier, sampleRate), levelOf(later, sampleRate)]
  if (wanted === 0 || present === 0) return 1
  const by = Math.min(mostGain, Math.max(-mostGain, decibels(wanted, present)))
  return 10 ** (by / 20)
}

/**
 * Whether the end of one piece and the beginning of the next go together: at most 6 dB apart, and at a pitch the voice used in the earlier piece, give or
 * take 20 %, where both are voiced. Not the outermost 60 ms are compared but the loudest of the 300 ms of sound on each side: the outermost differ by up to
 * 17 dB in one natural sentence (a word may end in a breath), and a clause made on its own begins up to 45 % higher than the one before ended.
 */
export function seamFault(earlier: Int16Array, later: Int16Array, sampleRate: number): SeamFault | undefined {
  const side = (sideMs * sampleRate) / 1_000
  const before = soundOf(earlier, sampleRate)
  const after = soundOf(later, sampleRate).subarray(0, side)
  const [one, other] = [loudest(before.subarray(-side), sampleRate), loudest(after, sampleRate)]
  if (one.length === 0 || other.length === 0) return undefined
  if (Math.abs(decibels(loudness(one), loudness(other))) > mostDifference) return 'ENERGY'
  const pitch = pitchOf(other, sampleRate)
  const used = pitchesOf(before, sampleRate)
  if (pitch === undefined || used.length === 0) return undefined
  return pitch > Math.max(...used) * mostPitchRatio || pitch < Math.min(...used) / mostPitchRatio ? 'PITCH' : undefined
}

function soundOf(pcm: Int16Array, sampleRate: number): Int16Array {
  const { from, to } = soundIn(pcm, sampleRate) ?? { from: 0, to: 0 }
  return pcm.subarray(from, to)
}

/** Pieces of 60 ms. */
function cores(pcm: Int16Array, sampleRate: number, stepMs: number): Int16Array[] {
  const [length, step] = [(coreMs * sampleRate) / 1_000, (stepMs * sampleRate) / 1_000]
  const found = [pcm.subarray(0, length)]
  for (let from = step; from + length <= pcm.length; from += step) found.push(pcm.subarray(from, from + length))
  return found
}

const loudest = (pcm: Int16Array, sampleRate: number) =>
  cores(pcm, sampleRate, coreStepMs).reduce((most, core) => (loudness(core) > loudness(most) ? core : most))

/** The pitches of the louder half of a sound: what is soft is often a consonant. */
function pitchesOf(pcm: Int16Array, sampleRate: number): number[] {
  const least = levelOf(pcm, sampleRate) / 2
  const voiced = cores(pcm, sampleRate, coreMs).filter((core) => loudness(core) >= least)
  return voiced.flatMap((core) => pitchOf(core, sampleRate) ?? [])
}

/** How much sound of the later piece has to be there before its seam can be judged, milliseconds. */
export const judgedMs = sideMs
