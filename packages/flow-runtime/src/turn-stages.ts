import type { TurnTiming } from './journal.ts'

const instants = {
  endOfTurn: 'endOfTurnAt',
  transcript: 'finalTranscriptAt',
  understanding: 'understoodAt',
  decision: 'steppedAt',
  voice: 'firstAudioAt',
  line: 'firstFrameAt',
} as const satisfies Record<string, keyof TurnTiming>

/** The parts of an answer's time, in their order. */
export const turnStages = ['endOfTurn', 'transcript', 'understanding', 'decision', 'voice', 'line'] as const
export type TurnStage = (typeof turnStages)[number]

/** One part of an answer's time: milliseconds after the end of the contact's speech. */
export type StageSpan = { stage: TurnStage; fromMs: number; toMs: number }

/**
 * The parts of an answer's time one after the other; a part that was ready before the one before it takes no time, one that did not happen is
 * left out. Together they are the gap. None when the end of the speech is not known.
 */
export function stageSpans(timing: TurnTiming): StageSpan[] {
  const origin = timing.speechEndAt
  if (origin === undefined) return []
  const spans: StageSpan[] = []
  let fromMs = 0
  for (const stage of turnStages) {
    const at = timing[instants[stage]]
    if (at === undefined) continue
    const toMs = Math.max(fromMs, at - origin)
    spans.push({ stage, fromMs, toMs })
    fromMs = toMs
  }
  return spans
}

/** From the end of the contact's speech to the first frame of the answer, milliseconds; undefined for a turn that was not answered. */
export const gapMsOf = ({ speechEndAt, firstFrameAt }: TurnTiming): number | undefined =>
  speechEndAt === undefined || firstFrameAt === undefined ? undefined : Math.max(0, firstFrameAt - speechEndAt)
