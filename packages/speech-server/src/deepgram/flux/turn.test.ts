import { expect, it } from 'vitest'
import { createTurns } from './turn.ts'

const heard = (word: string, startMs: number, endMs: number) => ({
  words: [{ word, startMs, endMs, confidence: 1 }],
  confidence: 1,
  startMs,
  endMs,
})

it('tells a turn that began before the words of the last one were there after its end', () => {
  const told: unknown[] = []
  const thresholds = { eot_threshold: 0.7, eager_eot_threshold: 0.5, eot_timeout_ms: 5000 }
  const turns = createTurns(
    () => thresholds,
    (event, { index, startMs, heard: words }) => told.push([event, index, startMs, words?.words[0]?.word]),
  )
  turns.started(100)
  turns.silent(700)
  turns.started(1500)
  turns.silent(0)
  turns.understood(heard('no', 1500, 1900))
  expect(told).toEqual([['StartOfTurn', 0, 100, undefined]])
  turns.ended(heard('yes', 100, 1200))
  turns.silent(600)
  turns.ended(heard('no', 1500, 2600))
  expect(told.slice(1)).toEqual([
    ['EndOfTurn', 0, 100, 'yes'],
    ['StartOfTurn', 1, 1500, undefined],
    ['Update', 1, 1500, 'no'],
    ['EagerEndOfTurn', 1, 1500, 'no'],
    ['EndOfTurn', 1, 1500, 'no'],
  ])
})
