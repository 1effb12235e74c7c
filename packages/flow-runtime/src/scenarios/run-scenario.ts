import type { CallOutcome } from '../call-outcomes.ts'
import type { CallFacts } from '../events.ts'
import type { Flow } from '../flow.ts'
import type { JournalEntry } from '../journal.ts'
import type { CallState } from '../state.ts'
import type { Language } from '../text.ts'
import type { Json, Variables } from '../variables.ts'
import { type Coverage, coverageOf } from './coverage.ts'
import { unmet } from './expectation.ts'
import { blockedBy, type Failure, failureSentence } from './failure.ts'
import type { FailureCode } from './failure-messages.ts'
import { otherValue } from './holds.ts'
import { momentOf, startMark } from './moment.ts'
import { performStep } from './perform-step.ts'
import { type PlayedCall, playCall } from './played-call.ts'
import type { Scenario, ScenarioFacts } from './scenario-document.ts'
import type { InputStep, ScenarioStep } from './scenario-step.ts'
import { settle, type World } from './settle.ts'
import { shownValue } from './shown.ts'

export type ScenarioResult = {
  name: string
  passed: boolean
  /** One sentence for whoever wrote the scenario; null when it passed. */
  reason: string | null
  code?: FailureCode
  /** Index of the step that failed; absent when it was the end of the call. */
  at?: number
  journal: readonly JournalEntry[]
  /** How the call ended, if it did, and what is known then. */
  outcome: CallOutcome | null
  variables: Variables
  path: readonly string[]
  coverage: Coverage
}

export type ScenarioOptions = World & {
  /** Language of the reasons. */
  locale?: Language
  /** Told of every line of the journal as it is written. */
  onEntry?: (entry: JournalEntry) => void
}

/** Monday, January 5, 2026, 9:00 UTC. */
const usualStart = Date.UTC(2026, 0, 5, 9)

/**
 * Plays a scenario through a flow. Needs no line, no keys and no clock: the same scenario and the same understanding give the
 * same journal. Speeches are heard to their end, pauses pass; what else the flow asks of the world is answered by the
 * scenario's steps, then its `tools`, then `world`. Rejects only when the world does.
 */
export async function runScenario(
  flow: Flow,
  scenario: Scenario,
  { locale = 'en', onEntry, ...world }: ScenarioOptions,
): Promise<ScenarioResult> {
  const startedAt = scenario.now === undefined ? usualStart : Date.parse(scenario.now)
  const call = playCall(flow, { facts: factsOf(flow, scenario.facts, scenario.language), startedAt, onEntry })
  const failed = await played(call, scenario, withTools(world, scenario.tools))
  const state = call.state()
  const result: ScenarioResult = {
    name: scenario.name,
    passed: failed === undefined,
    reason: failed ? failureSentence(failed.failure, call, { ...failed, locale }) : null,
    journal: call.entries,
    outcome: state.status === 'ended' ? (state.outcome ?? null) : null,
    variables: outermostVariables(state),
    path: state.path,
    coverage: coverageOf(flow, [call.entries]),
  }
  if (failed) result.code = failed.failure.code
  if (failed?.at !== undefined) result.at = failed.at
  return result
}

/** A call's facts from the few that matter. */
export function factsOf(flow: Flow, facts: ScenarioFacts = {}, language?: Language): CallFacts {
  const usual = { callId: 'scenario', direction: 'inbound', channel: 'phone', timeZone: flow.settings.timeZone } as const
  return language === undefined ? { ...usual, ...facts } : { ...usual, ...facts, language }
}

/** The variables of the flow itself, also while a subflow runs. */
export const outermostVariables = ({ callers, variables }: CallState): Variables => callers[0]?.variables ?? variables

type Failed = { failure: Failure; at?: number; last: InputStep | undefined; step?: InputStep }

async function played(call: PlayedCall, scenario: Scenario, world: World): Promise<Failed | undefined> {
  let last: InputStep | undefined
  let mark = startMark
  for (const [at, step] of scenario.steps.entries()) {
    const input = 'agent' in step ? nextInput(scenario.steps, at) : step
    if (!(await settle(call, world, momentOf(call, input, mark)))) return { failure: { code: 'NEVER_LISTENS' }, at, last }
    if ('agent' in step) {
      const failure = unmet(call, mark, step.agent)
      if (failure) return { failure: saidTooEarly(call, failure), at, last }
      continue
    }
    for (let times = timesOf(step); times > 0; times -= 1) {
      await settle(call, world, momentOf(call, step, mark))
      const done = performStep(call, step, mark)
      mark = done.mark
      if (done.failure) return { failure: done.failure, at, last, step }
    }
    if (!('understood' in step)) last = step
  }
  if (!(await settle(call, world, () => false))) return { failure: { code: 'NEVER_LISTENS' }, last }
  const failure = otherEnd(call, scenario)
  return failure && { failure, last }
}

const timesOf = (step: InputStep): number => ('silence' in step && step.silence !== true ? step.silence : 1)

function nextInput(steps: readonly ScenarioStep[], from: number): InputStep | undefined {
  return steps.slice(from).find((step): step is InputStep => !('agent' in step))
}

/** An expectation that fails because something nobody answers is in the way is told by that. */
const saidTooEarly = (call: PlayedCall, failure: Failure): Failure => {
  const isAboutProgress = failure.code === 'AGENT_SILENT' || failure.code === 'OTHER_NODE' || failure.code === 'NODE_NOT_PASSED'
  return (isAboutProgress && blockedBy(call)) || failure
}

function otherEnd(call: PlayedCall, { outcome: wanted, variables = {} }: Scenario): Failure | undefined {
  const state = call.state()
  const blocked = blockedBy(call)
  if (blocked && (wanted !== undefined || blocked.code === 'TOOL_UNANSWERED')) return blocked
  const found = state.outcome ?? ''
  if (wanted !== undefined && state.status !== 'ended') return { code: 'NOT_ENDED' }
  if (wanted !== undefined && found !== wanted) return { code: 'OTHER_OUTCOME', values: () => ({ found, wanted }) }
  const other = otherValue(variables, outermostVariables(state))
  if (!other) return undefined
  const { name } = other
  return {
    code: 'OTHER_VALUE',
    values: (locale) => ({ name, found: shownValue(other.found, locale), wanted: shownValue(other.wanted, locale) }),
  }
}

/** The world with the answers a scenario gives at its head, in their order; the last one stays. */
function withTools(world: World, tools: Scenario['tools'] = {}): World {
  const asked = new Map<string, number>()
  return {
    ...world,
    tool: (effect) => {
      const results: readonly Json[] = tools[effect.tool] ?? []
      if (results.length === 0) return world.tool?.(effect)
      const nth = asked.get(effect.tool) ?? 0
      asked.set(effect.tool, nth + 1)
      return { outcome: 'ok', result: results[Math.min(nth, results.length - 1)] ?? null }
    },
  }
}
