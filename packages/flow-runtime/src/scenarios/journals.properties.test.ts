import fc from 'fast-check'
import { expect, test } from 'vitest'
import { journalOf } from '../../test/journal-of.ts'
import { anyCall, play } from '../../test/random-calls.ts'
import type { CallFacts } from '../events.ts'
import type { Understanding } from '../understanding.ts'
import { backtest } from './backtest.ts'
import { journalDocument } from './journal-document.ts'
import { journalPath } from './journal-path.ts'
import { momentOf, startMark } from './moment.ts'
import { performStep } from './perform-step.ts'
import { playCall } from './played-call.ts'
import { runScenario } from './run-scenario.ts'
import { scenario as scenarioSchema } from './scenario-document.ts'
import { scenarioFromJournal } from './scenario-from-journal.ts'
import type { InputStep } from './scenario-step.ts'
import { settle, type ToolAnswer, type World } from './settle.ts'
import { verifyJournal } from './verify-journal.ts'

const facts: CallFacts = { callId: 'c', direction: 'inbound', channel: 'phone', timeZone: 'Europe/Paris' }
const asJson = (value: unknown) => JSON.parse(JSON.stringify(value))

test('whatever happens in a call, its journal alone tells its path, and it is the journal of its flow', () => {
  fc.assert(
    fc.property(anyCall.flow, anyCall.moves, (flow, moves) => {
      const { state, events } = play(flow, moves, () => undefined)
      const entries = journalOf(flow, events)
      expect(journalPath(entries).join(' ')).toBe(state.path.join(' '))
      expect(verifyJournal(flow, asJson(entries))).toMatchObject({ ok: true })
      expect(journalDocument.parse(asJson(entries))).toEqual(asJson(entries))
    }),
    { numRuns: 150 },
  )
}, 30_000)

/** Anything that can happen, mostly words, at any time. */
const step: fc.Arbitrary<InputStep> = fc
  .oneof(
    { weight: 8, arbitrary: fc.constantFrom('yes', 'Tuesday at three', '', 'book').map((contact): InputStep => ({ contact })) },
    { weight: 2, arbitrary: fc.constantFrom('wait', '').map((contact): InputStep => ({ contact, interrupt: '' })) },
    { weight: 2, arbitrary: fc.constantFrom('', 'Hel').map((interrupt): InputStep => ({ interrupt })) },
    { weight: 2, arbitrary: fc.constantFrom('1', '12#').map((keys): InputStep => ({ keys })) },
    { weight: 3, arbitrary: fc.constant<InputStep>({ silence: true }) },
    {
      weight: 2,
      arbitrary: fc.constantFrom<InputStep>(
        { machine: true },
        { event: 'beep' },
        { timeUp: true },
        { providerFails: 'synthesis' },
        { hangUp: true },
        { hangUp: 'system' },
        ...['a', 'b', 'inner', 'done', 'book', 'beep'].map((task): InputStep => ({ task, result: true })),
      ),
    },
  )
  .chain((one) =>
    fc.option(fc.constantFrom('n0', 'n1', 'n2', 'n3'), { nil: undefined, freq: 3 }).map((during) => (during ? { ...one, during } : one)),
  )
const understanding: fc.Arbitrary<Understanding> = fc.record({
  intent: fc.constantFrom('book', 'hours', 'human', null),
  confidence: fc.constantFrom(0.2, 0.9),
  candidates: fc.constant([]),
  slots: fc.constantFrom(
    [],
    [{ name: 'day', value: '2026-11-24', raw: 'Tuesday', confidence: 0.95 }],
    [{ name: '_confirmed', value: true, raw: 'yes', confidence: 0.9 }],
    [{ name: 'party', value: 4, raw: 'four', confidence: 0.9 }],
  ),
  reason: fc.constant('r'),
  engine: fc.constant('model'),
  tookMs: fc.constant(0),
})
const free = { startsAt: '2026-11-24T15:00:00+01:00', date: '2026-11-24', time: '15:00' }
const toolAnswer = fc.constantFrom<ToolAnswer>(
  { outcome: 'ok', result: { exact: false, times: [free], service: { name: 's', durationMin: 30 } } },
  { outcome: 'ok', result: { booked: true, appointmentId: 'a', ...free } },
  { outcome: 'error', result: null },
)
const world = fc.record({
  steps: fc.array(step, { maxLength: 12 }),
  understandings: fc.array(understanding, { minLength: 9, maxLength: 9 }),
  tools: fc.array(toolAnswer, { minLength: 5, maxLength: 5 }),
  transfers: fc.array(fc.constantFrom('connected' as const, 'failed' as const), { minLength: 3, maxLength: 3 }),
})

test('any call, made a scenario, happens again the same, and a back-test on its own flow finds no difference', async () => {
  await fc.assert(
    fc.asyncProperty(anyCall.flow, world, async (flow, { steps, understandings, tools, transfers }) => {
      const call = playCall(flow, { facts, startedAt: Date.UTC(2026, 10, 20) })
      const all: World = {
        understand: inTurn(understandings),
        tool: inTurn(tools),
        transfer: inTurn(transfers),
        generate: () => ({ text: '', exit: null, tool: null, values: {}, failure: 'MODEL_MISSING', engine: 'none', tookMs: 0 }),
      }
      let mark = startMark
      for (const next of steps) {
        fc.pre(await settle(call, all, momentOf(call, next, mark)))
        mark = performStep(call, next, mark).mark
      }
      fc.pre(await settle(call, all, () => false))
      const { path } = call.state()

      const made = scenarioFromJournal(flow, asJson(call.entries), 'again')
      if (!made.ok) throw new Error(made.found)
      expect(scenarioSchema.parse(asJson(made.scenario))).toEqual(asJson(made.scenario))
      const again = await runScenario(flow, made.scenario, { understand: nobody })
      expect(again.reason, JSON.stringify(made.scenario.steps)).toBeNull()
      expect(again.path.join(' ')).toBe(path.join(' '))
      const tested = await backtest(flow, call.entries, { understand: nobody })
      expect(tested?.path.after.join(' ')).toBe(path.join(' '))
      expect(tested).toMatchObject({ same: true })
    }),
    { numRuns: 100 },
  )
}, 600_000)

const nobody = () => Promise.reject(new Error('A recorded call asks nobody'))

function inTurn<T>(answers: readonly T[]): () => T {
  let given = 0
  return () => {
    const answer = answers[given % answers.length]
    given += 1
    if (answer === undefined) throw new Error('no answers')
    return answer
  }
}
