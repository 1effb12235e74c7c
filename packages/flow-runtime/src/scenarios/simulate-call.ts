import type { CallOutcome } from '../call-outcomes.ts'
import type { EffectOf } from '../effects.ts'
import type { Flow } from '../flow.ts'
import type { JournalEntry, TranscriptTurn } from '../journal.ts'
import type { CallState } from '../state.ts'
import type { Language } from '../text.ts'
import { transcriptOf } from '../transcript.ts'
import type { Variables } from '../variables.ts'
import { startMark } from './moment.ts'
import { performStep } from './perform-step.ts'
import { type PlayedCall, playCall } from './played-call.ts'
import { factsOf, outermostVariables } from './run-scenario.ts'
import type { Scenario, ScenarioFacts } from './scenario-document.ts'
import { scenarioFromJournal } from './scenario-from-journal.ts'
import type { InputStep } from './scenario-step.ts'
import { settle, type World } from './settle.ts'

/** What a caller knows when it is their turn. */
export type CallerTurn = {
  language: Language
  transcript: readonly TranscriptTurn[]
  /** What the agent listens for. */
  listen: EffectOf<'listen'>
  state: CallState
}
/** What the caller does. */
export type CallerMove = Extract<InputStep, { contact: unknown } | { keys: unknown } | { silence: unknown } | { hangUp: unknown }>
export type SimulatedCaller = (turn: CallerTurn) => CallerMove | { failure: string } | Promise<CallerMove | { failure: string }>

export type SimulateOptions = World & {
  caller: SimulatedCaller
  name: string
  language?: Language
  facts?: ScenarioFacts
  /** Epoch milliseconds. */
  startedAt: number
  /** After so many turns the caller hangs up. */
  maxTurns: number
  onEntry?: (entry: JournalEntry) => void
}
export type SimulatedCall = {
  journal: readonly JournalEntry[]
  /** The call as a scenario, to be run again without the caller. */
  scenario: Scenario
  outcome: CallOutcome | null
  variables: Variables
  path: readonly string[]
  /** The caller's own code, or NEVER_LISTENS: why the caller could not go on; the call was hung up then. */
  failure?: string
}

/**
 * A call with a caller who is a function: a model with a persona and a goal, a person at a keyboard, a list of sentences. Whatever the
 * given world leaves open is answered so that the call goes on: a tool or a model fails, a transfer is connected. Rejects only when
 * the caller or the world does.
 */
export async function simulateCall(flow: Flow, options: SimulateOptions): Promise<SimulatedCall> {
  const { caller, name, language, facts, startedAt, maxTurns, onEntry } = options
  const call = playCall(flow, { facts: factsOf(flow, facts, language), startedAt, onEntry })
  const world = goingOn(options)
  let failure: string | undefined
  for (let turn = 0; call.state().status === 'running'; turn += 1) {
    if (!(await settle(call, world, () => false))) {
      failure = 'NEVER_LISTENS'
      break
    }
    if (call.state().status === 'ended') break
    const listen = call.state().awaiting.find((effect): effect is EffectOf<'listen'> => effect.type === 'listen')
    const move = turn < maxTurns && listen ? await caller(turnOf(call, listen)) : hangUp
    if ('failure' in move) failure = move.failure
    const step = 'failure' in move ? hangUp : move
    if (performStep(call, step, startMark).failure) performStep(call, hangUp, startMark)
  }
  if (call.state().status === 'running') performStep(call, hangUp, startMark)
  const state = call.state()
  const recorded = scenarioFromJournal(flow, call.entries, name)
  if (!recorded.ok) throw new Error(`The journal of a simulated call differs from its replay at ${recorded.seq}: ${recorded.found}`)
  const result: SimulatedCall = {
    journal: call.entries,
    scenario: recorded.scenario,
    outcome: state.outcome ?? null,
    variables: outermostVariables(state),
    path: state.path,
  }
  return failure === undefined ? result : { ...result, failure }
}

const hangUp = { hangUp: true } as const

function turnOf(call: PlayedCall, listen: EffectOf<'listen'>): CallerTurn {
  const state = call.state()
  return { language: state.language, transcript: transcriptOf(call.entries), listen, state }
}

function goingOn({ understand, tool, generate, transfer }: World): World {
  return {
    understand,
    tool: async (effect) => (await tool?.(effect)) ?? { outcome: 'error', result: null },
    generate: async (effect) =>
      (await generate?.(effect)) ?? { text: '', exit: null, tool: null, values: {}, failure: 'MODEL_MISSING', engine: 'none', tookMs: 0 },
    transfer: async (effect) => (await transfer?.(effect)) ?? 'connected',
  }
}
