import { type InputStep, playSteps } from '@parley/flow-runtime/scenarios'
import { templates } from '@parley/flow-runtime/templates'
import { expect, test } from 'vitest'
import { textTurns } from './text-turns.ts'

const flow = templates.threeNodes
const nothing = { intent: null, confidence: 0, candidates: [], slots: [], reason: 'test', engine: 'local', tookMs: 0 }
const wordsOf = (turns: ReturnType<typeof textTurns>) =>
  turns.map(({ lines }) => lines.flatMap((line) => (line.kind === 'agent' ? [line.text] : [])))

test('each step has what came of it below, and an interrupted speech ends where it was cut', async () => {
  const play = (steps: readonly InputStep[]) => playSteps(flow, steps, { startedAt: 1_700_000_000_000, understand: () => nothing })
  const asked = await play([])
  const [speech] = textTurns(asked, [])[0]?.lines.filter((line) => line.kind === 'agent') ?? []
  if (!speech) throw new Error('The agent says nothing.')
  const heard = speech.text.split(' ').slice(0, 2).join(' ')
  const steps: InputStep[] = [{ contact: 'hello', interrupt: heard, during: speech.nodeId }, { hangUp: true }]
  const played = await play(steps)
  const turns = textTurns(played, steps)
  expect(turns.map(({ step }) => step)).toEqual([undefined, ...steps])
  expect(wordsOf(turns)[0]?.[0]).toBe(heard)
  expect(turns[1]?.lines.some(({ kind }) => kind === 'decision')).toBe(true)
})
