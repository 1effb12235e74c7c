import type { TranscriptionTurn } from '@parley/db'
import { type JournalEntry, type TranscriptTurn, transcriptOf } from '@parley/flow-runtime'
import { mask, wordMask } from './word-mask.ts'

/** Epoch milliseconds: in which a turn of the live transcript was spoken, at the longest. */
type Window = { speaker: TranscriptTurn['speaker']; from: number; to: number }

/**
 * A transcription with its personal words hidden. A vendor writes a name another way than it was heard live, so that a turn is hidden whole when the
 * same speaker gave or said something personal at that time; elsewhere known values are replaced.
 * @param originAt the instant of the recording's first sample, epoch milliseconds
 */
export function maskTranscription(
  turns: readonly TranscriptionTurn[],
  { entries, names, originAt }: { entries: readonly JournalEntry[]; names: readonly string[]; originAt: number },
): TranscriptionTurn[] {
  const masked = wordMask(entries, new Set(names))
  const personal = windowsOf(transcriptOf(entries), (text) => masked(text) !== text)
  return turns.map((turn) => {
    const [from, to] = [originAt + turn.startMs, originAt + turn.endMs]
    const isPersonal = personal.some((window) => window.speaker === turn.speaker && from < window.to && to > window.from)
    return { ...turn, text: isPersonal ? mask : masked(turn.text) }
  })
}

/** The agent speaks from the instant of a turn to that of its next one; the contact has spoken since that of its turn before. */
function windowsOf(live: readonly TranscriptTurn[], isPersonal: (text: string) => boolean): Window[] {
  return (['agent', 'contact'] as const).flatMap((speaker) => {
    const own = live.filter((turn) => turn.speaker === speaker)
    const at = (index: number) => own[index]?.at ?? (index < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY)
    return own.flatMap(({ text }, index): Window[] => {
      if (!isPersonal(text)) return []
      const [before, here, after] = [at(index - 1), at(index), at(index + 1)]
      // What the contact said last may have been heard live only in part.
      const [from, to] = speaker === 'agent' ? [here, after] : [before, after === Number.POSITIVE_INFINITY ? after : here]
      return [{ speaker, from, to }]
    })
  })
}
