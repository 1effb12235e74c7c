import { expect, it } from 'vitest'
import { gapMsOf, stageSpans } from './turn-stages.ts'

it('stacks the parts of an answer without overlap, also when words or sound were there before the end of the turn', () => {
  const timing = { turn: 1, speechEndAt: 1_000, endOfTurnAt: 1_300, finalTranscriptAt: 1_280, firstAudioAt: 900, firstFrameAt: 1_450 }
  expect(stageSpans(timing)).toEqual([
    { stage: 'endOfTurn', fromMs: 0, toMs: 300 },
    { stage: 'transcript', fromMs: 300, toMs: 300 },
    { stage: 'voice', fromMs: 300, toMs: 300 },
    { stage: 'line', fromMs: 300, toMs: 450 },
  ])
  expect(gapMsOf(timing)).toBe(450)
})

it('knows nothing of a turn whose speech had no end, and no gap of one that was not answered', () => {
  expect(stageSpans({ turn: 1, firstFrameAt: 5 })).toEqual([])
  expect(gapMsOf({ turn: 1, firstFrameAt: 5 })).toBeUndefined()
  expect(gapMsOf({ turn: 1, speechEndAt: 5, endOfTurnAt: 9 })).toBeUndefined()
})
