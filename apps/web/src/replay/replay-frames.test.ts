import type { UnderstandRequest } from '@parley/flow-runtime'
import { runScenario, type ScenarioStep } from '@parley/flow-runtime/scenarios'
import { templates } from '@parley/flow-runtime/templates'
import { expect, it } from 'vitest'
import { readTimeline } from '../call-page/read-timeline.ts'
import { frameAt, pathFrames, replayFrames } from './replay-frames.ts'

const flow = templates.threeNodes
const understand = ({ text, slots }: UnderstandRequest) => ({
  ...{ intent: null, confidence: 0, candidates: [], reason: 'test', engine: 'local' as const, tookMs: 1 },
  slots: slots.map(({ name }) => ({ name, value: text, raw: text, confidence: 1 })),
})

async function pastCall(steps: ScenarioStep[]) {
  const { journal } = await runScenario(flow, { name: 'past', steps }, { understand })
  const originAt = journal[0]?.at ?? 0
  return replayFrames(flow, journal, readTimeline(journal, originAt).turns, originAt)
}

it('stops where somebody speaks or the call moves, with all that was passed until then', async () => {
  const frames = await pastCall([{ contact: 'Ada Lovelace' }])
  const stops = frames.map(({ nodeId, decisions, turns, edgeIds }) => [
    ...[nodeId, decisions.map(({ outcome }) => outcome).join()],
    ...[turns.at(-1)?.speaker, [...edgeIds].join()],
  ])
  expect(stops).toEqual([
    ['greet', '', 'agent', ''],
    ['askName', 'next', 'agent', 'greet-next'],
    ['askName', '', 'contact', 'greet-next'],
    ['bye', 'done', 'agent', 'greet-next,askName-done'],
  ])
  expect(frames.at(-1)?.nodeIds).toEqual(new Set(['greet', 'askName', 'bye']))
  expect(frames.at(-1)?.turns.map(({ text }) => text)).toEqual(['Ada Lovelace', 'Thank you, Ada Lovelace. Goodbye.'])
  expect(frameAt(frames, -1)).toBe(0)
  expect(frameAt(frames, frames[2]?.seconds ?? 0)).toBe(2)
  expect(frameAt(frames, 1e6)).toBe(3)
})

it('walks a path of nodes, subflows as the node that runs them', () => {
  const edges = [{ id: 'e', source: 'a', sourceHandle: 'next', target: 'b' }]
  const frames = pathFrames({ nodes: [], edges }, ['a', 'b', 'b/x', 'b/y', 'b', 'c'])
  expect(frames.map(({ nodeId, edgeIds }) => [nodeId, edgeIds.size])).toEqual([
    ['a', 0],
    ['b', 1],
    ['c', 1],
  ])
})
