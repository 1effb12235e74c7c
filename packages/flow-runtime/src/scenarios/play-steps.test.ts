import { expect, test } from 'vitest'
import { templates } from '../flow-templates.ts'
import { meant, slots } from '../scenario.ts'
import { templateScenarios } from '../template-scenarios.ts'
import type { Understanding, UnderstandRequest } from '../understanding.ts'
import { playSteps } from './play-steps.ts'
import { runScenario } from './run-scenario.ts'
import { scenarioFromJournal } from './scenario-from-journal.ts'
import type { InputStep } from './scenario-step.ts'

const flow = templates.appointment
const startedAt = Date.parse('2026-11-20T10:00:00+01:00')
const nothing: Understanding = { intent: null, confidence: 0, candidates: [], slots: [], reason: 'test', engine: 'local', tookMs: 0 }
/** Knows the four things this caller says. */
const understand = ({ text }: UnderstandRequest): Understanding => ({
  ...nothing,
  ...(text === 'book' ? meant('book') : {}),
  ...(text === 'tuesday' ? slots({ day: '2026-11-24' }) : {}),
  ...(text === 'three' ? slots({ time: '15:00' }) : {}),
  ...(text === 'Anna' ? slots({ patient: 'Anna' }) : {}),
})
const play = (steps: readonly InputStep[]) => playSteps(flow, steps, { startedAt, understand })
const time = { startsAt: '2026-11-24T15:00:00+01:00', date: '2026-11-24', time: '15:00' }
const steps: InputStep[] = [
  { contact: 'book' },
  { contact: 'tuesday' },
  { contact: 'three' },
  { contact: 'Anna' },
  { tool: 'calendar.findTimes', result: { exact: true, times: [time], service: { name: 'Cleaning', durationMin: 30 } } },
  { tool: 'calendar.book', result: { booked: true, appointmentId: 'a', ...time } },
]

test('a call by hand stops where somebody has to answer, and what was done becomes a scenario that passes', async () => {
  const asked = await play(steps.slice(0, 4))
  expect(asked.state.awaiting).toMatchObject([{ type: 'callTool', tool: 'calendar.findTimes' }])
  const booked = await play(steps)
  expect(booked).toMatchObject({ state: { status: 'ended', outcome: 'completed', variables: { patient: 'Anna' } } })
  expect(booked.failure).toBeUndefined()
  expect(booked.starts).toHaveLength(steps.length)
  const kept = scenarioFromJournal(flow, booked.journal, 'kept')
  if (!kept.ok) throw new Error(kept.found)
  expect(await runScenario(flow, kept.scenario, { understand })).toMatchObject({ passed: true })
})

test('an earlier answer is changed: the same up to there, another way from there', async () => {
  const one = await play(steps.slice(0, 4))
  const other = await play([...steps.slice(0, 2), { hangUp: true }])
  const common = other.starts[2] ?? 0
  expect(other.journal.slice(0, common)).toEqual(one.journal.slice(0, common))
  expect(other.state.outcome).toBe('hungUp')
})

test('a step that cannot happen is told in a sentence, and those before it stay', async () => {
  const played = await play([{ contact: 'book' }, { transfer: 'connected' }])
  expect(played.starts).toHaveLength(1)
  expect(played.failure).toMatch(/After “book” nothing waited for this: the transfer ends/)
})

test('every template brings scenarios along', () => {
  for (const scenarios of Object.values(templateScenarios)) expect(scenarios.length).toBeGreaterThan(0)
})
