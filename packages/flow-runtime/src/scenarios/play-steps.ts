import type { Flow } from '../flow.ts'
import type { JournalEntry } from '../journal.ts'
import type { CallState } from '../state.ts'
import type { Language } from '../text.ts'
import { type Failure, failureSentence } from './failure.ts'
import { momentOf, startMark } from './moment.ts'
import { performStep } from './perform-step.ts'
import { playCall } from './played-call.ts'
import { factsOf } from './run-scenario.ts'
import type { ScenarioFacts } from './scenario-document.ts'
import type { InputStep } from './scenario-step.ts'
import { settle, type World } from './settle.ts'

export type PlayOptions = World & {
  language?: Language
  facts?: ScenarioFacts
  /** Epoch milliseconds. */
  startedAt: number
  /** Language of the sentence of a failure. */
  locale?: Language
}

export type PlayedSteps = {
  journal: readonly JournalEntry[]
  state: CallState
  /** For each step that happened, the index in the journal of what came of it. */
  starts: readonly number[]
  /** Why the step after those could not happen, or the call never came to listen. */
  failure?: string
}

/**
 * A call by hand, up to where it waits for the next step: plays what happened so far from the beginning, so that an earlier step can be
 * changed and the call goes the other way from there. The same steps and the same world give the same journal.
 */
export async function playSteps(flow: Flow, steps: readonly InputStep[], options: PlayOptions): Promise<PlayedSteps> {
  const { language, facts, startedAt, locale = 'en', ...world } = options
  const call = playCall(flow, { facts: factsOf(flow, facts, language), startedAt })
  const starts: number[] = []
  let mark = startMark
  const ended = (failure?: Failure, step?: InputStep): PlayedSteps => {
    const played = { journal: call.entries, state: call.state(), starts }
    if (!failure) return played
    const last = steps[starts.length - 1]
    return { ...played, failure: failureSentence(failure, call, { last, step, locale }) }
  }
  for (const step of steps) {
    if (!(await settle(call, world, momentOf(call, step, mark)))) return ended({ code: 'NEVER_LISTENS' })
    const start = call.entries.length
    const done = performStep(call, step, mark)
    if (done.failure) return ended(done.failure, step)
    mark = done.mark
    starts.push(start)
  }
  return (await settle(call, world, () => false)) ? ended() : ended({ code: 'NEVER_LISTENS' })
}
