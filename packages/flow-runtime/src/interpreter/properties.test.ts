import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyCall, play } from '../../test/random-calls.ts'
import type { CallEvent } from '../events.ts'
import { type Flow, flow as flowSchema } from '../flow.ts'
import { whyText } from '../why/why.ts'
import { whySentences } from '../why/why-sentences.ts'
import { replay, step } from './interpreter.ts'
import { maxSilentHops } from './walk.ts'

const runs = { numRuns: 150 }

test('step always returns, within a bounded number of nodes, at one node, waiting for something or over', () => {
  fc.assert(
    fc.property(anyCall.flow, anyCall.moves, (flow, moves) => {
      play(flow, moves, (before, after) => {
        expect(after.path.length - before.path.length).toBeLessThanOrEqual(maxSilentHops)
        expect(after.at).toBe(after.path.at(-1))
        expect(after.awaiting.length > 0).toBe(after.status === 'running')
        expect(new Set(after.awaiting.map((effect) => effect.id)).size).toBe(after.awaiting.length)
      })
    }),
    runs,
  )
})

test('a state survives JSON: the call goes on the same from its copy', () => {
  fc.assert(
    fc.property(anyCall.flow, anyCall.moves, (flow, moves) => {
      play(flow, moves, (before, after, events) => {
        const last = events.at(-1)
        expect(JSON.parse(JSON.stringify(after))).toStrictEqual(after)
        if (last) expect(step(flow, JSON.parse(JSON.stringify(before)), last).state).toStrictEqual(after)
      })
    }),
    { numRuns: 75 },
  )
})

test('replaying the same events gives equal states, also from a copy of flow and journal', () => {
  fc.assert(
    fc.property(anyCall.flow, anyCall.moves, (flow, moves) => {
      const { state, events } = play(flow, moves, () => undefined)
      const copy: Flow = flowSchema.parse(JSON.parse(JSON.stringify(flow)))
      expect(replay(copy, JSON.parse(JSON.stringify(events))).at(-1)?.state).toStrictEqual(state)
    }),
    { numRuns: 75 },
  )
})

test('ended stays ended, and from every state the call can end', () => {
  fc.assert(
    fc.property(anyCall.flow, anyCall.moves, (flow, moves) => {
      const { state } = play(flow, moves, (before, after) => {
        if (before.status === 'ended') expect(after).toBe(before)
      })
      const late = step(flow, state, { type: 'timeUp', at: 1 }).state
      const again = step(flow, late, { type: 'timeUp', at: 2 }).state
      expect(again.status === 'ended' || again.awaiting.every(({ type }) => type === 'hangUp')).toBe(true)
      expect(step(flow, again, { type: 'hungUp', at: 3, by: 'agent' }).state.status).toBe('ended')
    }),
    runs,
  )
})

test('an answer heard before, from before or from nowhere never moves the call', () => {
  fc.assert(
    fc.property(anyCall.flow, anyCall.moves, (flow, moves) => {
      const { state, events } = play(flow, moves, () => undefined)
      const isAwaited = (event: CallEvent) => 'effectId' in event && state.awaiting.some(({ id: awaited }) => awaited === event.effectId)
      for (const event of events) {
        if (!('effectId' in event) || isAwaited(event)) continue
        expect(step(flow, state, event)).toEqual({ state, effects: [], decisions: [] })
      }
    }),
    runs,
  )
})

test('every decision has its reason in both languages, with every value in it', () => {
  fc.assert(
    fc.property(anyCall.flow, anyCall.moves, (flow, moves) => {
      const { events } = play(flow, moves, () => undefined)
      for (const { why } of replay(flow, events).flatMap(({ decisions }) => decisions)) {
        const marks = Object.fromEntries(Object.keys(why.values ?? {}).map((name) => [name, `<${name}>`]))
        for (const locale of ['en', 'fr'] as const) {
          const named = [...whySentences[why.code][locale].matchAll(/\{(\w+)\}/g)].map(([, name]) => `<${name}>`)
          const text = whyText({ code: why.code, values: marks }, locale)
          expect(named.sort()).toEqual(Object.values(marks).sort())
          for (const mark of named) expect(text).toContain(mark)
        }
      }
    }),
    { numRuns: 75 },
  )
})

test('the question of an ask node is put in each visit before an answer leaves it', () => {
  fc.assert(
    fc.property(anyCall.flow, anyCall.moves, (flow, moves) => {
      const { events } = play(flow, moves, () => undefined)
      const put = new Set<string>()
      for (const { effects, decisions } of replay(flow, events)) {
        for (const { nodeId, outcome, nextNodeId, why } of decisions) {
          const node = flow.nodes.find((one) => one.id === nodeId)
          const isAnswer = outcome === 'done' && why.code !== 'answerKnown'
          if (node?.type === 'ask' && node.data.question === 'Hello.' && isAnswer) expect(put).toContain(nodeId)
          if (nextNodeId) put.delete(nextNodeId)
        }
        for (const effect of effects) if (effect.type === 'say') put.add(effect.nodeId)
      }
    }),
    runs,
  )
})
