import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { anyCall, play } from '../../test/random-calls.ts'
import type { CallEvent } from '../events.ts'
import { type Flow, flow as flowSchema } from '../flow.ts'
import { type LocalizedText, textIn } from '../text.ts'
import { whyText } from '../why/why.ts'
import { whySentences } from '../why/why-sentences.ts'
import { replay, step } from './interpreter.ts'
import { nextSpeech } from './next-speech.ts'
import { maxSilentHops } from './walk.ts'

/** 500 in the ordinary run, 10,000 and more in the nightly one (`npm run test:nightly`). */
vi.setConfig({ testTimeout: 1_800_000 })
const runs = { numRuns: Number(process.env.PARLEY_PROPERTY_RUNS ?? 500) }

// Guarantee 1: bounded, and never silent.
test('step always returns, within a bounded number of nodes, at one node, waiting for something or over', () => {
  fc.assert(
    fc.property(anyCall.flow, anyCall.moves, (flow, moves) => {
      const { events } = play(flow, moves, (before, after) => {
        // A wish or a machine that takes the call is one move more.
        expect(after.path.length - before.path.length).toBeLessThanOrEqual(maxSilentHops + 1)
        expect(after.at).toBe(after.path.at(-1))
        expect(after.awaiting.length > 0).toBe(after.status === 'running')
        expect(new Set(after.awaiting.map((effect) => effect.id)).size).toBe(after.awaiting.length)
      })
      expect(replay(flow, events)[0]?.state.path.length).toBeLessThanOrEqual(maxSilentHops + 1)
    }),
    runs,
  )
})

test('a flow that cannot go on says its failure line and hangs up, never silence', () => {
  const stuck = new Set(['tooManyNodes', 'nothingFollows', 'nothingAwaited', 'nodeMissing'])
  fc.assert(
    fc.property(anyCall.flow, anyCall.moves, (flow, moves) => {
      const { events } = play(flow, moves, () => undefined)
      for (const { state, effects, decisions } of replay(flow, events)) {
        if (!decisions.some(({ why }) => stuck.has(why.code))) continue
        const last = effects.at(-1)
        expect(last?.type === 'say' && last.text).toBe(textIn(flow.settings.failureLine, state.language, flow.languages[0] ?? 'en'))
        expect(state.outcome).toBe('failed')
      }
    }),
    runs,
  )
})

// Guarantee 2: the call can always end, and does in time.
test('no event is lived after the longest duration: the call says so and only ends', () => {
  fc.assert(
    fc.property(anyCall.flow, anyCall.moves, anyCall.moves, (flow, moves, lateMoves) => {
      const before = play(flow, moves, () => undefined)
      const late = play(flow, lateMoves, () => undefined).events.filter(({ type }) => type !== 'callStarted')
      let { state } = before
      for (const event of late) {
        const { path } = state
        state = step(flow, state, { ...event, at: state.startedAt + flow.settings.maxCallMs }).state
        expect(state.path).toEqual(path)
        expect(state.status === 'ended' || state.outcome !== undefined).toBe(true)
      }
    }),
    runs,
  )
})

// Guarantee 3: what must be heard is heard or known not to be.
test('speech marked to be heard was heard to its end or is kept as not heard', () => {
  fc.assert(
    fc.property(anyCall.flow, anyCall.moves, (flow, moves) => {
      const { state, events } = play(flow, moves, () => undefined)
      const steps = replay(flow, events)
      const marked = steps.flatMap(({ effects }) => effects).filter((effect) => effect.type === 'say' && !effect.interruptible)
      const over = step(flow, state, { type: 'hungUp', at: 1, by: 'contact' }).state
      const completed = new Set(
        events.flatMap((event, index) => {
          if (event.type !== 'speechFinished' || !event.completed) return []
          return steps[index - 1]?.state.awaiting.some(({ id }) => id === event.effectId) ? [event.effectId] : []
        }),
      )
      for (const { id } of marked) expect(completed.has(id) !== over.unheard.includes(id)).toBe(true)
    }),
    runs,
  )
})

// Guarantee 4: the same journal, the same states.
test('a state survives JSON: the call goes on the same from its copy', () => {
  fc.assert(
    fc.property(anyCall.flow, anyCall.moves, (flow, moves) => {
      play(flow, moves, (before, after, events) => {
        const last = events.at(-1)
        expect(JSON.parse(JSON.stringify(after))).toStrictEqual(after)
        if (last) expect(step(flow, JSON.parse(JSON.stringify(before)), last).state).toStrictEqual(after)
      })
    }),
    runs,
  )
})

test('replaying the same events gives equal states, also from a copy of flow and journal', () => {
  fc.assert(
    fc.property(anyCall.flow, anyCall.moves, (flow, moves) => {
      const { state, events } = play(flow, moves, () => undefined)
      const copy: Flow = flowSchema.parse(JSON.parse(JSON.stringify(flow)))
      expect(replay(copy, JSON.parse(JSON.stringify(events))).at(-1)?.state).toStrictEqual(state)
    }),
    runs,
  )
})

// Guarantee 2, again: from anywhere.
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

// Guarantee 5: the position is never lost.
test('an interruption leads where hearing to the end leads', () => {
  fc.assert(
    fc.property(anyCall.flow, anyCall.moves, (flow, moves) => {
      play(flow, moves, (_, state) => {
        for (const effect of state.awaiting) {
          if (effect.type !== 'say' || state.outcome !== undefined) continue
          const told = { type: 'speechFinished' as const, at: 50, effectId: effect.id }
          const heard = step(flow, state, { ...told, completed: true, heard: effect.text }).state
          const cut = step(flow, state, { ...told, completed: false, heard: '' }).state
          expect(cut.at).toBe(heard.at)
        }
      })
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

test('what is spoken when nothing new is known was foreseen', () => {
  const factless = new Set(['contactSilent', 'speechFinished', 'waitFinished', 'timeUp'])
  fc.assert(
    fc.property(anyCall.flow, anyCall.moves, (flow, moves) => {
      play(flow, moves, (before, after, events) => {
        const event = events.at(-1)
        const isPlain = event && (factless.has(event.type) || (event.type === 'understood' && event.result.slots.length === 0))
        if (!isPlain || after === before || after.language !== before.language) return
        const foreseen = nextSpeech(flow, before, event.at)
        const moved = after.path.length === before.path.length + 1 && before.returns.length === after.returns.length
        if (event.type === 'understood' && !moved) return
        for (const effect of step(flow, before, event).effects) if (effect.type === 'say') expect(foreseen).toContain(effect.text)
      })
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
    runs,
  )
})

/** Any flow that begins with a question; what was random there goes on behind it. */
const questioning = fc.tuple(anyCall.flow, fc.constantFrom('day', 'party', 'who'), fc.boolean()).map(([flow, variable, confirm]) => {
  const [first, ...others] = flow.nodes
  const asking = { id: 'n0', type: 'ask', position: { x: 0, y: 0 }, data: { variable, confirm, question: 'Hello.' } }
  const behind = first ? [{ ...first, id: 'behind' }] : []
  const edges = flow.edges.map((edge) => (edge.source === 'n0' ? { ...edge, source: 'behind' } : edge))
  const after = ['done', 'noMatch', 'silent'].map((outcome) => ({ id: outcome, source: 'n0', sourceHandle: outcome, target: 'behind' }))
  return flowSchema.parse({ ...flow, nodes: [asking, ...behind, ...others], edges: [...edges, ...after] })
})

test('the question of an ask node is put in each visit before an answer leaves it', () => {
  fc.assert(
    fc.property(questioning, anyCall.moves, (flow, moves) => {
      const { events } = play(flow, moves, () => undefined)
      const put = new Set<string>()
      for (const { effects, decisions } of replay(flow, events)) {
        for (const { nodeId, outcome, nextNodeId, why } of decisions) {
          const node = flow.nodes.find((one) => one.id === nodeId)
          const isAnswer = outcome === 'done' && why.code !== 'answerKnown'
          if (node?.type === 'ask' && isHello(node.data.question) && isAnswer) expect(put).toContain(nodeId)
          if (nextNodeId) put.delete(nextNodeId)
        }
        for (const effect of effects) if (effect.type === 'say') put.add(effect.nodeId)
      }
    }),
    runs,
  )
})

const isHello = (question: LocalizedText) =>
  typeof question === 'string' ? question === 'Hello.' : question.en === 'Hello.' && question.fr === 'Hello.'
